import { LayoutDashboard } from 'lucide-react';
import { Tooltip } from 'radix-ui';
import * as css from './frame.css.ts';

/** The screens of the app; only those that exist. */
const SCREENS = [{ name: 'Floor', href: '/', Icon: LayoutDashboard }];

export function Rail() {
  return (
    <Tooltip.Provider delayDuration={300}>
      <nav className={css.rail} aria-label="Screens">
        {SCREENS.map(({ name, href, Icon }) => (
          <Tooltip.Root key={name}>
            <Tooltip.Trigger asChild>
              <a
                href={href}
                className={css.railItem}
                aria-label={name}
                aria-current="page"
                onClick={event => event.preventDefault()}
              >
                <Icon aria-hidden />
              </a>
            </Tooltip.Trigger>
            <Tooltip.Portal>
              <Tooltip.Content className={css.tooltip} side="right" sideOffset={8}>
                {name}
              </Tooltip.Content>
            </Tooltip.Portal>
          </Tooltip.Root>
        ))}
      </nav>
    </Tooltip.Provider>
  );
}
