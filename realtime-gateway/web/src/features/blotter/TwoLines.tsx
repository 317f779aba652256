import type { ReactNode } from 'react';
import * as css from './blotter.css.ts';

/** A second, smaller line where rows are high. */
export function TwoLines({ second, children }: { second: string | false; children: ReactNode }) {
  if (second === false) return children;
  return (
    <span className={css.twoLines}>
      <span>{children}</span>
      <span className={css.secondLine}>{second}</span>
    </span>
  );
}
