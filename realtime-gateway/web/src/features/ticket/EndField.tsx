import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { zoneName } from '../../data/format.ts';
import * as controls from '../../design/controls.css.ts';

interface EndFieldProps {
  value: string;
  fault: string | undefined;
  change(value: string): void;
}

/** When an order that is good until a time ends, as the clocks here show it. */
export function EndField({ value, fault, change }: EndFieldProps) {
  const id = useId();
  return (
    <div className={controls.field}>
      <div className={controls.label}>
        <label htmlFor={id}>Good until</label>
        <span className={controls.hint}>{zoneName('local')}</span>
      </div>
      <input
        id={id}
        type="datetime-local"
        className={controls.input}
        value={value}
        onChange={event => change(event.target.value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
      />
      {fault !== undefined && (
        <p className={controls.fault} id={`${id}-fault`}>
          <CircleAlert aria-hidden /> {fault}
        </p>
      )}
    </div>
  );
}
