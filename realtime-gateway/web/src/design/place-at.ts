import { MENU_GAP_PX } from './theme.ts';

/** Puts a floating sheet below what it is about, or above where there is no room below; always within the page. */
export function placeAt(sheet: HTMLElement, anchor: HTMLElement | null): void {
  const at = anchor?.getBoundingClientRect();
  const below = (at?.bottom ?? 0) + MENU_GAP_PX;
  const fits = below + sheet.offsetHeight + MENU_GAP_PX <= innerHeight;
  const above = (at?.top ?? innerHeight) - sheet.offsetHeight - MENU_GAP_PX;
  sheet.style.setProperty('top', `${Math.max(fits ? below : above, MENU_GAP_PX)}px`);
  const right = Math.min(at?.right ?? innerWidth, innerWidth - MENU_GAP_PX);
  sheet.style.setProperty('left', `${Math.max(right - sheet.offsetWidth, MENU_GAP_PX)}px`);
}
