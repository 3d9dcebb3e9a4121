import { describe, expect, it } from 'vitest';
import { movedOut, sentState } from '../../../../src-shared/domain/handover/derive-handover-state.ts';
import type { Transfer } from '../../../../src-shared/domain/handover/handover.schema.ts';
import { planAcceptHandover, planDeclineHandover, planHandOver, planTakeBack } from '../../../../src-shared/domain/handover/plan-handover.ts';
import { patient as patientSchema } from '../../../../src-shared/domain/patient/patient.schema.ts';
import type { OrgUnit } from '../../../../src-shared/domain/org/org-unit.schema.ts';
import { aContext, anId, aPatient } from '../../../support/builders.ts';

const context = aContext();
const person = aPatient();
const input = { patientId: person._id, toUnit: '25002', reason: 'movedHome' as const };
const must = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: { code: string }[] }): T => { if (!outcome.ok) throw new Error(outcome.refusals[0]?.code); return outcome.value; };
const code = (outcome: { ok: boolean; refusals?: { code: string }[] }) => (outcome.ok ? undefined : outcome.refusals?.[0]?.code);
const facts = { person, patientIds: [person._id], open: undefined };
const transfer = (fields: Partial<Transfer> = {}): Transfer => ({
  _id: `transfer:${anId('handovers', 1).slice('handovers:'.length)}`, kind: 'arriving', handoverId: anId('handovers', 1), fromUnit: '25009', toUnit: context.unit, person: { ...person, colour: 'đỏ' }, records: [],
  unit: context.unit, device: 'hub-769', createdAt: context.now, createdBy: 'hub', updatedAt: context.now, updatedBy: 'hub', version: '1', schemaVersion: 1, ...fields,
});
const arrival = { transfer: transfer(), answer: undefined, chosen: undefined, sameNumber: undefined, newPatientId: anId('patients', 77) };

