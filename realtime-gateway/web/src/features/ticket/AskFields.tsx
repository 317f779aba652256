import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Counterparties } from '../../data/state.ts';
import * as controls from '../../design/controls.css.ts';
import { useFloorState } from '../floor/context.ts';
import * as css from './ask.css.ts';
import { LIVES } from './ask.state.ts';
import { Choice } from './fields.tsx';
import type { TicketStore } from './ticket.store.ts';

const WHO = [
  ['everybody', 'Everybody'],
  ['chosen', 'Chosen'],
] as const;

/** Whom to ask and for how long. */
export function AskFields({ store, fault }: { store: TicketStore; fault: string | undefined }) {
  const { terms, changeTerms } = useStore(store);
  const counterparties = useFloorState(state => state.counterparties);
  return (
    <>
      <Choice
        label="Ask"
        value={terms.everybody ? 'everybody' : 'chosen'}
        options={WHO}
        change={who => changeTerms({ everybody: who === 'everybody' })}
      />
      {!terms.everybody && (
        <ChosenList
          counterparties={counterparties}
          chosen={terms.counterparties}
          fault={fault}
          choose={chosen => changeTerms({ counterparties: chosen })}
        />
      )}
      <Choice
        label="Open for"
        value={String(terms.lifeSeconds)}
        options={LIVES}
        change={life => changeTerms({ lifeSeconds: Number.parseInt(life, 10) })}
      />
    </>
  );
}

interface ChosenListProps {
  counterparties: Counterparties;
  chosen: readonly string[];
  fault: string | undefined;
  choose(chosen: string[]): void;
}

/** One stop for the Tab key; the arrow keys walk, Space chooses, Enter still sends the ticket. */
function ChosenList({ counterparties, chosen, fault, choose }: ChosenListProps) {
  const id = useId();
  const list = useRef<HTMLFieldSetElement>(null);
  const sorted = [...counterparties.values()].sort(
    (a, b) => a.firmName.localeCompare(b.firmName) || a.name.localeCompare(b.name),
  );
  const [stop, setStop] = useState<string | undefined>();
  const reachable = sorted.some(each => each.user === stop) ? stop : sorted[0]?.user;

  function walk(event: React.KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const boxes = [...(list.current?.querySelectorAll('input') ?? [])];
    boxes[boxes.indexOf(event.target as HTMLInputElement) + step]?.focus();
  }

  if (sorted.length === 0) return <p className={controls.hint}>There is nobody who can be asked.</p>;
  return (
    <fieldset ref={list} className={css.people} onKeyDown={walk} aria-describedby={fault && `${id}-fault`}>
      <legend className={css.peopleName}>
        Counterparties, {chosen.length} of {sorted.length} chosen
      </legend>
      {sorted.map(({ user, name, firmName }) => (
        <label key={user} className={css.person}>
          <input
            type="checkbox"
            className={css.check}
            checked={chosen.includes(user)}
            tabIndex={user === reachable ? 0 : -1}
            onFocus={() => setStop(user)}
            onChange={({ target }) =>
              choose(target.checked ? [...chosen, user] : chosen.filter(each => each !== user))
            }
          />
          <span className={css.personFirm}>{firmName}</span>
          <span className={css.personName}>{name}</span>
        </label>
      ))}
      {fault && (
        <p className={controls.hint} id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}
