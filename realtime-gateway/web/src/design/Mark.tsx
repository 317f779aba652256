import * as css from './mark.css.ts';

/** The ring: two open circles, one within the other. */
export function Mark() {
  return (
    <svg className={css.mark} viewBox="3 3 26 26" fill="none" strokeLinecap="round" aria-hidden="true">
      <path className={css.outer} d="M16 5a11 11 0 1 1-7.8 3.2" />
      <path className={css.inner} d="M16 11a5 5 0 1 1-3.5 1.5" />
    </svg>
  );
}
