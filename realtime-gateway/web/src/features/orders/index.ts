export { Orders } from './Orders.tsx';
