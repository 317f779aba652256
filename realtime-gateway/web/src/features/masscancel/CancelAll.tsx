import { ListX } from 'lucide-react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { iconButton } from '../../design/controls.css.ts';

/** Nobody sees it before a press, so it is no part of the first load. */
const MassCancelSheet = lazy(() => import('./MassCancelSheet.tsx'));

/** In the head of the orders: opens the question which of the open ones are to be cancelled. */
export function CancelAll() {
  const opener = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const leave = useCallback(() => {
    setOpen(false);
    opener.current?.focus();
  }, []);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={iconButton}
        title="Cancel open orders"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="cancel-all"
      >
        <ListX aria-label="Cancel open orders" />
      </button>
      {open && (
        <Suspense fallback={null}>
          <MassCancelSheet anchor={opener.current} leave={leave} />
        </Suspense>
      )}
    </>
  );
}
