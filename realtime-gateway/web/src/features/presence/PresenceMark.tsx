import type { PresenceStatus } from '@ringside/client';
import { StatusMark } from '../../design/StatusMark.tsx';
import * as css from './presence.css.ts';
import { STATUS } from './presence.state.ts';

/** How somebody is seen: the mark and the word, which may be for screen readers only where there is no room. */
export function PresenceMark({ status, small }: { status: PresenceStatus; small?: boolean }) {
  const { word, tone, shape } = STATUS[status];
  return (
    <span className={css.status} title={small ? word : undefined}>
      <StatusMark tone={tone} shape={shape} />
      <span className={small ? css.unseen : undefined}>{word}</span>
    </span>
  );
}
