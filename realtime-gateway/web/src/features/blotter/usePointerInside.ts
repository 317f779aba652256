import { type RefObject, useEffect } from 'react';

/**
 * Tells whether a pointer is inside an element. Listens to the whole document, because an element that comes under a
 * resting pointer, or loses a child under it, is not told by enter and leave events in every case.
 */
export function usePointerInside(
  element: RefObject<HTMLElement | null>,
  tell: (inside: boolean) => void,
): void {
  useEffect(() => {
    const over = ({ target }: PointerEvent) =>
      tell(target instanceof Node && element.current?.contains(target) === true);
    const gone = () => tell(false);
    // A finger that was lifted points at nothing.
    const lifted = ({ pointerType }: PointerEvent) => pointerType === 'touch' && gone();
    const page = document.documentElement;
    document.addEventListener('pointerover', over);
    document.addEventListener('pointerup', lifted);
    document.addEventListener('pointercancel', lifted);
    page.addEventListener('pointerleave', gone);
    return () => {
      document.removeEventListener('pointerover', over);
      document.removeEventListener('pointerup', lifted);
      document.removeEventListener('pointercancel', lifted);
      page.removeEventListener('pointerleave', gone);
    };
  }, [element, tell]);
}
