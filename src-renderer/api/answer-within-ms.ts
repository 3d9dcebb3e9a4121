/** An answer that takes longer has been lost on the way; the form says so and keeps what was typed. */
const ANSWER_WITHIN_MS = 30_000;
/** Of the station on this PC: no line lies between, and a program that ended is noticed at once. */
const WHOLE_FILE_WITHIN_MS = 15 * 60_000;
/** What makes, copies, checks or rewrites the whole file: minutes on an old PC or a slow stick. */
const ofWholeFile: ReadonlySet<string> = new Set(['firstStart.makeStation', 'firstStart.makePractice', 'session.signIn', 'session.restoreNewest', 'accounts.resetByCode', 'backups.now', 'backups.toStick', 'updates.prepare']
  .map((procedure) => `/trpc/${procedure}`));

/** How long a page waits for the answer of a procedure at this address, in milliseconds. */
export function answerWithinMs(url: string): number {
  return ofWholeFile.has(new URL(url).pathname) ? WHOLE_FILE_WITHIN_MS : ANSWER_WITHIN_MS;
}
