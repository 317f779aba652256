import type { Person, PresenceChoice, PresenceStatus } from '@ringside/client';
import { ageText, stampText, type Zone, zoneName } from '../../data/format.ts';
import type { Shape, Tone } from '../../design/StatusMark.tsx';

interface StatusView {
  word: string;
  tone: Tone;
  shape: Shape;
}

/** Colour, shape and word: each tells the status without the others. */
export const STATUS: Record<PresenceStatus, StatusView> = {
  ACTIVE: { word: 'Active', tone: 'up', shape: 'full' },
  AWAY: { word: 'Away', tone: 'warning', shape: 'half' },
  BUSY: { word: 'Busy', tone: 'down', shape: 'dash' },
  OFFLINE: { word: 'Offline', tone: 'neutral', shape: 'ring' },
};

export interface ChoiceView {
  choice: PresenceChoice;
  word: string;
  note: string;
  /** What others see, where that is certain. */
  status: PresenceStatus | null;
}

export const CHOICES: ChoiceView[] = [
  { choice: 'AUTO', word: 'Automatic', note: 'away after 5 min', status: null },
  { choice: 'ACTIVE', word: 'Active', note: '', status: 'ACTIVE' },
  { choice: 'AWAY', word: 'Away', note: '', status: 'AWAY' },
  { choice: 'BUSY', word: 'Busy', note: 'do not disturb', status: 'BUSY' },
  { choice: 'OFFLINE', word: 'Appear offline', note: '', status: 'OFFLINE' },
];

const ORDER: PresenceStatus[] = ['ACTIVE', 'BUSY', 'AWAY', 'OFFLINE'];

export interface FirmGroup {
  firm: string;
  firmName: string;
  here: number;
  people: Person[];
}

/** By firm, the own one first; within a firm whoever can be reached first. */
export function byFirm(people: readonly Person[], own: string | undefined): FirmGroup[] {
  const groups = new Map<string, FirmGroup>();
  for (const person of people) {
    const group = groups.get(person.firm) ?? {
      firm: person.firm,
      firmName: person.firmName,
      here: 0,
      people: [],
    };
    group.people.push(person);
    if (isHere(person)) group.here += 1;
    groups.set(person.firm, group);
  }
  const firms = [...groups.values()];
  for (const { people: members } of firms) {
    members.sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.name.localeCompare(b.name));
  }
  return firms.sort((a, b) => rank(a.firm, own) - rank(b.firm, own) || a.firmName.localeCompare(b.firmName));
}

export function isHere(person: Person): boolean {
  return person.status !== 'OFFLINE';
}

/** Since when, or when somebody who is gone was seen last. `now` is the server's. */
export function sinceText(person: Person, now: number): string {
  const at = isHere(person) ? person.since : person.lastSeenAt;
  if (at === undefined) return 'never here';
  const ago = ageText(Math.max(0, now - Date.parse(at)));
  return isHere(person) ? `for ${ago}` : `seen ${ago} ago`;
}

/** The same to the second. */
export function sinceTitle(person: Person, now: number, zone: Zone): string {
  const at = isHere(person) ? person.since : person.lastSeenAt;
  if (at === undefined) return '';
  return `${isHere(person) ? 'since' : 'last seen'} ${stampText(Date.parse(at), now, zone)} ${zoneName(zone)}`;
}

function rank(firm: string, own: string | undefined): number {
  return firm === own ? 0 : 1;
}
