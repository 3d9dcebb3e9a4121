import { randomUUID } from 'node:crypto';
import { readCheckpoint } from '../replication/checkpoint.ts';
import { partsOf } from '../replication/journal.ts';
import { countWaiting } from '../replication/outbox.ts';
import type { Journal, TierProofState } from '../types.ts';
import type { UpLine } from './bundle-content.ts';
import type { UpHeader } from './bundle-header.ts';
import { introduce, isIntroduced, linkSecretOf, mintBundleKeys, passphraseOf } from './bundle-keys.ts';
import type { BundleKeys, PublicKeys } from './bundle-keys.ts';
import { BundleProblem } from './bundle-problem.ts';
import { documentOf, planBundle } from './plan-bundle.ts';
import { checkBundle, openBundle, readContent } from './read-bundle.ts';
import { sealBundle } from './seal-bundle.ts';
import { createStickTables, madeBundles, rememberBundle } from './stick-tables.ts';
import type { MadeBundle } from './stick-tables.ts';
import { takeAnswer } from './take-answer.ts';
import type { AnswerCounts } from './take-answer.ts';

export interface StickOptions { journal: Journal; /** Credential of this device at its home hub. */ user: string; password: string; /** Milliseconds since 1970. */ now: () => number }
export interface MakeOptions { /** Leaves out what is on a stick already that no answer spoke of yet. */ goOn?: boolean; /** Room on the stick, before compression. */ maxBytes?: number; onProgress?: (done: number, of: number) => void }
/** `bytes` must be read to their end: only then is the bundle known as made. */
export interface NewBundle { header: UpHeader; bytes: AsyncGenerator<Uint8Array, void> }
export interface AnswerReport extends AnswerCounts { /** Taken before: nothing was changed. */ already: boolean; madeAt: string; from: { unit: string; tier: string; name?: string }; waiting: number; receipts: TierProofState[] }

/** The exchange of one station PC with its home hub by files instead of a line. */
export interface Stick {
  make(options?: MakeOptions): Promise<NewBundle>;
  /** @throws BundleProblem: nothing was changed. */
  receive(file: string, onProgress?: (pulled: number) => void): Promise<AnswerReport>;
  bundles(): MadeBundle[];
}

interface KnownHub { unit: string; signingKey: string; recipient: string }
interface LastAnswer { id: string; serial: number; hub: string }

/** Keys are made at first use and belong to the device: a restored copy goes on with keys of its own. */
export function createStick({ journal, user, password, now }: StickOptions): Stick {
  const parts = partsOf(journal);
  const { core } = parts;
  createStickTables(core);
  const { unit, device } = core.options;
  const linkSecret = linkSecretOf(user, password);
  const read = <T>(name: string) => JSON.parse(core.meta(`stick.${name}.${device}`) ?? 'null') as T | null;
  const write = (name: string, value: unknown) => core.setMeta(`stick.${name}.${device}`, JSON.stringify(value));

  const keys = async (): Promise<BundleKeys> => {
    const known = read<BundleKeys>('keys');
    if (known) return known;
    const made = await mintBundleKeys();
    write('keys', made);
    return made;
  };
  /** A hub shown by the credential both share replaces the one known: it was set up anew. */
  const isTrusted = (from: PublicKeys): boolean => isIntroduced(linkSecret, 'hub', from) || read<KnownHub>('hub')?.signingKey === from.signingKey;

  return {
    bundles: () => madeBundles(core),
    async make({ goOn = false, maxBytes = Number.POSITIVE_INFINITY, onProgress } = {}) {
      const own = await keys();
      const hub = read<KnownHub>('hub');
      const databases = core.databasesUp;
      const plan = planBundle(core, databases, { goOn, maxBytes });
      const header: UpHeader = {
        kind: 'up', id: randomUUID(), madeAt: new Date(now()).toISOString(), from: { ...introduce(linkSecret, 'device', own), unit, user, device }, to: hub?.unit ?? '',
        documents: plan.rows.length, left: plan.left, ...(plan.savedFrom ? { savedFrom: plan.savedFrom, savedTo: plan.savedTo } : {}),
      };
      const places = [...databases, ...core.databasesDown].map((database) => ({ database, ...readCheckpoint(core, database) }));
      const seqs: number[] = [];
      const content = async function* (): AsyncGenerator<UpLine, void> {
        yield { t: 'state', places, lastAnswer: read<LastAnswer>('answer')?.serial ?? 0 };
        for (const row of plan.rows) {
          const document = documentOf(core, row);
          if (!document) continue;
          yield { t: 'document', database: row.database, document };
          seqs.push(row.seq);
          onProgress?.(seqs.length, plan.rows.length);
        }
        yield { t: 'end', documents: seqs.length };
      };
      const sealed = sealBundle({ header, content: content(), to: hub ? { recipient: hub.recipient } : { passphrase: passphraseOf(linkSecret) }, signingPrivate: own.signingPrivate });
      const bytes = async function* (): AsyncGenerator<Uint8Array, void> {
        yield* sealed;
        const { id, madeAt, savedFrom = null, savedTo = null } = header;
        rememberBundle(core, { id, madeAt, documents: seqs.length, savedFrom, savedTo }, seqs);
      };
      return { header, bytes: bytes() };
    },
    async receive(file, onProgress) {
      const bundle = await openBundle(file);
      const { header } = bundle;
      if (header.kind !== 'down') throw new BundleProblem('BundleWrongWay', 'this bundle goes up to the hub; the station receives the answer the hub made to it');
      if (header.to.user !== user) throw new BundleProblem('BundleForeign', `this answer is for the PC ${header.to.user}, not for this one (${user})`);
      if (!isTrusted(header.from)) throw new BundleProblem('BundleForeign', 'this answer is not from the hub of this PC');
      await checkBundle(bundle, header.from.signingKey);
      if (header.to.device !== device) throw new BundleProblem('BundleForeign', `this answer is for device ${header.to.device}; this station goes on as ${device}: make a new bundle for the hub`);
      const { unit: hubUnit, tier, name } = header.from;
      const report = { madeAt: header.madeAt, from: { unit: hubUnit, tier, ...(name === undefined ? {} : { name }) } };
      const last = read<LastAnswer>('answer');
      if (last && last.hub === hubUnit && last.id === header.id) {
        return { ...report, already: true, settled: 0, denied: 0, pulled: 0, conflicts: 0, resent: 0, waiting: countWaiting(core).count, receipts: journal.proofs() };
      }
      if (last && last.hub === hubUnit && header.serial <= last.serial) throw new BundleProblem('BundleOld', 'a newer answer than this one was received before; everything in this one is known here');
      const counts = await takeAnswer(parts, readContent(bundle, { identity: (await keys()).identity }), onProgress);
      write('hub', { unit: hubUnit, signingKey: header.from.signingKey, recipient: header.from.recipient } satisfies KnownHub);
      write('answer', { id: header.id, serial: header.serial, hub: hubUnit } satisfies LastAnswer);
      return { ...report, already: false, ...counts, waiting: countWaiting(core).count, receipts: journal.proofs() };
    },
  };
}
