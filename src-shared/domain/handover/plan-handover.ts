import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome, type Refusal } from '../common/refusal.ts';
import { datePrecision } from '../common/partial-date.ts';
import type { OrgUnit } from '../org/org-unit.schema.ts';
import { writtenPerson, patient as patientSchema, type Patient } from '../patient/patient.schema.ts';
import { answerIdOf, handover as handoverSchema, handoverAnswer, type AcceptHandoverInput, type HandOverPersonInput, type Handover, type HandoverAnswer, type Transfer } from './handover.schema.ts';

const personOf = ({ account, displayName, role }: WorkContext) => ({ account, displayName, role });

export interface HandOverFacts {
  person: Patient | undefined; /** Their records here, the main one first. */ patientIds: readonly string[]; /** The handover that stands open for them. */ open: Handover | undefined;
  /** What the published table of units says of the other station; without a table any key is taken. */
  published?: { unit: OrgUnit | undefined; nameOf(unit: string): string | undefined; /** It stands above this station: nobody is treated there. */ isAbove?: boolean } | undefined;
}

/**
 * Hands a person over to another station. Refusals: `PatientNotFound`, `PatientVoided`, `SecondRecord {patientId}`, `OwnStation`, `AlreadyHandedOver {id}`,
 * `UnitUnknown {unit}`, `UnitAbove {unit}`, `UnitEnded {unit}`, `UnitReplaced {unit, successors}` (names of those that go on with its work).
 */
export function planHandOver({ id, patientId, toUnit, reason, note }: HandOverPersonInput, { person, patientIds, open, published }: HandOverFacts, context: WorkContext): Outcome<Handover> {
  if (!person) return refused({ code: 'PatientNotFound' });
  if (person.voided) return refused({ code: 'PatientVoided' });
  if (person.sameAs) return refused({ code: 'SecondRecord', patientId: person.sameAs.patientId });
  if (toUnit === context.unit) return refused({ code: 'OwnStation' });
  if (open) return refused({ code: 'AlreadyHandedOver', id: open._id });
  const noPlace = published && noPlaceToGo(toUnit, published, context.today);
  if (noPlace) return refused(noPlace);
  const content = { patientId, patientIds: [...patientIds], toUnit, reason, ...(note === undefined ? {} : { note }), sentAt: context.now, sentBy: personOf(context), status: 'sent' as const };
  return accepted(buildDocument('handovers', content, context, { id, knownFields: Object.keys(handoverSchema.shape) }));
}

function noPlaceToGo(toUnit: string, { unit, nameOf, isAbove }: NonNullable<HandOverFacts['published']>, today: string): Refusal | undefined {
  if (!unit || unit.from > today) return { code: 'UnitUnknown', unit: toUnit };
  if (isAbove) return { code: 'UnitAbove', unit: unit.name };
  if (unit.to === undefined || unit.to >= today) return undefined;
  const successors = (unit.successors ?? []).filter(({ from }) => from <= today).map((one) => nameOf(one.unit) ?? one.unit);
  return successors.length > 0 ? { code: 'UnitReplaced', unit: unit.name, successors: successors.join(', ') } : { code: 'UnitEnded', unit: unit.name };
}

/** Takes the person back: the way of undoing. Refusals: `HandoverNotFound`, `AlreadyTakenBack`. */
export function planTakeBack(previous: Handover | undefined, context: WorkContext): Outcome<Handover> {
  if (!previous) return refused({ code: 'HandoverNotFound' });
  if (previous.status === 'takenBack') return refused({ code: 'AlreadyTakenBack' });
  const content = { ...previous, status: 'takenBack' as const, takenBackAt: context.now, takenBackBy: personOf(context) };
  return accepted(buildDocument('handovers', content, context, { previous, knownFields: Object.keys(handoverSchema.shape) }));
}

export interface ArrivalFacts {
  transfer: Transfer | undefined; answer: HandoverAnswer | undefined;
  /** Who stands for the person in this book, where one was named. */ chosen: Patient | undefined;
  /** Somebody here with the same citizen number. */ sameNumber: Patient | undefined;
  /** Id the person gets in this book; follows from the handover, so that accepting twice writes once. */ newPatientId: string;
}
export interface AcceptPlan { patient?: Patient; answer: HandoverAnswer }

/**
 * Takes a person in: a record of them in this book, unless they stand in it already, and the answer. The history stays what it is, records of the other
 * station, and is shown beside ours. Refusals: `TransferNotFound`, `TransferWithdrawn`, `AlreadyAnswered`, `PatientNotFound`, `PatientVoided`, `NationalIdTaken {patientId}`, `PersonNotReadable`.
 */
export function planAcceptHandover({ patientId }: Pick<AcceptHandoverInput, 'patientId'>, facts: ArrivalFacts, context: WorkContext): Outcome<AcceptPlan> {
  const { transfer, answer, chosen, sameNumber, newPatientId } = facts;
  if (transfer?.kind !== 'arriving') return refused({ code: 'TransferNotFound' });
  if (transfer.withdrawnAt !== undefined) return refused({ code: 'TransferWithdrawn' });
  if (answer?.decision === 'accepted') return refused({ code: 'AlreadyAnswered' });
  if (patientId !== undefined && !chosen) return refused({ code: 'PatientNotFound' });
  if (chosen?.voided) return refused({ code: 'PatientVoided' });
  if (patientId === undefined && sameNumber) return refused({ code: 'NationalIdTaken', patientId: sameNumber._id });
  const made = patientId === undefined ? personOfTransfer(transfer, newPatientId, context) : undefined;
  if (patientId === undefined && !made) return refused({ code: 'PersonNotReadable' });
  return accepted({ ...(made ? { patient: made } : {}), answer: buildAnswer(transfer, 'accepted', context, answer, { patientId: patientId ?? newPatientId }) });
}

/** Sends the person back with a reason. Refusals: `TransferNotFound`, `AlreadyAnswered`. */
export function planDeclineHandover(note: string, { transfer, answer }: Pick<ArrivalFacts, 'transfer' | 'answer'>, context: WorkContext): Outcome<HandoverAnswer> {
  if (transfer?.kind !== 'arriving') return refused({ code: 'TransferNotFound' });
  if (answer) return refused({ code: 'AlreadyAnswered' });
  return accepted(buildAnswer(transfer, 'declined', context, undefined, { note }));
}

function buildAnswer(transfer: Transfer, decision: HandoverAnswer['decision'], context: WorkContext, previous: HandoverAnswer | undefined, more: { patientId?: string; note?: string }): HandoverAnswer {
  const content = { transferId: transfer._id, fromUnit: transfer.fromUnit, decision, ...more, answeredAt: context.now, answeredBy: personOf(context) };
  return buildDocument('handoverAnswers', content, context, { id: answerIdOf(transfer._id), previous, knownFields: Object.keys(handoverAnswer.shape) });
}

/** The person as the other station knew them, in a record of ours that says where they came from. */
function personOfTransfer({ person, fromUnit, handoverId }: Transfer, id: string, context: WorkContext): Patient | undefined {
  const fields = writtenPerson.safeParse(person);
  if (!fields.success) return undefined;
  const content = { ...fields.data, bornOnPrecision: datePrecision(fields.data.bornOn), allergies: fields.data.allergies ?? [], cameFrom: { unit: fromUnit, patientId: String(person?.['_id'] ?? ''), handoverId, at: context.now } };
  return buildDocument('patients', content, context, { id, knownFields: Object.keys(patientSchema.shape) });
}
