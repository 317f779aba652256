import type { Instrument, TimeInForce } from '@ringside/client';
import { Clock3 } from 'lucide-react';
import { useEffect } from 'react';
import { hourText } from '../../data/format.ts';
import { useFloor, useNow } from '../floor/context.ts';
import { validityOf } from './day-end.state.ts';
import * as css from './ticket.css.ts';

/** Says until when the order would live. */
export function DayEnd({ instrument, timeInForce }: { instrument: Instrument; timeInForce: TimeInForce }) {
  const floor = useFloor();
  const now = useNow();
  const { tone, text, over } = validityOf(timeInForce, instrument.dayEndsAt, now);
  useEffect(() => {
    if (over && now) void floor.catalogue.dayEnded();
  }, [over, now, floor]);
  return (
    <p className={css.validity[tone]} title={inUtc(timeInForce, instrument)} data-testid="validity">
      <Clock3 aria-hidden /> {text}
    </p>
  );
}

function inUtc(timeInForce: TimeInForce, { dayEndsAt }: Instrument): string | undefined {
  return timeInForce === 'DAY'
    ? `The trading day ends at ${hourText(Date.parse(dayEndsAt), 'UTC')}.`
    : undefined;
}
