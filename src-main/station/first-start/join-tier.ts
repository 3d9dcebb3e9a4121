import type { EnrolmentSummary } from '../../../src-shared/contract/first-start.ts';
import type { Accounts, Person } from '../accounts/accounts.ts';
import { saveAuditEvent } from '../db/save-audit-event.ts';
import type { OpenStation } from '../station.ts';
import { StationProblem } from '../station-problem.ts';
import { summaryOf } from './create-first-start.ts';
import { openEnrolment } from './open-enrolment.ts';

/**
 * Joins a station that works already to the tier above: its hub, its credential, and the file's key left with it, sealed. Only the head may.
 * @throws StationProblem `RoleNotAllowed`, `EnrolmentOfOtherUnit`, `PracticeNeverSyncs`, those of the file.
 */
export async function joinTier({ accounts, open, person }: { accounts: Accounts; open: OpenStation; person: Person }, { file, pin }: { file: string; pin: string }): Promise<EnrolmentSummary> {
  if (person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station may join it to a tier');
  const enrolment = await openEnrolment(file, pin);
  if (enrolment.unit !== open.db.identity.unit) throw new StationProblem('EnrolmentOfOtherUnit', `the enrolment file is for unit ${enrolment.unit}`, { unit: enrolment.unit });
  await open.sync.enrol(enrolment.hub);
  if (enrolment.escrow !== undefined) await accounts.setEscrow(open.key, enrolment.hubUnit, enrolment.escrow);
  saveAuditEvent(open.db, person, 'joinTier', [`unit:${enrolment.hubUnit}`]);
  return summaryOf(enrolment);
}
