import { lazy } from 'react';

/** Nobody sees it before a press, so it is no part of the first load. */
export const AmendEditor = lazy(() => import('./AmendEditor.tsx'));
