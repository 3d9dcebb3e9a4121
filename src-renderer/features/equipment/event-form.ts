import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { roles } from '../../../src-shared/domain/common/context.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { moveEquipmentInput, statesHere, type MoveEquipmentInput, type ReportEquipmentInput, type ServiceEquipmentInput } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { stateAfter } from '../../../src-shared/domain/facility/derive-equipment.ts';
import { documentNumber } from '../../../src-shared/domain/supply/supply.schema.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problems } from '../../ui/problems.ts';
import type { Doing } from './equipment-draft.ts';

/** The form as typed; `work` is one of the kinds of service. */
export interface EventFields { occurredOn: string; quantity: string; from: string; location: string; inCharge: string; work: string; dueOn: string; documentNumber: string }

/** States here whose pieces this can happen to, that it happens to most often first. */
export function statesFor(doing: Doing, { counts }: EquipmentRow): (typeof statesHere)[number][] {
  if (doing === 'moved' || doing === 'serviced') return [];
  const usual = doing === 'writtenOff' ? (['awaitingDisposal', 'awaitingRepair', 'working'] as const) : doing === 'repaired' || doing === 'condemned' ? (['awaitingRepair', 'awaitingDisposal', 'working'] as const) : statesHere;
  return usual.filter((state) => counts[state] > 0 && state !== stateAfter(doing) && !(doing === 'broken' && state !== 'working'));
}

export function emptyEvent(doing: Doing, line: EquipmentRow, today: string): EventFields {
  const [from = 'working'] = statesFor(doing, line);
  return { occurredOn: formatDate(today), quantity: line.counts[from] === 1 ? '1' : '', from, location: '', inCharge: line.inCharge ?? '', work: 'calibrated', dueOn: '', documentNumber: '' };
}

/** Everything wrong, by field. */
export function eventProblems(doing: Doing, fields: EventFields, line: EquipmentRow, today: string): Problems {
  const problems: Problems = {};
  const occurred = parseTypedDate(fields.occurredOn, { today });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  if (fields.documentNumber.trim()) {
    const parsed = documentNumber.safeParse(fields.documentNumber);
    if (!parsed.success) problems.documentNumber = { code: parsed.error.issues[0]?.message === 'LooksPersonal' ? 'looksPersonal' : 'documentFormat' };
  }
  if (doing === 'moved' && !fields.location.trim()) problems.location = { code: 'required' };
  if ((doing === 'moved' || doing === 'sentAway') && fields.location.trim()) {
    const parsed = moveEquipmentInput.shape.location.safeParse(fields.location);
    if (!parsed.success) problems.location = parsed.error.issues[0]?.message === 'LooksPersonal' ? { code: 'looksPersonal' } : { code: 'tooLong', max: 100 };
  }
  if (doing === 'serviced') {
    const due = fields.work === 'calibrated' ? parseTypedDate(fields.dueOn) : { empty: true as const };
    if ('problem' in due) problems.dueOn = { code: due.problem, typed: due.typed };
    else if ('date' in due && 'date' in occurred && due.date <= occurred.date) problems.dueOn = { code: 'refusals.DueNotAfter' };
  } else if (doing !== 'moved') {
    const quantity = parseTypedNumber(fields.quantity, { min: 1, max: 10_000 });
    const available = line.counts[stateOf(fields.from)];
    if ('empty' in quantity) problems.quantity = { code: 'required' };
    else if ('problem' in quantity) problems.quantity = { code: quantity.problem === 'outOfRange' ? 'notPositive' : quantity.problem };
    else if (quantity.value > available) problems.quantity = { code: 'refusals.PiecesNotThere', available };
  }
  return problems;
}

const stateOf = (typed: string) => statesHere.find((state) => state === typed) ?? 'working';
const dateOf = (typed: string): string | undefined => { const read = parseTypedDate(typed); return 'date' in read ? read.date : undefined; };
const common = (fields: EventFields, equipmentId: string) => ({ equipmentId, occurredOn: dateOf(fields.occurredOn) ?? '', documentNumber: fields.documentNumber.trim() || undefined });

/** What each operation is given; only for fields without problems. */
export function fieldsToReport(kind: ReportEquipmentInput['kind'], fields: EventFields, equipmentId: string): ReportEquipmentInput {
  const quantity = parseTypedNumber(fields.quantity);
  return { ...common(fields, equipmentId), kind, from: stateOf(fields.from), quantity: 'value' in quantity ? quantity.value : 1, location: kind === 'sentAway' ? fields.location.trim() || undefined : undefined };
}
export function fieldsToMove(fields: EventFields, equipmentId: string): MoveEquipmentInput {
  return { ...common(fields, equipmentId), location: fields.location.trim(), inCharge: roles.find((one) => one === fields.inCharge) };
}
export function fieldsToService(fields: EventFields, equipmentId: string): ServiceEquipmentInput {
  const kind = fields.work === 'maintained' ? 'maintained' : 'calibrated';
  return { ...common(fields, equipmentId), kind, dueOn: kind === 'calibrated' ? dateOf(fields.dueOn) : undefined };
}
