import type { ComponentType, ReactNode } from 'react';
import { useId, useRef } from 'react';
import { floating, iconButton } from '../../design/controls.css.ts';
import { placeAt } from '../../design/place-at.ts';
import * as css from './blotter.css.ts';

interface ToolMenuProps {
  name: string;
  Icon: ComponentType<{ 'aria-label'?: string }>;
  /** Something in it was chosen and is at work. */
  inUse?: boolean;
  children: ReactNode;
}

/** A tool in the head of a table, whose choices come up below it. */
export function ToolMenu({ name, Icon, inUse = false, children }: ToolMenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={`${iconButton} ${css.tool}`}
        popoverTarget={id}
        title={name}
        data-in-use={inUse}
      >
        <Icon aria-label={inUse ? `${name}, in use` : name} />
      </button>
      <div
        id={id}
        popover="auto"
        className={`${floating} ${css.menu}`}
        onToggle={event => event.newState === 'open' && placeAt(event.currentTarget, opener.current)}
      >
        {children}
      </div>
    </>
  );
}
