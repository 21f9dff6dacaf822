/** Often enough that nobody waits for it, seldom enough to cost nothing. */
const LOOK_EVERY_MS = 30;

/**
 * Waits until Office.js has come, however late: the page itself tells the user when it takes too long.
 * The answer is the host's name, or `null` outside of Office.
 */
export async function officeReady(): Promise<Office.HostType | null> {
  while (typeof Office === 'undefined' || typeof Office.onReady !== 'function') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const { host } = await Office.onReady();
  return (host as Office.HostType | null | undefined) ?? null;
}
