import { isAtBoth, movedOut } from '../../../src-shared/domain/handover/derive-handover-state.ts';
import { answerIdOf, handover as handoverSchema, handoverAnswer, transfer as transferSchema, transferIdOf, type CarriedRecord, type Handover, type HandoverAnswer, type Transfer } from '../../../src-shared/domain/handover/handover.schema.ts';
import type { StorageCore, StoredDocument } from '../../../store/index.ts';
import { bodyOf } from './read-record.ts';

/** People handed over to other stations and those who come from them, in memory; follows every commit. */
export interface HandoverIndex {
  sent(): Handover[];
  handover(id: string): Handover | undefined;
  /** What came back of the other station's answer. */
  answered(handoverId: string): Transfer | undefined;
  /** The handover by which a person is away now. */
  away(patientId: string): Handover | undefined;
  /** Taken back here while the other station took the person in, or the other way round: they stand in both books. */
  isSentAtBoth(handover: Handover): boolean;
  isArrivedAtBoth(transfer: Transfer): boolean;
  arriving(): Transfer[];
  transfer(id: string): Transfer | undefined;
  answerOf(transferId: string): HandoverAnswer | undefined;
  /** The history that came along with these records of a person, each once, and the transfer it came with. */
  carried(patientIds: readonly string[]): { transfer: Transfer; record: CarriedRecord }[];
}

export function createHandoverIndex(store: StorageCore): HandoverIndex {
  const handovers = new Map<string, Handover>();
  const answers = new Map<string, HandoverAnswer>();
  const transfers = new Map<string, Transfer>();
  const keep = <T>(into: Map<string, T>, schema: { safeParse(body: unknown): { success: true; data: T } | { success: false } }) => (stored: StoredDocument) => {
    const shape = stored._deleted ? undefined : schema.safeParse(bodyOf(stored));
    if (shape?.success) into.set(stored._id, shape.data); else into.delete(stored._id);
  };
  const put: Readonly<Record<string, (stored: StoredDocument) => void>> = { handovers: keep(handovers, handoverSchema), handoverAnswers: keep(answers, handoverAnswer), transfers: keep(transfers, transferSchema) };
  for (const [table, take] of Object.entries(put)) for (const stored of store.iterate(table)) take(stored);
  store.changes.subscribe(({ changes }) => { for (const { table, document } of changes) put[table]?.(document); });

  const answered = (handoverId: string) => { const found = transfers.get(transferIdOf(handoverId)); return found?.kind === 'answered' ? found : undefined; };
  const acceptedHere = (patientId: string) => [...answers.values()].filter((one) => one.decision === 'accepted' && one.patientId === patientId);
  const away = (patientId: string) => movedOut([...handovers.values()].filter((one) => one.patientId === patientId), answered, acceptedHere(patientId));
  return {
    away,
    isSentAtBoth: ({ _id, patientId, takenBackAt }) => isAtBoth({ takenBackAt, decision: answered(_id)?.decision, isAway: away(patientId) !== undefined, accepted: acceptedHere(patientId), since: takenBackAt ?? '' }),
    isArrivedAtBoth({ _id, withdrawnAt }) {
      const answer = answers.get(answerIdOf(_id));
      const patientId = answer?.patientId;
      if (patientId === undefined) return false;
      return isAtBoth({ takenBackAt: withdrawnAt, decision: answer?.decision, isAway: away(patientId) !== undefined, accepted: acceptedHere(patientId).filter(({ transferId }) => transferId !== _id), since: answer?.answeredAt ?? '' });
    },
    sent: () => [...handovers.values()],
    handover: (id) => handovers.get(id),
    answered,
    arriving: () => [...transfers.values()].filter(({ kind }) => kind === 'arriving'),
    transfer: (id) => transfers.get(id),
    answerOf: (id) => answers.get(answerIdOf(id)),
    carried(patientIds) {
      const seen = new Set<string>();
      return patientIds.flatMap(acceptedHere).flatMap(({ transferId }) => { const found = transfers.get(transferId); return found ? [found] : []; })
        .flatMap((transfer) => (transfer.records ?? []).map((record) => ({ transfer, record }))).filter(({ record }) => !seen.has(record.id) && seen.add(record.id));
    },
  };
}
