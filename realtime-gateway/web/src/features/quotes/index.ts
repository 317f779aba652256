export { pricedFirst } from './catalogue.ts';
export { Quotes } from './Quotes.tsx';
