export { CancelAll } from './CancelAll.tsx';
