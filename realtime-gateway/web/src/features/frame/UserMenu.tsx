import { LogOut } from 'lucide-react';
import { useId } from 'react';
import type { Preferences } from '../../data/preferences.ts';
import { floating } from '../../design/controls.css.ts';
import { dropdown } from '../../design/dropdown.css.ts';
import { useDesk, useFloor, usePreferences } from '../floor/context.ts';
import { PersonMark, StatusMenu } from '../presence/index.ts';
import * as css from './frame.css.ts';

const THEMES: [Preferences['theme'], string][] = [
  ['system', 'As the system'],
  ['dark', 'Dark'],
  ['light', 'Light'],
];
const PALETTES: [Preferences['palette'], string][] = [
  ['classic', 'Green up, red down'],
  ['colour-blind', 'Blue up, orange down'],
];
const ZONES: [Preferences['zone'], string][] = [
  ['UTC', 'Times in UTC'],
  ['local', 'Local times'],
];

export function UserMenu() {
  const desk = useDesk();
  const { user } = useFloor();
  const [preferences, change] = usePreferences();
  const id = useId();
  return (
    <>
      <button type="button" className={css.quiet} popoverTarget={id}>
        <span className={css.avatar} aria-hidden="true">
          {initials(user.name)}
        </span>
        <span className={css.userName}>{user.name}</span>
        <PersonMark user={user.id} />
      </button>
      <div id={id} popover="auto" className={`${floating} ${dropdown}`}>
        <div className={css.menuHead}>
          <span>{user.name}</span>
          <span className={css.menuNote}>
            {user.firm} · {user.role}
          </span>
          <span className={css.menuNote}>Accounts {user.accounts.join(', ')}</span>
        </div>
        <StatusMenu />
        <Choice
          label="Theme"
          value={preferences.theme}
          options={THEMES}
          choose={theme => change({ theme })}
        />
        <Choice
          label="Colours of direction"
          value={preferences.palette}
          options={PALETTES}
          choose={palette => change({ palette })}
        />
        <Choice label="Clock" value={preferences.zone} options={ZONES} choose={zone => change({ zone })} />
        <div className={css.menuGroup}>
          <button type="button" className={css.menuItem} onClick={() => void desk.signOut()}>
            <LogOut aria-hidden /> Sign out
          </button>
        </div>
      </div>
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: [T, string][];
  choose(value: T): void;
}

function Choice<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={css.menuGroup}>
      <legend className={css.menuLabel}>{label}</legend>
      {options.map(([key, text]) => (
        <label key={key} className={css.menuItem}>
          <input
            type="radio"
            className={css.menuRadio}
            name={name}
            checked={key === value}
            onChange={() => choose(key)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
