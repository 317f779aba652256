import { Circle, CircleCheck, CircleDashed, CircleHelp, CircleX, X } from 'lucide-react';
import { quantityText } from '../../data/format.ts';
import { isInFlight } from '../../data/submission.ts';
import { iconButton } from '../../design/controls.css.ts';
import { useFloor, useFloorState } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/status.ts';
import { orderLife, type Step } from './order-life.state.ts';
import * as css from './ticket.css.ts';

const ICONS = { done: CircleCheck, now: CircleDashed, ahead: Circle, failed: CircleX, unknown: CircleHelp };

/** Each step of the last order, as it happens. */
export function OrderLife() {
  const floor = useFloor();
  const submission = useFloorState(state => state.submission);
  const symbol = useFloorState(state => state.instruments.get(submission?.body.instrument ?? '')?.symbol);
  if (!submission) return null;
  const { body } = submission;
  return (
    <section
      className={css.life}
      aria-label="Your last order"
      data-testid="order-life"
      data-client-order-id={body.clientOrderId}
    >
      <header className={css.lifeHead}>
        <h3 className={css.lifeTitle}>
          {SIDE_WORDS[body.side]} {quantityText(body.quantity)} {symbol ?? body.instrument}
        </h3>
        {!isInFlight(submission) && (
          <button
            type="button"
            className={`${iconButton} ${css.lifeClose}`}
            onClick={() => floor.orders.putAway()}
            aria-label="Put away"
          >
            <X aria-hidden />
          </button>
        )}
      </header>
      <ol aria-live="polite">
        {orderLife(submission).map((step, index) => (
          <LifeStep key={LIFE[index]} step={step} />
        ))}
      </ol>
    </section>
  );
}

const LIFE = ['sent', 'received', 'accepted', 'end'];

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
