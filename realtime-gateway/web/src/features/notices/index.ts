import { lazy } from 'react';
import { askedAgain } from '../../data/asked-again.ts';

/** Comes right after the floor, which does not wait for it; notices of before are kept until then. */
export const Toasts = lazy(() => askedAgain(() => import('./Toasts.tsx')));
