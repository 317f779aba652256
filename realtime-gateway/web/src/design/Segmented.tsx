import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import * as controls from './controls.css.ts';

interface SegmentedProps<T extends string> {
  value: T;
  options: readonly (readonly [T, ReactNode])[];
  change(value: T): void;
  /** The head of a panel is lower than a form. */
  place: 'head' | 'form';
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
}

/** One of a few, all of them in sight; pressing the chosen one again changes nothing. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { value, options, change, place, className, ...names } = props;
  const group = place === 'head' ? controls.headSegmented : controls.segmented;
  return (
    <ToggleGroup.Root
      type="single"
      className={className ? `${group} ${className}` : group}
      value={value}
      onValueChange={next => next && change(next as T)}
      {...names}
    >
      {options.map(([key, content]) => (
        <ToggleGroup.Item
          key={key}
          className={place === 'head' ? controls.headSegment : controls.segment}
          value={key}
        >
          {content}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
