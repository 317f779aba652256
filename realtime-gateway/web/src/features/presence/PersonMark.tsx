import { useFloor, useRow } from '../floor/context.ts';
import { PresenceMark } from './PresenceMark.tsx';

/** Beside a name, wherever it stands. */
export function PersonMark({ user }: { user: string }) {
  const person = useRow(useFloor().people.rows, user);
  return person ? <PresenceMark status={person.status} small /> : null;
}
