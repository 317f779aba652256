import { mark } from './status.css.ts';

export type Tone = keyof typeof mark;
export type Shape = 'full' | 'half' | 'ring' | 'cross' | 'dash';

const PATHS: Record<Shape, { d: string; hollow: boolean }> = {
  full: { d: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', hollow: false },
  half: { d: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M5 1a4 4 0 0 1 0 8z', hollow: true },
  ring: { d: 'M1 5a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', hollow: true },
  cross: { d: 'M1.5 1.5l7 7M8.5 1.5l-7 7', hollow: true },
  dash: { d: 'M1 5h8', hollow: true },
};

/** A status is told by colour and by shape; the word stands beside it. */
export function StatusMark({ tone, shape }: { tone: Tone; shape: Shape }) {
  const { d, hollow } = PATHS[shape];
  return (
    <svg
      className={mark[tone]}
      viewBox="0 0 10 10"
      aria-hidden="true"
      fillOpacity={hollow ? 0 : 1}
      strokeWidth={hollow ? 2 : 0}
    >
      <path d={d} />
      {shape === 'half' && <path d="M5 1a4 4 0 0 1 0 8z" fillOpacity={1} strokeWidth={0} />}
    </svg>
  );
}
