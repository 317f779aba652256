import type { Instrument, TimeInForce } from '@ringside/client';
import { Clock3 } from 'lucide-react';
import { useEffect } from 'react';
import { useFloor, useNow, usePreferences } from '../floor/context.ts';
import { validityOf } from './day-end.state.ts';
import * as css from './ticket.css.ts';

/** Says until when the order would live. */
export function DayEnd({ instrument, timeInForce }: { instrument: Instrument; timeInForce: TimeInForce }) {
  const floor = useFloor();
  const now = useNow();
  const [{ zone }] = usePreferences();
  const { tone, text, over } = validityOf(timeInForce, instrument.dayEndsAt, now, zone);
  useEffect(() => {
    if (over && now) void floor.catalogue.dayEnded();
  }, [over, now, floor]);
  return (
    <p className={css.validity[tone]} data-testid="validity">
      <Clock3 aria-hidden /> {text}
    </p>
  );
}
