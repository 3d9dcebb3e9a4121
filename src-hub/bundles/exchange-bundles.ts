import { rmSync } from 'node:fs';
import { HubProblem } from '../provisioning/hub-problem.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import type { Log } from '../public/call.ts';
import { nameOfFault } from '../public/name-of-fault.ts';
import { ParentProblem } from '../upstream/parent-client.ts';
import type { AskParent } from '../upstream/parent-client.ts';
import { incomingBundle, readPiece } from './bundle-pieces.ts';
import { MOST_BUNDLE_BYTES, dropKept, keptFor } from './kept-bundles.ts';
import { receiveBundle } from './receive-bundle.ts';
import { BUNDLES_PATH } from './serve-bundles.ts';

/** `waiting`: bundles the parent says it keeps for this hub; `undefined` where it knows nothing of bundles. One after the other, one request at a time. Throws `ParentProblem` where the line was lost. */
export type ExchangeBundles = (ask: AskParent, signal: AbortSignal, waiting: number | undefined) => Promise<void>;

/** What was not taken, here or there, is tried again after this. */
const AGAIN_MS = 10 * 60_000;
const MOST_STALLS = 3;
/** Refusals of the hub that opens it that no second look changes; the station hears of them with its next bundle, and still holds everything. */
const final = new Set(['BundleDamaged', 'BundleForeign', 'BundleWrongWay', 'DeviceRevoked']);

/** Fetches from the parent the bundles that are for this hub or go on below it, and brings it those that go up. */
export function createBundleExchange(place: WorkPlace, log: Log): ExchangeBundles {
  const { dir } = place;
  const again = new Map<string, number>();
  const isDue = (digest: string) => (again.get(digest) ?? 0) <= performance.now();

  /** One that cannot be moved on holds up no other; a lost line ends the round. */
  async function tried(digest: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (!isDue(digest)) return;
    try {
      await work();
      again.delete(digest);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ParentProblem && error.kind === 'away') throw error;
      again.set(digest, performance.now() + AGAIN_MS);
      log('bundle waits', { code: error instanceof HubProblem ? error.code : error instanceof ParentProblem ? error.message : nameOfFault(error) });
    }
  }

  async function fetchOne(ask: AskParent, signal: AbortSignal, { digest, bytes }: { digest: string; bytes: number }): Promise<void> {
    const path = `${BUNDLES_PATH}/${digest}`;
    const incoming = incomingBundle(dir, 'parent', digest);
    for (let here = incoming.size(); here < bytes;) {
      const { body } = await ask('GET', `${path}?at=${here}`, { signal });
      const piece = Buffer.from(String((body as { piece?: unknown } | undefined)?.piece ?? ''), 'base64');
      if (piece.length === 0 || here + piece.length > bytes) throw new HubProblem('BundleDamaged', 'the parent keeps less of it, or more, than it says');
      signal.throwIfAborted();
      here = incoming.add(here, piece);
    }
    const file = incoming.finish();
    if (file === undefined) throw new HubProblem('BundleDamaged', 'what the parent sent is not the bundle of this digest');
    try {
      const { user, documents, stored } = await receiveBundle(place, { file }, 'parent');
      log('bundle from above', { user, documents, stored });
    } catch (error) {
      if (!(error instanceof HubProblem) || !final.has(error.code)) throw error;
      log('bundle from above refused', { code: error.code });
    } finally {
      rmSync(file, { force: true });
    }
    await ask('DELETE', path, { signal, allow: [404] });
  }

  async function bringOne(ask: AskParent, signal: AbortSignal, { digest, bytes }: { digest: string; bytes: number }): Promise<void> {
    for (let here = 0, isTaken = false, stalls = 0; !isTaken;) {
      const piece = readPiece(dir, digest, here);
      if (piece !== undefined) {
        const { body } = await ask('PUT', `${BUNDLES_PATH}/${digest}`, { signal, body: { at: here, bytes, piece: piece.toString('base64') } });
        const answer = (body ?? {}) as { here?: unknown; taken?: unknown };
        isTaken = answer.taken === true;
        const then = Math.min(bytes, Math.max(0, Number(answer.here) || 0));
        // A parent that has less than before was put back or is out of room.
        if (then <= here && !isTaken && (stalls += 1) > MOST_STALLS) throw new HubProblem('BundleWaits', 'the parent does not get further with it');
        here = then;
      } else isTaken = true;
    }
    dropKept(place, digest);
  }

  return async (ask, signal, waiting) => {
    if (waiting === undefined) return;
    if (waiting > 0) {
      const { body } = await ask('GET', BUNDLES_PATH, { signal });
      const list = (body as { bundles?: { digest: string; bytes: number }[] } | undefined)?.bundles;
      for (const one of Array.isArray(list) ? list : []) {
        if (/^[0-9a-f]{64}$/.test(one.digest) && one.bytes > 0 && one.bytes <= MOST_BUNDLE_BYTES) await tried(one.digest, signal, () => fetchOne(ask, signal, one));
      }
    }
    for (const one of keptFor(place, 'parent')) await tried(one.digest, signal, () => bringOne(ask, signal, one));
  };
}
