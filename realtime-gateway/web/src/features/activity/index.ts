import { lazy } from 'react';

/** Nobody sees it at first sight, so it is loaded when somebody looks. */
export const Activity = lazy(async () => ({ default: (await import('./Activity.tsx')).Activity }));
export { ALL, RFQS, TRANSACTIONS, type View } from './views.ts';
