import { useEffect } from 'react';
import { useFloor } from '../floor/context.ts';

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
/** A moving pointer is a sign once a second; what of it goes to the gateway the connection decides. */
const SIGN_EVERY_MS = 1_000;

/** Tells that somebody is there as long as keys, pointer or fingers move. */
export function useInputSignal(): void {
  const floor = useFloor();
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const sign = () => {
      const now = floor.now();
      if (now - last < SIGN_EVERY_MS) return;
      last = now;
      floor.input();
    };
    const ending = new AbortController();
    const options = { passive: true, capture: true, signal: ending.signal };
    for (const kind of SIGNS) window.addEventListener(kind, sign, options);
    return () => ending.abort();
  }, [floor]);
}
