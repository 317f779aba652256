import { Circle, CircleCheck, CircleDashed, CircleHelp, CircleX, X } from 'lucide-react';
import { isAsking } from '../../data/inquiry.ts';
import { isInFlight } from '../../data/submission.ts';
import { iconButton } from '../../design/controls.css.ts';
import { useFloor, useFloorState } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/status.ts';
import { amountText } from '../requests/words.ts';
import { askLife } from './ask-life.state.ts';
import { orderLife, type Step } from './order-life.state.ts';
import * as css from './ticket.css.ts';

const ICONS = { done: CircleCheck, now: CircleDashed, ahead: Circle, failed: CircleX, unknown: CircleHelp };

/** Each step of the last order, as it happens. */
export function OrderLife() {
  const floor = useFloor();
  const submission = useFloorState(state => state.submission);
  if (!submission) return null;
  return (
    <Life
      name="Your last order"
      kind="order-life"
      body={submission.body}
      id={submission.body.clientOrderId}
      steps={orderLife(submission)}
      putAway={isInFlight(submission) ? null : () => floor.orders.putAway()}
    />
  );
}

/** Each step of the last request for quotes; the answers themselves stand among the requests. */
export function AskLife() {
  const floor = useFloor();
  const inquiry = useFloorState(state => state.inquiry);
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  if (!inquiry) return null;
  return (
    <Life
      name="Your last request"
      kind="ask-life"
      body={inquiry.body}
      id={inquiry.body.clientRfqId}
      steps={askLife(inquiry, instruments, counterparties)}
      putAway={isAsking(inquiry) ? null : () => floor.rfqs.putAway()}
    />
  );
}

interface LifeProps {
  name: string;
  kind: 'order-life' | 'ask-life';
  body: { side: 'BUY' | 'SELL'; quantity: Parameters<typeof amountText>[0]; instrument: string };
  id: string;
  steps: Step[];
  /** Null as long as it must be seen. */
  putAway: (() => void) | null;
}

function Life({ name, kind, body, id, steps, putAway }: LifeProps) {
  const instrument = useFloorState(state => state.instruments.get(body.instrument));
  return (
    <section className={css.life} aria-label={name} data-testid={kind} data-client-order-id={id}>
      <header className={css.lifeHead}>
        <h3 className={css.lifeTitle}>
          {SIDE_WORDS[body.side]} {amountText(body.quantity, instrument, body.instrument)}
        </h3>
        {putAway && (
          <button
            type="button"
            className={`${iconButton} ${css.lifeClose}`}
            onClick={putAway}
            aria-label="Put away"
          >
            <X aria-hidden />
          </button>
        )}
      </header>
      <ol aria-live="polite">
        {steps.map((each, index) => (
          <LifeStep key={PLACES[index]} step={each} />
        ))}
      </ol>
    </section>
  );
}

const PLACES = ['sent', 'received', 'accepted', 'end'];

function LifeStep({ step }: { step: Step }) {
  const Icon = ICONS[step.state];
  return (
    <li className={css.step} data-testid="life-step" data-state={step.state}>
      <Icon
        className={`${css.stepIcon[step.state]} ${step.state === 'now' ? css.turning : ''}`}
        aria-hidden
      />
      <span className={css.stepName[step.state]}>{step.name}</span>
      <span className={css.stepTime}>{step.afterMs === null ? '' : `${step.afterMs} ms`}</span>
      {step.note !== null && <span className={css.stepNote}>{step.note}</span>}
    </li>
  );
}
