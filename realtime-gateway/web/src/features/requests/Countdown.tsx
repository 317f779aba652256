import type { RfqView } from '@ringside/client';
import { AlarmClock, Clock3 } from 'lucide-react';
import { useFloor, useNow } from '../floor/context.ts';
import { countdown, type Countdown as Left } from './countdown.state.ts';
import * as css from './requests.css.ts';

/** By the server's clock, to the second. */
export function useCountdown(view: RfqView): Left {
  const { clock } = useFloor();
  return countdown(view, clock.at(useNow()));
}

/** Time that is left, in figures; the last seconds by icon, weight and colour too. It is never read out by itself. */
export function Countdown({ left }: { left: Left }) {
  const Icon = left.tone === 'quiet' ? Clock3 : AlarmClock;
  return (
    <span
      className={css.countdown[left.tone]}
      role="timer"
      aria-label={left.tone === 'over' ? 'Time is up' : `Ends in ${left.text}`}
    >
      <Icon aria-hidden />
      <span data-testid="countdown">{left.text}</span>
    </span>
  );
}

/** The same as a line that grows shorter. */
export function LifeBar({ left }: { left: Left }) {
  return (
    <div className={css.lifeBar} aria-hidden="true">
      <div className={css.lifeLeft[left.tone]} style={{ transform: `scaleX(${left.share})` }} />
    </div>
  );
}
