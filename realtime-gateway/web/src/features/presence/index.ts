export { People } from './People.tsx';
export { PersonMark } from './PersonMark.tsx';
export { StatusMenu } from './StatusMenu.tsx';
export { useInputSignal } from './useInputSignal.ts';
