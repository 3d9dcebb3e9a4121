import type { PathEntry } from '../public/call.ts';
import { LOOK_MS } from './look-times.ts';
import { ParentProblem } from './parent-client.ts';
import type { AskParent } from './parent-client.ts';

const LONGEST_PATH = 20;

/** Reads the parent's greeting: it must be a CouchDB, and may say where it stands among the tiers, and how many bundles it keeps for this hub. */
export async function readWelcome(ask: AskParent, signal: AbortSignal): Promise<{ path: PathEntry[]; bundles: number | undefined }> {
  const { body } = await ask('GET', '/', { signal, timeoutMs: LOOK_MS });
  const welcome = body as { couchdb?: unknown; tramxa?: { path?: unknown; bundles?: unknown } } | undefined;
  if (welcome?.couchdb === undefined) throw new ParentProblem('away', 'is not a CouchDB');
  const path = Array.isArray(welcome.tramxa?.path) ? welcome.tramxa.path as unknown[] : [];
  const bundles = welcome.tramxa?.bundles;
  return {
    bundles: typeof bundles === 'number' ? bundles : undefined,
    path: path.slice(0, LONGEST_PATH).flatMap((entry): PathEntry[] => {
      const { unit, tier, name } = (entry ?? {}) as Record<string, unknown>;
      if (typeof unit !== 'string' || typeof tier !== 'string' || !/^[a-z0-9]{1,40}$/.test(unit)) return [];
      return [{ unit, tier: tier.slice(0, 40), ...(typeof name === 'string' ? { name: name.slice(0, 200) } : {}) }];
    }),
  };
}

/** True when the parent knows who we are. */
export async function checkCredential(ask: AskParent, signal: AbortSignal): Promise<void> {
  const { body } = await ask('GET', '/_session', { signal, timeoutMs: LOOK_MS });
  if (((body ?? {}) as { userCtx?: { name?: unknown } }).userCtx?.name == null) throw new ParentProblem('refuses', 'does not know this hub', 401);
}
