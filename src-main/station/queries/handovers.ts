import type { ArrivingRow, SentRow } from '../../../src-shared/contract/queries.ts';
import { sentState } from '../../../src-shared/domain/handover/derive-handover-state.ts';
import { stands } from '../../../src-shared/domain/handover/stands.ts';
import type { Query } from './query.ts';
import { unitNames } from './unit-names.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** People on their way: those who come to this station, what waits for an answer first, and those it handed over, the newest first. */
export const handovers: Query<'handovers'> = (_, { db }) => {
  const names = unitNames(db);
  const arriving = db.handovers.arriving().map((transfer): ArrivingRow => {
    const answer = db.handovers.answerOf(transfer._id);
    const { person = {}, records = [], fromUnit, note, sentAt = '', sentBy, withdrawnAt, reason = '' } = transfer;
    const nationalId = text(person['nationalId']);
    return {
      id: transfer._id, fromUnit, fromName: transfer.fromName ?? names(fromUnit) ?? fromUnit, reason, sentAt, sentBy: sentBy?.displayName ?? '', fullName: text(person['fullName']), bornOn: text(person['bornOn']), sex: text(person['sex']), records: records.filter(stands).length,
      ...(note === undefined ? {} : { note }), ...(nationalId === '' ? {} : { nationalId }), ...(withdrawnAt === undefined ? {} : { withdrawnAt }), ...(db.handovers.isArrivedAtBoth(transfer) && !db.people.get(answer?.patientId ?? '')?.patient.voided ? { atBoth: true as const } : {}), ...(answer ? { decision: answer.decision, ...(answer.patientId === undefined ? {} : { patientId: answer.patientId }) } : {}),
    };
  }).sort((a, b) => Number(a.decision !== undefined) - Number(b.decision !== undefined) || (a.sentAt < b.sentAt ? 1 : -1));
  const sent = db.handovers.sent().map((handover): SentRow => {
    const answered = db.handovers.answered(handover._id);
    const { _id: id, patientId, toUnit, reason, note, sentAt, sentBy } = handover;
    return {
      id, patientId, patientName: db.people.get(patientId)?.patient.fullName ?? '', toUnit, toName: names(toUnit) ?? toUnit, reason, sentAt, sentBy: sentBy.displayName, state: sentState(handover, answered), ...(db.handovers.isSentAtBoth(handover) ? { atBoth: true as const } : {}),
      ...(note === undefined ? {} : { note }), ...(answered?.answeredAt === undefined ? {} : { answeredAt: answered.answeredAt, answeredBy: answered.answeredBy?.displayName ?? '' }), ...(answered?.note === undefined ? {} : { answerNote: answered.note }),
    };
  }).sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
  return { arriving, sent };
};
