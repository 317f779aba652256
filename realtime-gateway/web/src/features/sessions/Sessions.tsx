import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import { floating } from '../../design/controls.css.ts';
import { dropdown } from '../../design/dropdown.css.ts';
import * as menu from '../../design/menu.css.ts';
import { Skeleton } from '../../design/Panel.tsx';

/** Looked at now and then, so it is no part of the first load. */
const SessionsList = lazy(() => import('./SessionsList.tsx'));

/** Where one is signed in, in place of the menu that it was opened from. */
export function Sessions({ leave }: { leave(): void }) {
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    sheet.current?.showPopover?.();
    sheet.current?.focus();
  }, []);
  return (
    <section
      ref={sheet}
      popover="auto"
      tabIndex={-1}
      className={`${floating} ${dropdown} ${menu.wide}`}
      aria-label="Where you are signed in"
      onToggle={event => event.newState === 'closed' && leave()}
    >
      <Suspense fallback={<Skeleton rows={3} label="Reading where you are signed in" />}>
        <SessionsList />
      </Suspense>
    </section>
  );
}
