import { useSyncExternalStore } from 'react';
import { breakpoint } from '../../design/theme.ts';

function watch(query: string) {
  return (listener: () => void) => {
    const list = matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  };
}

const watchNarrow = watch(breakpoint.narrow);
const watchMedium = watch(breakpoint.medium);
const watchSnug = watch(breakpoint.snug);
const watchTouch = watch(breakpoint.touch);
const watchLight = watch(breakpoint.prefersLight);

export type Width = 'narrow' | 'medium' | 'snug' | 'wide';

export function useWidth(): Width {
  const narrow = useSyncExternalStore(watchNarrow, () => matchMedia(breakpoint.narrow).matches);
  const medium = useSyncExternalStore(watchMedium, () => matchMedia(breakpoint.medium).matches);
  const snug = useSyncExternalStore(watchSnug, () => matchMedia(breakpoint.snug).matches);
  return narrow ? 'narrow' : medium ? 'medium' : snug ? 'snug' : 'wide';
}

/** Whether rows and controls are made for fingers. */
export function useTouch(): boolean {
  return useSyncExternalStore(watchTouch, () => matchMedia(breakpoint.touch).matches);
}

export function usePrefersLight(): boolean {
  return useSyncExternalStore(watchLight, () => matchMedia(breakpoint.prefersLight).matches);
}
