import { type ReactNode, useId } from 'react';
import * as controls from './controls.css.ts';

interface SelectFieldProps {
  label: string;
  value: string;
  disabled?: boolean;
  change(value: string): void;
  /** The options. */
  children: ReactNode;
}

/** One of many, which are seen when it is opened. */
export function SelectField({ label, value, disabled = false, change, children }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={controls.field}>
      <label className={controls.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={controls.input}
        value={value}
        disabled={disabled}
        onChange={event => change(event.target.value)}
      >
        {children}
      </select>
    </div>
  );
}
