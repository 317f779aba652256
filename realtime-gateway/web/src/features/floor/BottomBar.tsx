import { ArrowLeftRight, Briefcase, CandlestickChart, ListOrdered, MessagesSquare } from 'lucide-react';
import { Badge, useUnanswered } from '../requests/index.ts';
import * as css from './floor.css.ts';
import type { Screen } from './screens.ts';

const SCREENS = [
  { screen: 'prices', name: 'Prices', Icon: CandlestickChart },
  { screen: 'trade', name: 'Trade', Icon: ArrowLeftRight },
  { screen: 'requests', name: 'Requests', Icon: MessagesSquare },
  { screen: 'orders', name: 'Orders', Icon: ListOrdered },
  { screen: 'positions', name: 'Positions', Icon: Briefcase },
] as const;

interface BottomBarProps {
  screen: Screen;
  open(screen: Screen): void;
}

export function BottomBar({ screen, open }: BottomBarProps) {
  const unanswered = useUnanswered();
  return (
    <nav className={css.bottomBar} aria-label="Screens">
      {SCREENS.map(({ screen: target, name, Icon }) => {
        const waiting = target === 'requests' ? unanswered : 0;
        return (
          <button
            key={target}
            type="button"
            className={css.bottomTab}
            aria-label={waiting > 0 ? `${name}, ${waiting} to answer` : undefined}
            aria-current={target === screen ? 'page' : undefined}
            onClick={() => open(target)}
          >
            <span className={css.bottomIcon}>
              <Icon aria-hidden />
              <span className={css.bottomBadge}>
                <Badge count={waiting} />
              </span>
            </span>
            {name}
          </button>
        );
      })}
    </nav>
  );
}
