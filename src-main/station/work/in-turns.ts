import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many at a time take a few milliseconds. */
const AT_ONCE = 10;

/** Works through a long list a few at a time; between them others have their turn. */
export async function inTurns<T>(all: readonly T[], work: (some: readonly T[]) => void): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) {
    work(all.slice(at, at + AT_ONCE));
    await nextTurn();
  }
}
