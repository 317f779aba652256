import type { ReactNode, Ref } from 'react';
import * as css from './panel.css.ts';

interface PanelProps {
  title: string;
  /** In place of the title, where several panels share one place. */
  head?: ReactNode;
  /** How many there are, in words or figures. */
  count?: ReactNode;
  tools?: ReactNode;
  frame?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A titled area of the floor. Its body scrolls, its head stays. */
export function Panel({ title, head, count, tools, frame, children }: PanelProps) {
  return (
    <section ref={frame} className={css.panel} aria-label={title}>
      <header className={css.head}>
        {head ?? <h2 className={css.title}>{title}</h2>}
        {count !== undefined && <span className={css.count}>{count}</span>}
        {tools !== undefined && <div className={css.tools}>{tools}</div>}
      </header>
      {children}
    </section>
  );
}

/** One sentence and the next action. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}

/** Rows of the right height while the real ones are on their way. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map(key => (
        <div key={key} className={css.skeletonRow}>
          <div className={css.skeletonBar} />
          <div className={css.skeletonBar} />
          <div className={css.skeletonBar} />
        </div>
      ))}
    </div>
  );
}
