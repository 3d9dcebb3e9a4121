import type { Refusal } from '../common/refusal.ts';
import type { RecordDecision } from './review.schema.ts';

export interface ReviewInput { decision: RecordDecision; version: string; comment?: string; comments?: { field: string; text: string }[] }
export interface ReviewedRecord { version: string; status: string }

/**
 * May this be said of the record as it is now? Refusals: `RecordNotFound`, `NotSubmitted`, `ChangedMeanwhile` (a newer
 * version came while it was read), `ReasonMissing` (a return says why, as a whole or at a field), `NotResponsible {unit}`,
 * `ClaimedByOther {account, until}`, `AlreadyAccepted`.
 */
export function validateReview(
  record: ReviewedRecord | undefined, input: ReviewInput,
  facts: { ownUnit: string; responsibleUnit: string; claim?: { account: string; until: string }; account: string; status: 'submitted' | 'returned' | 'accepted' },
): Refusal[] {
  if (!record) return [{ code: 'RecordNotFound' }];
  if (record.status === 'draft') return [{ code: 'NotSubmitted' }];
  const refusals: Refusal[] = [];
  if (facts.responsibleUnit !== facts.ownUnit) refusals.push({ code: 'NotResponsible', unit: facts.responsibleUnit });
  if (record.version !== input.version) refusals.push({ code: 'ChangedMeanwhile' });
  if (facts.claim && facts.claim.account !== facts.account) refusals.push({ code: 'ClaimedByOther', ...facts.claim });
  if (input.decision === 'returned' && input.comment === undefined && (input.comments ?? []).length === 0) refusals.push({ code: 'ReasonMissing' });
  if (input.decision === 'accepted' && facts.status === 'accepted') refusals.push({ code: 'AlreadyAccepted' });
  return refusals;
}
