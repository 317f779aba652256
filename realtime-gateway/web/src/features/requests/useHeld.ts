import { type FocusEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { usePointerInside } from '../blotter/index.ts';

interface Held<E extends HTMLElement> {
  frame: RefObject<E | null>;
  /** Somebody points at it or is in it with the keyboard: what it shows keeps its place. */
  held: boolean;
  onFocus(): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
}

export function useHeld<E extends HTMLElement>(): Held<E> {
  const frame = useRef<E>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  usePointerInside(frame, setPointed);
  return {
    frame,
    held: pointed || focused,
    onFocus: useCallback(() => setFocused(true), []),
    onBlur: useCallback(
      (event: FocusEvent<HTMLElement>) =>
        setFocused(event.currentTarget.contains(event.relatedTarget as Node | null)),
      [],
    ),
  };
}
