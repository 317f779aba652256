export { Quotes } from './Quotes.tsx';
