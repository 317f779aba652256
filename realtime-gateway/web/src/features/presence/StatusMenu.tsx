import { PRESENCE_MESSAGE_CHARACTERS_MAX, type PresenceChoice } from '@ringside/client';
import { CircleAlert } from 'lucide-react';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import { button, fault, field, hint, input, label } from '../../design/controls.css.ts';
import * as menu from '../../design/menu.css.ts';
import { StatusMark } from '../../design/StatusMark.tsx';
import { useFloor, useFloorState } from '../floor/context.ts';
import * as css from './presence.css.ts';
import { CHOICES, STATUS } from './presence.state.ts';

/** How one wants to be seen, until one says otherwise, on every device. */
export function StatusMenu() {
  const { people } = useFloor();
  const { chosen, wish } = useStore(people.own);
  const live = useFloorState(state => state.connection.kind === 'live');
  const name = useId();
  const sending = wish.kind === 'sending';
  const shown: PresenceChoice = sending ? wish.status : (chosen?.status ?? 'AUTO');
  const [message, setMessage] = useMessage(chosen?.message ?? '');
  const frozen = sending || !live || chosen === null;

  function save(event: FormEvent): void {
    event.preventDefault();
    if (!frozen) people.wish(shown, message);
  }

  return (
    <form className={menu.group} onSubmit={save} aria-busy={sending}>
      <fieldset className={css.choices} disabled={frozen}>
        <legend className={menu.label}>Status</legend>
        {CHOICES.map(({ choice, word, note, status }) => (
          <label key={choice} className={menu.item} data-chosen={choice === shown}>
            <input
              type="radio"
              className={menu.radio}
              name={name}
              checked={choice === shown}
              onChange={() => people.wish(choice, message)}
            />
            {status && <StatusMark tone={STATUS[status].tone} shape={STATUS[status].shape} />}
            {word}
            {note !== '' && <span className={css.note}>{note}</span>}
          </label>
        ))}
      </fieldset>
      <div className={`${field} ${css.words}`}>
        <label className={label} htmlFor={`${name}-message`}>
          Message for everybody
        </label>
        <div className={css.messageLine}>
          <input
            id={`${name}-message`}
            className={input}
            value={message}
            maxLength={PRESENCE_MESSAGE_CHARACTERS_MAX}
            placeholder="None"
            disabled={frozen}
            autoComplete="off"
            onChange={event => setMessage(event.target.value)}
          />
          <button
            type="submit"
            className={button.outlined}
            disabled={frozen || message.trim() === (chosen?.message ?? '')}
          >
            Save
          </button>
        </div>
        <Progress />
      </div>
    </form>
  );
}

function Progress() {
  const { people } = useFloor();
  const { chosen, wish } = useStore(people.own);
  const live = useFloorState(state => state.connection.kind === 'live');
  if (wish.kind === 'refused') {
    return (
      <span className={fault} role="alert">
        <CircleAlert aria-hidden />
        {wish.reason}
      </span>
    );
  }
  const words =
    wish.kind === 'sending'
      ? wish.asked > 0
        ? 'No answer yet, asking again…'
        : 'Saving…'
      : !live
        ? 'There is no connection.'
        : chosen === null
          ? 'Reading…'
          : '';
  return (
    <span className={hint} role="status">
      {words}
    </span>
  );
}

/** What is typed stays until what is kept changes. */
function useMessage(kept: string): [string, (message: string) => void] {
  const [message, setMessage] = useState(kept);
  useEffect(() => setMessage(kept), [kept]);
  return [message, setMessage];
}
