import { LayoutDashboard } from 'lucide-react';
import * as css from './frame.css.ts';

/** The screens of the app; only those that exist. */
const SCREENS = [{ name: 'Floor', href: '/', Icon: LayoutDashboard }];

export function Rail() {
  return (
    <nav className={css.rail} aria-label="Screens">
      {SCREENS.map(({ name, href, Icon }) => (
        <a
          key={name}
          href={href}
          className={css.railItem}
          aria-current="page"
          onClick={event => event.preventDefault()}
        >
          <Icon aria-hidden />
          <span className={css.tooltip}>{name}</span>
        </a>
      ))}
    </nav>
  );
}
