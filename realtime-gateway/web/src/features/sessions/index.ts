export { SessionsItem } from './SessionsItem.tsx';
