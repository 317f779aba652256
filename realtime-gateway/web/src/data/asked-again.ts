/** How long what did not come waits before it is asked for again, ms. */
export const ASK_AGAIN_MS = 5_000;

/** Asks until it comes: a page that works does not end because the network was away in this moment. */
export async function askedAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise(passed => setTimeout(passed, ASK_AGAIN_MS));
    }
  }
}