describe('handing a person over', () => {
  it('[HOV1] to one other station at a time', () => {
    const sent = must(planHandOver(input, facts, context));
    expect(sent).toMatchObject({ status: 'sent', toUnit: '25002', patientIds: [person._id], sentBy: { account: context.account } });
    expect(code(planHandOver(input, { ...facts, person: undefined }, context))).toBe('PatientNotFound');
    expect(code(planHandOver({ ...input, toUnit: context.unit }, facts, context))).toBe('OwnStation');
    expect(code(planHandOver(input, { ...facts, open: sent }, context))).toBe('AlreadyHandedOver');
    expect(code(planHandOver(input, { ...facts, person: { ...person, sameAs: { patientId: 'patients:x', at: context.now, by: 'lan' } } }, context))).toBe('SecondRecord');
  });

  it('[HOV13] to a unit of the published table alone, and to the successors of one that has ended', () => {
    const unit: OrgUnit = { _id: 'org:25002', unit: '25002', name: 'Trạm Hoà', tier: 'station', parents: [], from: '2025-07-01', device: 'hub-vn', createdAt: context.now, createdBy: 'hub', updatedAt: context.now, updatedBy: 'hub', version: '1', schemaVersion: 1 };
    const to = (found: OrgUnit | undefined) => planHandOver(input, { ...facts, published: { unit: found, nameOf: (key) => (key === '25003' ? 'Trạm Bình' : undefined) } }, context);
    const refusalOf = (found: OrgUnit | undefined) => { const outcome = to(found); return outcome.ok ? undefined : outcome.refusals[0]; };
    expect([to(unit).ok, to({ ...unit, to: context.today }).ok]).toEqual([true, true]);
    expect(refusalOf(undefined)).toEqual({ code: 'UnitUnknown', unit: '25002' });
    expect(planHandOver(input, { ...facts, published: { unit, nameOf: () => undefined, isAbove: true } }, context)).toMatchObject({ ok: false, refusals: [{ code: 'UnitAbove', unit: 'Trạm Hoà' }] });
    expect(refusalOf({ ...unit, from: '2999-01-01' })).toMatchObject({ code: 'UnitUnknown' });
    expect(refusalOf({ ...unit, to: '2025-12-31' })).toEqual({ code: 'UnitEnded', unit: 'Trạm Hoà' });
    expect(refusalOf({ ...unit, to: '2025-12-31', successors: [{ unit: '25003', from: '2026-01-01' }, { unit: '25004', from: '2026-01-01' }] })).toEqual({ code: 'UnitReplaced', unit: 'Trạm Hoà', successors: 'Trạm Bình, 25004' });
  });

  it('[HOV4] the other station takes them in as a new record, or as the one that stands in its book', () => {
    const { patient, answer } = must(planAcceptHandover({}, arrival, context));
    expect(patient).toMatchObject({ _id: anId('patients', 77), fullName: person.fullName, unit: context.unit, cameFrom: { unit: '25009', patientId: person._id, handoverId: anId('handovers', 1) } });
    expect(answer).toMatchObject({ decision: 'accepted', patientId: anId('patients', 77), fromUnit: '25009' });
    expect(answer._id.split(':')[1]).toBe(anId('handovers', 1).split(':')[1]);
    expect(code(planAcceptHandover({}, { ...arrival, sameNumber: person }, context))).toBe('NationalIdTaken');
    const known = must(planAcceptHandover({ patientId: person._id }, { ...arrival, chosen: person, sameNumber: person }, context));
    expect([known.patient, known.answer.patientId]).toEqual([undefined, person._id]);
    expect(code(planAcceptHandover({}, { ...arrival, transfer: undefined }, context))).toBe('TransferNotFound');
    expect(code(planAcceptHandover({}, { ...arrival, transfer: transfer({ withdrawnAt: context.now }) }, context))).toBe('TransferWithdrawn');
    expect(code(planAcceptHandover({}, { ...arrival, transfer: transfer({ person: { fullName: 'Lan' } }) }, context))).toBe('PersonNotReadable');
    expect(code(planAcceptHandover({}, { ...arrival, answer: known.answer }, context))).toBe('AlreadyAnswered');
  });

  it('[PAT29] [HOV4] somebody whose name was written under an older rule is taken in as they are', () => {
    const named = { ...person, fullName: 'Lan 🌸', householdHead: 'Ông Tư *', guardian: { fullName: 'Bà Ba +' } };
    expect(must(planAcceptHandover({}, { ...arrival, transfer: transfer({ person: named }) }, context)).patient).toMatchObject({ fullName: 'Lan 🌸', householdHead: 'Ông Tư *', guardian: { fullName: 'Bà Ba +' } });
    expect(patientSchema.safeParse(named).success).toBe(true);
  });

  it('[HOV6] [HOV7] is declined with a reason, or taken back; the newest word says where the person is', () => {
    const sent = must(planHandOver(input, facts, context));
    const declined = must(planDeclineHandover('Không ở xã này', arrival, context));
    expect(declined).toMatchObject({ decision: 'declined', note: 'Không ở xã này' });
    expect(must(planAcceptHandover({}, { ...arrival, answer: declined }, context)).answer).toMatchObject({ _id: declined._id, decision: 'accepted' });
    const back = must(planTakeBack(sent, context));
    expect(code(planTakeBack(back, context))).toBe('AlreadyTakenBack');
    expect(code(planTakeBack(undefined, context))).toBe('HandoverNotFound');
    expect([sentState(sent, undefined), sentState(sent, { decision: 'accepted' }), sentState(back, { decision: 'accepted' })]).toEqual(['sent', 'accepted', 'takenBack']);
    const nothing = () => undefined;
    expect(movedOut([sent], nothing, [])?._id).toBe(sent._id);
    expect(movedOut([back], nothing, [])).toBeUndefined();
    expect(movedOut([sent], () => ({ decision: 'declined' }), [])).toBeUndefined();
    expect(movedOut([sent], nothing, [{ answeredAt: '2099-01-01T00:00:00.000Z' }])).toBeUndefined();
  });
});
