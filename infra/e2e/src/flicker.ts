import type { Page } from 'playwright-core';

/** What stays where it is while prices move, unless the page begins anew. */
const ROWS = '[data-testid=quote], [data-testid=position]';
const MARK = '[data-testid=connection]';
const WORDS = 'Connection lost';

/**
 * From now on notes what a person would see of a connection that was lost: its mark turning, rows going, a word about
 * it. What it answers with tells all of that.
 */
export async function watchFlicker(page: Page): Promise<() => Promise<string[]>> {
  const seen: string[] = [];
  await page.exposeFunction('flickered', (what: string) => seen.push(what));
  await page.evaluate(
    ([rows = '', mark = '', words = '']) => {
      const { flickered } = window as unknown as { flickered(what: string): void };
      const look = ({ target, addedNodes, removedNodes }: MutationRecord) => {
        const state = target instanceof Element && target.matches(mark) && target.getAttribute('data-state');
        if (state && state !== 'live') flickered(`the connection is ${state}`);
        for (const node of removedNodes) {
          if (node instanceof Element && node.matches(rows)) flickered('a row went');
        }
        for (const node of addedNodes) if (node.textContent?.includes(words)) flickered(words);
      };
      new MutationObserver(changes => changes.forEach(look)).observe(document.body, {
        subtree: true,
        childList: true,
        attributeFilter: ['data-state'],
      });
    },
    [ROWS, MARK, WORDS],
  );
  return async () => seen;
}
