export { Positions } from './Positions.tsx';
