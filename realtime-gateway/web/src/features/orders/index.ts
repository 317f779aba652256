export { Orders } from './Orders.tsx';
export { SIDE_WORDS, statusLook } from './status.ts';
