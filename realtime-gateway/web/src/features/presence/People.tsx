import type { Person } from '@ringside/client';
import { UsersRound } from 'lucide-react';
import { useId } from 'react';
import { floating } from '../../design/controls.css.ts';
import { dropdown } from '../../design/dropdown.css.ts';
import { Empty } from '../../design/Panel.tsx';
import { useFloor, useFloorState, useNow, usePreferences, useRows } from '../floor/context.ts';
import { PresenceMark } from './PresenceMark.tsx';
import * as css from './presence.css.ts';
import { byFirm, isHere, sinceText, sinceTitle } from './presence.state.ts';

/** In the frame: how many are here; pressed, who. */
export function People() {
  const id = useId();
  const people = useRows(useFloor().people.rows);
  const live = useFloorState(state => state.connection.kind === 'live');
  const here = people.filter(isHere).length;
  const words = live ? `${here} here` : 'unknown';
  return (
    <>
      <button type="button" className={css.opener} popoverTarget={id} title={`Who is on the floor: ${words}`}>
        <UsersRound aria-hidden />
        <span className={css.openerCount}>{live ? here : '–'}</span>
        <span className={css.openerWord}>here</span>
      </button>
      <section
        id={id}
        popover="auto"
        className={`${floating} ${dropdown} ${css.sheet}`}
        aria-label="Who is on the floor"
      >
        <header className={css.sheetHead}>
          <h2 className={css.title}>People</h2>
          <span className={css.note}>
            {live ? `${here} of ${people.length} here` : 'as last seen; there is no connection'}
          </span>
        </header>
        {people.length === 0 ? <Empty title="Nobody is known yet." /> : <Firms people={people} />}
      </section>
    </>
  );
}

function Firms({ people }: { people: readonly Person[] }) {
  const { user } = useFloor();
  const own = people.find(person => person.user === user.id);
  return (
    <div className={css.firms}>
      {byFirm(people, own?.firm).map(({ firm, firmName, here, people: members }) => (
        <section key={firm} aria-label={firmName}>
          <h3 className={css.firm}>
            {firmName}
            <span className={css.note}>
              {here} of {members.length}
            </span>
          </h3>
          <ul className={css.list}>
            {members.map(person => (
              <PersonLine key={person.user} person={person} self={person.user === user.id} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PersonLine({ person, self }: { person: Person; self: boolean }) {
  const { clock } = useFloor();
  const [{ zone }] = usePreferences();
  const now = clock.at(useNow());
  return (
    <li className={css.person} data-testid={`person-${person.user}`}>
      <span className={css.personName}>
        {person.name}
        {self && <span className={css.note}> you</span>}
      </span>
      <span className={css.personStatus}>
        <PresenceMark status={person.status} />
      </span>
      <span className={css.message}>{person.message}</span>
      <span className={css.since} title={sinceTitle(person, now, zone)}>
        {sinceText(person, now)}
      </span>
    </li>
  );
}
