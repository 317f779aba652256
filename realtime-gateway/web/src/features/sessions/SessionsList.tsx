import type { SignIn } from '@ringside/client';
import { Monitor, Smartphone } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { stampText } from '../../data/format.ts';
import { clientName, endOthers, endSignIn, isHandheld, readSignIns } from '../../data/sign-ins.ts';
import { button, chip } from '../../design/controls.css.ts';
import { Skeleton } from '../../design/Panel.tsx';
import { useFloor, useNow, usePreferences } from '../floor/context.ts';
import * as css from './sessions.css.ts';
import { ended, ending, lastUseWords, OTHERS, read, type SessionsState } from './sessions.state.ts';

/** Each sign-in with its client, its address and its last use; what is not this one can be ended from here. */
export default function SessionsList() {
  const { session } = useFloor();
  const [state, setState] = useState<SessionsState>({ kind: 'reading' });

  const load = useCallback(
    () =>
      readSignIns(session).then(
        signIns => setState(before => read(before, signIns)),
        problem => setState({ kind: 'failed', reason: reasonOf(problem) }),
      ),
    [session],
  );
  useEffect(() => void load(), [load]);

  function end(id: string): void {
    setState(before => ending(before, id));
    const answer: Promise<unknown> = id === OTHERS ? endOthers(session) : endSignIn(session, id);
    answer.then(
      () => setState(before => ended(before, id, null)),
      problem => setState(before => ended(before, id, `Not signed out: ${reasonOf(problem)}`)),
    );
  }

  if (state.kind === 'reading') return <Skeleton rows={3} label="Reading where you are signed in" />;
  if (state.kind === 'failed') {
    return (
      <div className={css.failed} role="alert">
        <p className={css.note}>Where you are signed in could not be read: {state.reason}</p>
        <button type="button" className={button.outlined} onClick={() => void load()}>
          Read again
        </button>
      </div>
    );
  }
  const { sessions, unanswered } = state.signIns;
  const others = sessions.filter(signIn => !signIn.current).length;
  const busy = (id: string) => state.ending.has(id) || state.ending.has(OTHERS);
  return (
    <>
      <header className={css.head}>
        <h2 className={css.title}>Where you are signed in</h2>
        <span className={css.count}>{sessions.length}</span>
        {others > 0 && (
          <button
            type="button"
            className={`${button.quiet} ${css.tool}`}
            disabled={busy(OTHERS)}
            onClick={() => end(OTHERS)}
          >
            Sign out all others
          </button>
        )}
      </header>
      {state.fault !== null && (
        <p className={css.fault} role="alert">
          {state.fault}
        </p>
      )}
      <ul className={css.list}>
        {sessions.map(signIn => (
          <SignInLine key={signIn.id} signIn={signIn} busy={busy(signIn.id)} end={() => end(signIn.id)} />
        ))}
      </ul>
      {others === 0 && <p className={css.note}>You are signed in nowhere else.</p>}
      {unanswered.length > 0 && (
        <p className={css.note}>
          Not every gateway answered, so a connection may be missing: {unanswered.join(', ')}.
        </p>
      )}
    </>
  );
}

function SignInLine({ signIn, busy, end }: { signIn: SignIn; busy: boolean; end(): void }) {
  const now = useNow();
  const [{ zone }] = usePreferences();
  const Icon = isHandheld(signIn.client) ? Smartphone : Monitor;
  const name = clientName(signIn.client);
  return (
    <li className={css.line} data-testid="sign-in">
      <Icon className={css.icon} aria-hidden />
      <div className={css.words}>
        <span className={css.name} title={signIn.client}>
          {name}
        </span>
        <span className={css.text}>
          {lastUseWords(signIn, now)} · {signIn.address ?? 'address unknown'}
        </span>
        <span className={css.text}>Since {stampText(Date.parse(signIn.signedInAt), now, zone)}</span>
      </div>
      {signIn.current ? (
        <span className={chip.neutral}>This one</span>
      ) : (
        <button
          type="button"
          className={`${button.outlined} ${css.press}`}
          disabled={busy}
          aria-label={`Sign out ${name}, ${signIn.address ?? 'address unknown'}`}
          onClick={end}
        >
          {busy ? 'Signing out' : 'Sign out'}
        </button>
      )}
    </li>
  );
}

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
