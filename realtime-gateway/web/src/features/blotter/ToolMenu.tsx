import type { ComponentType, ReactNode, ToggleEvent } from 'react';
import { useId, useRef } from 'react';
import { floating, iconButton } from '../../design/controls.css.ts';
import { MENU_GAP_PX } from '../../design/theme.ts';
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
        onToggle={event => place(event, opener.current)}
      >
        {children}
      </div>
    </>
  );
}

/** Below its button, or as far above the foot of the page as it needs. */
function place({ newState, currentTarget }: ToggleEvent<HTMLElement>, opener: HTMLElement | null): void {
  const at = opener?.getBoundingClientRect();
  if (newState !== 'open' || !at) return;
  const top = Math.min(at.bottom + MENU_GAP_PX, innerHeight - currentTarget.offsetHeight - MENU_GAP_PX);
  currentTarget.style.setProperty('top', `${Math.max(top, MENU_GAP_PX)}px`);
  const left = Math.max(at.right - currentTarget.offsetWidth, MENU_GAP_PX);
  currentTarget.style.setProperty('left', `${left}px`);
}
