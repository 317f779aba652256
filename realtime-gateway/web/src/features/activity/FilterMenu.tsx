import type { Side } from '@ringside/client';
import { ListFilter } from 'lucide-react';
import { useMemo } from 'react';
import { type ActivityFilter, NO_FILTER, type Stage } from '../../data/activity-wish.ts';
import * as controls from '../../design/controls.css.ts';
import { SelectField } from '../../design/SelectField.tsx';
import { ToolMenu } from '../blotter/index.ts';
import { useFloorState } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/index.ts';
import * as css from './activity.css.ts';
import { STAGE_WORDS } from './looks.ts';

const PERIODS = [
  ['1', 'Last 24 hours'],
  ['7', 'Last 7 days'],
  ['30', 'Last 30 days'],
] as const;

interface FilterMenuProps {
  filter: ActivityFilter;
  change(filter: ActivityFilter): void;
}

/** Which lines are wanted; the gateway picks them. */
export function FilterMenu({ filter, change }: FilterMenuProps) {
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  const products = useMemo(
    () => [...instruments.values()].map(each => [each.id, each.symbol] as const).toSorted(byWord),
    [instruments],
  );
  const firms = useMemo(() => {
    const names = new Map([...counterparties.values()].map(each => [each.firm, each.firmName]));
    return [...names].toSorted(byWord);
  }, [counterparties]);
  const inUse = isInUse(filter);
  return (
    <ToolMenu name="Filter" Icon={ListFilter} inUse={inUse}>
      <div className={css.filter}>
        <Choice
          name="Product"
          value={filter.product}
          options={products}
          choose={product => change({ ...filter, product })}
        />
        <Choice
          name="Direction"
          value={filter.side}
          options={Object.entries(SIDE_WORDS)}
          choose={side => change({ ...filter, side: side as Side | null })}
        />
        <Choice
          name="Status"
          value={filter.stage}
          options={Object.entries(STAGE_WORDS)}
          choose={stage => change({ ...filter, stage: stage as Stage | null })}
        />
        <Choice
          name="Counterparty"
          value={filter.counterparty}
          options={firms}
          choose={counterparty => change({ ...filter, counterparty })}
        />
        <Choice
          name="Period"
          value={filter.days === null ? null : String(filter.days)}
          options={PERIODS}
          choose={days => change({ ...filter, days: days === null ? null : Number.parseInt(days, 10) })}
        />
        <button
          type="button"
          className={controls.button.quiet}
          disabled={!inUse}
          onClick={() => change(NO_FILTER)}
        >
          Show everything
        </button>
      </div>
    </ToolMenu>
  );
}

export function isInUse(filter: ActivityFilter): boolean {
  return Object.values(filter).some(value => value !== null);
}

interface ChoiceProps {
  name: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
  choose(value: string | null): void;
}

function Choice({ name, value, options, choose }: ChoiceProps) {
  return (
    <SelectField label={name} value={value ?? ''} change={next => choose(next === '' ? null : next)}>
      <option value="">Any</option>
      {options.map(([key, word]) => (
        <option key={key} value={key}>
          {word}
        </option>
      ))}
    </SelectField>
  );
}

const byWord = (a: readonly [string, string], b: readonly [string, string]) => a[1].localeCompare(b[1]);
