import { Check, LogOut } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { Preferences } from '../../data/preferences.ts';
import { floating } from '../../design/controls.css.ts';
import { useDesk, useFloor, usePreferences } from '../floor/context.ts';
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
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={css.quiet} aria-label={`Menu of ${user.name}`}>
        <span className={css.avatar}>{initials(user.name)}</span>
        <span className={css.userName}>{user.name}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={floating} align="end" sideOffset={4}>
          <div className={css.menuHead}>
            <span>{user.name}</span>
            <span className={css.menuNote}>
              {user.firm} · {user.role}
            </span>
            <span className={css.menuNote}>Accounts {user.accounts.join(', ')}</span>
          </div>
          <Choice label="Theme" value={preferences.theme} options={THEMES} choose={theme => change({ theme })} />
          <Choice
            label="Colours of direction"
            value={preferences.palette}
            options={PALETTES}
            choose={palette => change({ palette })}
          />
          <Choice label="Clock" value={preferences.zone} options={ZONES} choose={zone => change({ zone })} />
          <DropdownMenu.Separator className={css.menuLine} />
          <DropdownMenu.Item className={css.menuItem} onSelect={() => void desk.signOut()}>
            <LogOut aria-hidden /> Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: [T, string][];
  choose(value: T): void;
}

function Choice<T extends string>({ label, value, options, choose }: ChoiceProps<T>) {
  return (
    <>
      <DropdownMenu.Separator className={css.menuLine} />
      <DropdownMenu.Label className={css.menuLabel}>{label}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={value} onValueChange={next => choose(next as T)}>
        {options.map(([key, text]) => (
          <DropdownMenu.RadioItem key={key} value={key} className={css.menuItem} onSelect={event => event.preventDefault()}>
            {text}
            <DropdownMenu.ItemIndicator className={css.menuCheck}>
              <Check aria-hidden />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
