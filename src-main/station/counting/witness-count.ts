import { countInputs, type CountAnswer } from '../../../src-shared/contract/counts.ts';
import { invalidInput } from '../../../src-shared/domain/common/input-issues.ts';
import type { Accounts, Person } from '../accounts/accounts.ts';
import type { StationDatabase } from '../db/station-database.ts';

/**
 * The second person signs with her password for the lines as they are: a number changed afterwards takes the signature away.
 * Refusals: `InvalidInput`, `CountNotFound`, `WitnessIsCounter` (she is at work herself), those of a sign-in.
 */
export async function witnessCount(db: StationDatabase, accounts: Accounts, person: Person, input: unknown): Promise<CountAnswer> {
  const parsed = countInputs.witness.safeParse(input);
  if (!parsed.success) return { ok: false, refusals: [invalidInput(parsed.error)] };
  const { id, account, password } = parsed.data;
  const linesNow = () => JSON.stringify(db.counts.lines(id));
  if (!db.counts.get(id)) return { ok: false, refusals: [{ code: 'CountNotFound' }] };
  const before = linesNow();
  const unlocked = await accounts.unlock(account, password);
  if (!unlocked.ok) return { ok: false, refusals: [unlocked.refusal] };
  unlocked.key.fill(0);
  if (unlocked.person.account === person.account) return { ok: false, refusals: [{ code: 'WitnessIsCounter' }] };
  // Somebody may have counted on while the password was looked at.
  if (before !== linesNow()) return { ok: false, refusals: [{ code: 'ChangedMeanwhile' }] };
  db.counts.witness(id, unlocked.person.account);
  return { ok: true };
}
