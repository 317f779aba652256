import { MonitorSmartphone } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { floating } from '../../design/controls.css.ts';
import { dropdown } from '../../design/dropdown.css.ts';
import * as menu from '../../design/menu.css.ts';
import { Skeleton } from '../../design/Panel.tsx';

/** Looked at now and then, so it is no part of the first load. */
const SessionsList = lazy(() => import('./SessionsList.tsx'));

/** In the user's menu: opens, above it, where one is signed in. */
export function SessionsItem() {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={menu.item} popoverTarget={id} onClick={() => setOpen(true)}>
        <MonitorSmartphone aria-hidden /> Where you are signed in
      </button>
      <section
        id={id}
        popover="auto"
        className={`${floating} ${dropdown} ${menu.wide}`}
        aria-label="Where you are signed in"
        onToggle={event => setOpen(event.newState === 'open')}
      >
        {open && (
          <Suspense fallback={<Skeleton rows={3} label="Reading where you are signed in" />}>
            <SessionsList />
          </Suspense>
        )}
      </section>
    </>
  );
}
