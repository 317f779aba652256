import { CircleAlert, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId } from 'react';
import * as controls from '../../design/controls.css.ts';
import { Segmented } from '../../design/Segmented.tsx';
import * as css from './ticket.css.ts';

/** Shift makes a step ten steps. */
const BIG_STEP = 10;

interface NumberFieldProps {
  label: string;
  /** Of what, or how the value stands to something. */
  unit: string;
  /** The unit tells of a danger. */
  warns?: boolean;
  value: string;
  fault: string | undefined;
  disabled: boolean;
  inputRef?: Ref<HTMLInputElement>;
  change(value: string): void;
  step(count: number): void;
}

/** Decimal text with step buttons; the arrow keys do what the buttons do. */
export function NumberField({
  label,
  unit,
  warns,
  value,
  fault,
  disabled,
  inputRef,
  change,
  step,
}: NumberFieldProps) {
  const id = useId();
  function stepByKey(event: KeyboardEvent): void {
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (direction === 0) return;
    event.preventDefault();
    step(direction * (event.shiftKey ? BIG_STEP : 1));
  }
  return (
    <div className={controls.field}>
      <div className={controls.label}>
        <label htmlFor={id}>{label}</label>
        <span className={warns ? controls.caution : controls.hint}>{unit}</span>
      </div>
      <div className={css.stepper}>
        <button
          type="button"
          className={css.stepButton}
          onClick={() => step(-1)}
          disabled={disabled}
          tabIndex={-1}
          aria-label={`${label} down`}
        >
          <Minus aria-hidden />
        </button>
        <input
          id={id}
          ref={inputRef}
          className={`${controls.input} ${controls.number} ${css.stepInput}`}
          value={value}
          onChange={event => change(event.target.value)}
          onKeyDown={stepByKey}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0"
          disabled={disabled}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault`}
        />
        <button
          type="button"
          className={css.stepButton}
          onClick={() => step(1)}
          disabled={disabled}
          tabIndex={-1}
          aria-label={`${label} up`}
        >
          <Plus aria-hidden />
        </button>
      </div>
      {fault !== undefined && (
        <p className={controls.fault} id={`${id}-fault`}>
          <CircleAlert aria-hidden /> {fault}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  change(value: T): void;
}

export function Choice<T extends string>({ label, value, options, change }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className={controls.field}>
      <span className={controls.label} id={id}>
        {label}
      </span>
      <Segmented place="form" aria-labelledby={id} value={value} options={options} change={change} />
    </div>
  );
}
