import { Info, OctagonAlert, TriangleAlert, X } from 'lucide-react';
import { useFloor, useFloorState, useNow, usePreferences } from '../floor/context.ts';
import * as css from './frame.css.ts';
import { systemShown, untilText, withDismissed } from './system.state.ts';

const LOOKS = {
  INFO: { tone: 'calm', Icon: Info },
  WARNING: { tone: 'wait', Icon: TriangleAlert },
  CRITICAL: { tone: 'bad', Icon: OctagonAlert },
} as const;

/** What an operator tells everybody stands above the floor until it is over, withdrawn or put away. */
export function SystemBanner() {
  const { clock } = useFloor();
  const system = useFloorState(state => state.system);
  const [{ dismissed, zone }, change] = usePreferences();
  const now = clock.at(useNow());
  const open = systemShown(system, dismissed, now);
  if (!open) return null;
  const { shown, more } = open;
  const { tone, Icon } = LOOKS[shown.severity];
  const until = untilText(shown, now, zone);
  return (
    <div
      className={css.banner[tone]}
      role={shown.severity === 'CRITICAL' ? 'alert' : 'status'}
      data-testid="system-banner"
      data-severity={shown.severity}
    >
      <Icon className={css.bannerIcon[tone]} aria-hidden />
      <div className={css.bannerWords}>
        <span>{shown.text}</span>
        {until && <span className={css.bannerAside}>{until}</span>}
        {more > 0 && <span className={css.bannerAside}>{more} more</span>}
      </div>
      <button
        type="button"
        className={css.bannerClose}
        aria-label="Put this notice away"
        title="Put this notice away"
        onClick={() => change({ dismissed: withDismissed(dismissed, shown.notificationId) })}
      >
        <X aria-hidden />
      </button>
    </div>
  );
}
