import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useCallback, useId, useRef, useState } from 'react';
import type { Preferences } from '../../data/preferences.ts';
import { floating } from '../../design/controls.css.ts';
import { dropdown } from '../../design/dropdown.css.ts';
import * as menu from '../../design/menu.css.ts';
import { Segmented } from '../../design/Segmented.tsx';
import { useDesk, useFloor, usePreferences } from '../floor/context.ts';
import { PersonMark, StatusMenu } from '../presence/index.ts';
import { Sessions } from '../sessions/index.ts';
import * as css from './frame.css.ts';

const THEMES: [Preferences['theme'], string][] = [
  ['system', 'System'],
  ['dark', 'Dark'],
  ['light', 'Light'],
];
const PALETTES: [Preferences['palette'], string][] = [
  ['classic', 'Green up, red down'],
  ['colour-blind', 'Blue up, orange down'],
];
const ZONES: [Preferences['zone'], string][] = [
  ['UTC', 'UTC'],
  ['local', 'Local'],
];

export function UserMenu() {
  const desk = useDesk();
  const { user } = useFloor();
  const [preferences, change] = usePreferences();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const [sessions, setSessions] = useState(false);
  const leaveSessions = useCallback(() => {
    setSessions(false);
    opener.current?.focus();
  }, []);
  return (
    <>
      <button ref={opener} type="button" className={css.quiet} popoverTarget={id} data-testid="user-menu">
        <span className={css.avatar} aria-hidden="true">
          {initials(user.name)}
        </span>
        <span className={css.userName}>{user.name}</span>
        <PersonMark user={user.id} />
      </button>
      <div id={id} popover="auto" className={`${floating} ${dropdown}`}>
        <div className={menu.head}>
          <span>{user.name}</span>
          <span className={menu.note}>
            {user.firm} · {user.role}
          </span>
          <span className={menu.note}>Accounts {user.accounts.join(', ')}</span>
        </div>
        <StatusMenu />
        <div className={menu.group}>
          <Switch
            label="Theme"
            value={preferences.theme}
            options={THEMES}
            choose={theme => change({ theme })}
          />
          <Switch label="Clock" value={preferences.zone} options={ZONES} choose={zone => change({ zone })} />
        </div>
        <Choice
          label="Colours of direction"
          value={preferences.palette}
          options={PALETTES}
          choose={palette => change({ palette })}
        />
        <div className={menu.group}>
          <button type="button" className={menu.item} onClick={() => setSessions(true)}>
            <MonitorSmartphone aria-hidden /> Where you are signed in
          </button>
          <button type="button" className={menu.item} onClick={() => void desk.signOut()}>
            <LogOut aria-hidden /> Sign out
          </button>
        </div>
      </div>
      {sessions && <Sessions leave={leaveSessions} />}
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: [T, string][];
  choose(value: T): void;
}

/** Of a few that one word tells apart. */
function Switch<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div className={menu.oneOf}>
      <span id={name}>{label}</span>
      <Segmented place="head" aria-labelledby={name} value={value} options={options} change={choose} />
    </div>
  );
}

function Choice<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={menu.group}>
      <legend className={menu.label}>{label}</legend>
      {options.map(([key, text]) => (
        <label key={key} className={menu.item}>
          <input
            type="radio"
            className={menu.radio}
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
