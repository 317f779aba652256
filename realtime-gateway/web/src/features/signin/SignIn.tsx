import { CircleAlert } from 'lucide-react';
import { type FormEvent, useId } from 'react';
import { useStore } from 'zustand';
import * as controls from '../../design/controls.css.ts';
import { Mark } from '../../design/Mark.tsx';
import { useDesk } from '../floor/context.ts';
import { EnvironmentBadge } from '../frame/EnvironmentBadge.tsx';
import * as css from './signin.css.ts';

interface SignInProps {
  busy: boolean;
  fault: string | null;
}

export function SignIn({ busy, fault }: SignInProps) {
  const desk = useDesk();
  const environment = useStore(desk.environment);
  const ids = { user: useId(), password: useId() };

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void desk.signIn(String(form.get('user')).trim(), String(form.get('password')));
  }

  return (
    <main className={css.page}>
      <div className={css.card}>
        <div className={css.brand}>
          <Mark />
          <h1 className={css.name}>Ringside</h1>
          <span className={css.badge}>
            <EnvironmentBadge />
          </span>
        </div>
        <form className={css.form} onSubmit={submit}>
          <div className={controls.field}>
            <label className={controls.label} htmlFor={ids.user}>
              User
            </label>
            <input
              id={ids.user}
              className={controls.input}
              name="user"
              autoComplete="username"
              required
              maxLength={64}
              // biome-ignore lint/a11y/noAutofocus: the page has this one purpose
              autoFocus
            />
          </div>
          <div className={controls.field}>
            <label className={controls.label} htmlFor={ids.password}>
              Password
            </label>
            <input
              id={ids.password}
              className={controls.input}
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={256}
            />
          </div>
          {fault !== null && (
            <p className={controls.fault} role="alert">
              <CircleAlert aria-hidden /> {fault}
            </p>
          )}
          <button type="submit" className={`${controls.button.accent} ${controls.fullWidth}`} disabled={busy}>
            {busy ? 'Signing in…' : 'Sign in'}
          </button>
        </form>
        <p className={css.note}>
          {environment?.passwordHint ?? 'Every order you send is recorded under your name.'}
        </p>
      </div>
    </main>
  );
}
