import type { AskView } from './ask.state.ts';
import * as css from './ticket.css.ts';
import type { TicketView } from './ticket.state.ts';

/** What is about to be sent in words, or why it cannot be. */
export function Preview({ view }: { view: TicketView | AskView }) {
  if (view.kind === 'ready') {
    return (
      <p className={css.preview} data-testid="preview">
        {view.preview}
      </p>
    );
  }
  if (view.kind === 'blocked') {
    return (
      <p className={`${css.preview} ${css.blocked}`} role="status">
        {view.reason}
      </p>
    );
  }
  return <p className={css.preview}>What you are about to send is spelled out here.</p>;
}

const KEYS = [
  ['B', 'buy'],
  ['S', 'sell'],
  ['N', 'new'],
  ['R', 'request quotes'],
  ['Q', 'answer a request'],
  ['↑ ↓', 'step'],
  ['Enter', 'send'],
  ['Esc', 'clear'],
] as const;

export function Legend() {
  return (
    <footer className={css.legend}>
      {KEYS.map(([key, meaning]) => (
        <span key={key}>
          <kbd className={css.key}>{key}</kbd>
          {meaning}
        </span>
      ))}
    </footer>
  );
}
