import type { RfqView } from '@ringside/client';
import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFloorState } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/status.ts';
import { Countdown, LifeBar } from './Countdown.tsx';
import type { Countdown as Left } from './countdown.state.ts';
import * as css from './requests.css.ts';
import { amountOf, ownSide } from './words.ts';

interface HeadProps {
  view: RfqView;
  left: Left;
  children: ReactNode;
  /** What can be done about the whole request. */
  tools?: ReactNode;
}

/** Names the card for those who cannot see it. */
export const headingOf = ({ rfqId }: RfqView) => `rfq-${rfqId}`;

/** What the reader would do, how much of what, how long still, and below it with whom. */
export function Head({ view, left, children, tools }: HeadProps) {
  const instruments = useFloorState(state => state.instruments);
  const Way = view.role === 'REQUESTER' ? ArrowUpRight : ArrowDownLeft;
  const side = ownSide(view);
  return (
    <>
      <header className={css.head}>
        <Way className={css.way} aria-hidden />
        <h3 id={headingOf(view)} className={css.terms}>
          <span className={css.side[side]}>{SIDE_WORDS[side]}</span> {amountOf(view, instruments)}
        </h3>
        <Countdown left={left} />
        <p className={css.who}>{children}</p>
        {tools && <div className={css.tools}>{tools}</div>}
      </header>
      <LifeBar left={left} />
    </>
  );
}
