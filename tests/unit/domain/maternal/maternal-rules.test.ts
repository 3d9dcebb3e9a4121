import { describe, expect, it } from 'vitest';
import { childOf } from '../../../../src-shared/domain/maternal/child-of.ts';
import { birth as birthSchema, recordBirthInput } from '../../../../src-shared/domain/maternal/birth.schema.ts';
import { findNewbornMatches } from '../../../../src-shared/domain/maternal/find-newborn-matches.ts';
import { antenatalVisit, recordAntenatalVisitInput } from '../../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { planLinkNewborn, planVoidBirth } from '../../../../src-shared/domain/maternal/plan-birth.ts';
import { planAmendPregnancy, planPregnancy, planPregnancyStatus, planVoidPregnancy } from '../../../../src-shared/domain/maternal/plan-pregnancy.ts';
import { planVoidAntenatalVisit } from '../../../../src-shared/domain/maternal/plan-antenatal-visit.ts';
import { planVoidPostnatalVisit } from '../../../../src-shared/domain/maternal/plan-postnatal-visit.ts';
import { postnatalVisit } from '../../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { pregnancy as pregnancySchema, registerPregnancyInput } from '../../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { askAboutAntenatalVisit, validateAntenatalVisit } from '../../../../src-shared/domain/maternal/validate-antenatal-visit.ts';
import { askAboutBirth, validateBirth } from '../../../../src-shared/domain/maternal/validate-birth.ts';
import { askAboutPostnatalVisit, validatePostnatalVisit } from '../../../../src-shared/domain/maternal/validate-postnatal-visit.ts';
import { askAboutPregnancy, validatePregnancy } from '../../../../src-shared/domain/maternal/validate-pregnancy.ts';
import type { OperationInput } from '../../../../src-shared/contract/operations.ts';
import { aContext, anId } from '../../../support/builders.ts';
import { aBirth, aBirthInput, anAntenatalInput, anAntenatalVisit, aPostnatalInput, aPostnatalVisit, aPregnancy, aPregnancyInput } from '../../../support/mothers.ts';

const today = '2026-11-22';
const woman = { bornOn: '1998-05-01', sex: 'female' as const };
const voided = { at: '2026-05-01T00:00:00.000Z', by: { account: 'lan', displayName: 'Lan', role: 'head' }, reason: 'enteredInError' as const };
const codes = (found: readonly { code: string; field?: unknown }[]) => found.map(({ code, field }) => (field === undefined ? code : `${code} ${String(field)}`));
const context = aContext({ nowMs: Date.parse('2026-11-22T03:00:00.000Z') });
const refusalsOf = (outcome: { ok: boolean; refusals?: readonly { code: string }[] }) => (outcome.ok ? [] : outcome.refusals!.map(({ code }) => code));

describe('a pregnancy', () => {
  const facts = { patient: woman, pregnancies: [], births: [] };
  const refused = (with_: Partial<OperationInput<'registerPregnancy'>> = {}, more: object = {}) => codes(validatePregnancy(aPregnancyInput(with_), { ...facts, ...more }, today));
  const asked = (with_: Partial<OperationInput<'registerPregnancy'>> = {}, more: object = {}) => codes(askAboutPregnancy(aPregnancyInput(with_), { ...facts, ...more }));

  it('[MAT13] is the only one that goes on; one that came along, ended, was born or voided does not count', () => {
    const there = aPregnancy();
    expect(validatePregnancy(aPregnancyInput(), { ...facts, pregnancies: [there] }, today)).toEqual([{ code: 'AlreadyPregnant', pregnancyId: there._id, registeredOn: '2026-03-01', field: 'patientId' }]);
    const ended = { ...there, statusChanges: [...there.statusChanges, { ...there.statusChanges[0]!, status: 'miscarried' as const, on: '2026-04-01' }] };
    for (const more of [{ pregnancies: [{ ...there, isCarried: true }] }, { pregnancies: [{ ...there, voided }] }, { pregnancies: [ended] }, { pregnancies: [there], births: [aBirth(there)] }]) expect(refused({}, more)).toEqual([]);
    expect(refused({}, { pregnancies: [there], births: [{ ...aBirth(there), voided }] })).toEqual(['AlreadyPregnant patientId']);
  });

  it('[MAT14] has days that can be, and 3 to 44 weeks on the day registered and of the ultrasound', () => {
    expect(refused()).toEqual([]);
    expect(refused({}, { patient: undefined })).toEqual(['PatientNotFound']);
    expect(refused({}, { patient: { ...woman, voided } })).toEqual(['PatientVoided']);
    expect(refused({ registeredOn: '2026-11-23', lastPeriodOn: '2026-09-01' })).toEqual(['OccurredInFuture registeredOn']);
    expect(refused({ registeredOn: '1998-04-30', lastPeriodOn: undefined })).toEqual(['OccurredBeforeBirth registeredOn']);
    expect(refused({ lastPeriodOn: '2026-03-02' })).toEqual(['LastPeriodAfterRegistered lastPeriodOn']);
    expect(['2026-02-09', '2026-02-08', '2025-04-21', '2025-04-20'].map((lastPeriodOn) => refused({ lastPeriodOn }).length)).toEqual([1, 0, 0, 1]);
    expect(refused({ ultrasoundDue: { dueOn: '2026-12-20', seenOn: '2026-03-01' } })).toEqual(['WeeksOutOfRange ultrasoundDue.dueOn']);
    expect(refused({ ultrasoundDue: { dueOn: '2026-10-20', seenOn: '2026-11-30' } })).toContain('OccurredInFuture ultrasoundDue.seenOn');
    expect(refused({ screenings: [{ test: 'hiv', result: 'negative', on: '2026-11-01' }, { test: 'hbsag', result: 'negative', on: '2026-11-23' }] })).toEqual(['OccurredInFuture screenings.1.on']);
    expect([refused({ husbandPhone: '0912' }), refused({ husbandPhone: '0912345678' })]).toEqual([['PhoneMalformed husbandPhone'], []]);
    expect(registerPregnancyInput.safeParse({ patientId: anId('patients'), registeredOn: '2026-03-01', para: { term: 10, preterm: 0, lost: 0, living: 0 } }).success).toBe(false);
  });

  it('[MAT14] asks where something is unusual', () => {
    expect(asked()).toEqual([]);
    expect(asked({}, { patient: { ...woman, sex: 'male' } })).toEqual(['MotherNotFemale patientId']);
    expect([asked({}, { patient: { ...woman, bornOn: '2016-03-02' } }), asked({}, { patient: { ...woman, bornOn: '2016-03-01' } }), asked({}, { patient: { ...woman, bornOn: '1966-03-01' } }), asked({}, { patient: { ...woman, bornOn: '1965-03-01' } })]).toEqual([['MotherAgeUnusual patientId'], [], [], ['MotherAgeUnusual patientId']]);
    expect(asked({ lastPeriodOn: undefined })).toEqual(['DueDayUnknown lastPeriodOn']);
    expect([asked({ ultrasoundDue: { dueOn: '2026-10-22', seenOn: '2026-03-01' } }), asked({ ultrasoundDue: { dueOn: '2026-10-23', seenOn: '2026-03-01' } })]).toEqual([[], ['DueDaysDiffer ultrasoundDue.dueOn']]);
    const before = (bornOn: string) => ({ births: [{ ...aBirth(aPregnancy()), pregnancyId: 'pregnancies:before', bornOn }] });
    expect([asked({}, before('2025-07-01')), asked({}, before('2025-07-02'))]).toEqual([[], ['BornShortlyBefore lastPeriodOn']]);
  });

  it('[MAT15] is amended by who read its present version; tests are added', () => {
    const planned = planPregnancy(aPregnancyInput({ note: 'Cũ', screenings: [{ test: 'hiv', result: 'declined', on: '2026-03-01' }] }), facts, context);
    const before = planned.ok ? { ...planned.value, ofLater: 7 } : undefined;
    const { patientId: _patientId, id: _id, ...fields } = aPregnancyInput({ lastPeriodOn: '2026-01-05' });
    const amend = (with_: object, newest = before) => planAmendPregnancy(newest, { id: before!._id, ...fields, ...with_ }, { ...facts, pregnancies: [before!] }, context);
    const changed = amend({ editedVersion: before!.version, screenings: [{ test: 'hiv', result: 'negative', on: '2026-04-01' }] });
    expect(changed).toMatchObject({ ok: true, value: { _id: before!._id, lastPeriodOn: '2026-01-05', ofLater: 7, author: before!.author, screenings: [{ result: 'declined' }, { result: 'negative', on: '2026-04-01', by: { account: context.account } }], statusChanges: before!.statusChanges } });
    expect(changed.ok && changed.value).not.toHaveProperty('note');
    expect(changed.ok && pregnancySchema.safeParse(changed.value).success).toBe(true);
    expect(refusalsOf(amend({ editedVersion: 'older' }))).toEqual(['ChangedMeanwhile']);
    expect(refusalsOf(amend({ registeredOn: '2027-01-01' }))).toContain('OccurredInFuture');
    expect(refusalsOf(amend({}, { ...before!, voided }))).toEqual(['PregnancyVoided']);
    expect(refusalsOf(amend({}, { ...before!, schemaVersion: 99 }))).toEqual(['RecordNewerThanProgram']);
    expect(refusalsOf(planAmendPregnancy(undefined, { id: before!._id, ...fields }, facts, context))).toEqual(['PregnancyNotFound']);
  });

  it('[MAT19] [MAT20] has words of status added, and is voided once, after what hangs on it', () => {
    const there = aPregnancy();
    const say = (status: OperationInput<'changePregnancyStatus'>['status'], on: string, more: Partial<Parameters<typeof planPregnancyStatus>[2]> = {}, from = there) => planPregnancyStatus(from, { id: there._id, status, on, reason: 'Ra máu' }, { pregnancies: [there], births: [], ...more }, context);
    const ended = say('miscarried', '2026-04-01');
    expect(ended).toMatchObject({ ok: true, value: { statusChanges: [{ status: 'active' }, { status: 'miscarried', on: '2026-04-01', reason: 'Ra máu' }] } });
    expect([refusalsOf(say('miscarried', '2026-11-23')), refusalsOf(say('active', '2026-04-01')), refusalsOf(say('died', '2026-02-28')), refusalsOf(say('terminated', '2026-11-01', { births: [aBirth(there)] })), refusalsOf(say('died', '2026-11-01', { births: [aBirth(there)] }))])
      .toEqual([['OccurredInFuture'], ['StatusUnchanged'], ['BeforeLastChange'], ['AlreadyBorn'], []]);
    const other = { ...aPregnancy(), _id: anId('pregnancies', 9) };
    expect(refusalsOf(say('active', '2026-05-01', { pregnancies: [there, other] }, ended.ok ? ended.value : there))).toEqual(['AlreadyPregnant']);
    const strike = (previous: typeof there | undefined, hangs = 0) => planVoidPregnancy(previous, { id: there._id, voidReason: 'duplicate', note: 'Hai lần' }, hangs, context);
    expect(strike(there)).toMatchObject({ ok: true, value: { ...there, updatedAt: context.now, updatedBy: context.account, version: expect.any(String) as unknown, device: context.device, voided: { reason: 'duplicate', note: 'Hai lần' } } });
    expect([refusalsOf(strike(there, 1)), refusalsOf(strike({ ...there, voided })), refusalsOf(strike(undefined))]).toEqual([['PregnancyHasRecords'], ['PregnancyVoided'], ['PregnancyNotFound']]);
  });
});

describe('visits and births', () => {
  const pregnancy = aPregnancy();
  const birth = aBirth(pregnancy);
  const of = { patient: woman, pregnancy, isHers: true, births: [] as typeof birth[] };
  const gone = { ...pregnancy, statusChanges: [...pregnancy.statusChanges, { ...pregnancy.statusChanges[0]!, status: 'miscarried' as const, on: '2026-04-01' }] };

  it('[MAT16] an antenatal visit is of a pregnancy that goes on, says something and holds its limits', () => {
    const refused = (with_: Partial<OperationInput<'recordAntenatalVisit'>> = {}, more: object = {}) => codes(validateAntenatalVisit(anAntenatalInput(pregnancy, with_), { ...of, ...more }, today));
    expect(refused()).toEqual([]);
    expect([refused({}, { patient: undefined }), refused({}, { pregnancy: undefined }), refused({}, { pregnancy: { ...pregnancy, voided } }), refused({}, { isHers: false })]).toEqual([['PatientNotFound'], ['PregnancyNotFound pregnancyId'], ['PregnancyVoided pregnancyId'], ['PregnancyOfAnother pregnancyId']]);
    expect(refused({ occurredOn: '2026-11-23' })).toEqual(['OccurredInFuture occurredOn', 'WeeksOutOfRange occurredOn']);
    expect([refused({ occurredOn: '2026-10-04' }, { births: [birth] }), refused({ occurredOn: '2026-10-05' }, { births: [birth] })]).toEqual([[], ['VisitAfterBirth occurredOn']]);
    expect([refused({ occurredOn: '2026-04-01' }, { pregnancy: gone }), refused({ occurredOn: '2026-04-02' }, { pregnancy: gone })]).toEqual([[], ['PregnancyEnded occurredOn']]);
    expect(['2026-01-21', '2026-01-22', '2026-11-11', '2026-11-12'].map((occurredOn) => refused({ occurredOn }).length)).toEqual([1, 0, 0, 1]);
    expect(refused({ bloodPressure: [{ systolicMmHg: 120, diastolicMmHg: 80 }, { systolicMmHg: 90, diastolicMmHg: 90 }] })).toEqual(['DiastolicNotBelowSystolic bloodPressure.1.diastolicMmHg']);
    expect(refused({ nextVisitOn: '2026-03-01' })).toEqual(['NextVisitNotAfter nextVisitOn']);
    for (const empty of [{}, { dangerSigns: [], advice: [], highRisk: false, ironFolate: false, glucoseLoad: {}, nextVisitOn: '2026-04-01' }]) expect(refused({ weightKg: undefined, ...empty })).toEqual(['NothingRecorded bloodPressure']);
    for (const [field, low, high] of [['fundalHeightCm', 4.9, 50.1], ['fetalHeartPerMin', 59, 221], ['haemoglobinGPerL', 29, 201], ['tetanusDose', 0, 6]] as const) {
      for (const value of [low, high]) expect(recordAntenatalVisitInput.safeParse({ patientId: anId('patients'), pregnancyId: pregnancy._id, occurredOn: '2026-03-01', [field]: value }).success).toBe(false);
    }
  });

  it('[MAT16] asks about everything unusual, a second visit that day and a far next one', () => {
    const asked = (with_: Partial<OperationInput<'recordAntenatalVisit'>> = {}, visits: readonly { _id: string; occurredOn: string; voided?: typeof voided }[] = []) => codes(askAboutAntenatalVisit(anAntenatalInput(pregnancy, with_), { pregnancy, visits }));
    expect(asked({ nextVisitOn: '2026-05-03', highRisk: true })).toEqual([]);
    expect(asked({ nextVisitOn: '2026-05-04' })).toEqual(['NextVisitFar nextVisitOn']);
    expect(asked({ dangerSigns: ['fever'], haemoglobinGPerL: 100 })).toEqual(['DangerSigns dangerSigns', 'HaemoglobinLow haemoglobinGPerL']);
    expect([asked({}, [{ _id: 'a', occurredOn: '2026-03-01' }]), asked({}, [{ _id: 'a', occurredOn: '2026-03-01', voided }]), asked({}, [{ _id: 'a', occurredOn: '2026-03-02' }])]).toEqual([['VisitThatDay occurredOn'], [], []]);
  });

  it('[MAT17] a pregnancy has one birth, within its time', () => {
    const refused = (with_: Partial<OperationInput<'recordBirth'>> = {}, more: object = {}) => codes(validateBirth(aBirthInput(pregnancy, with_), { ...of, ...more }, today));
    expect(refused()).toEqual([]);
    expect([refused({ bornOn: '2026-11-23' }), refused({}, { births: [birth] }), refused({}, { pregnancy: gone }), refused({ bornOn: '2026-01-01' }), refused({}, { isHers: false })]).toEqual([['OccurredInFuture bornOn'], ['AlreadyBorn pregnancyId'], ['PregnancyEnded bornOn'], ['BornBeforePregnancy bornOn'], ['PregnancyOfAnother pregnancyId']]);
    // She died in childbirth.
    const died = (on: string) => ({ pregnancy: { ...pregnancy, statusChanges: [...pregnancy.statusChanges, { ...pregnancy.statusChanges[0]!, status: 'died' as const, on }] } });
    expect([refused({}, died('2026-10-04')), refused({}, died('2026-10-03'))]).toEqual([[], ['PregnancyEnded bornOn']]);
    const fits = (with_: object) => recordBirthInput.safeParse({ ...aBirthInput(pregnancy), ...with_ }).success;
    const baby = { sex: 'female', status: 'live' };
    expect([fits({ babies: [] }), fits({ babies: [baby, baby, baby, baby] }), fits({ babies: [baby, baby, baby, baby, baby] }), fits({ bornTime: '24:00' }), fits({ bornTime: '04:20' }), fits({ babies: [{ ...baby, apgar1: 11 }] })]).toEqual([false, true, false, false, true, false]);
  });

  it('[MAT17] asks where the weeks, the weight, a stillborn one or a later visit are odd', () => {
    const asked = (with_: Partial<OperationInput<'recordBirth'>> = {}, visits = [] as ReturnType<typeof anAntenatalVisit>[]) => codes(askAboutBirth(aBirthInput(pregnancy, with_), { pregnancy, visits }));
    expect(asked({ weeks: 39 })).toEqual([]);
    expect([asked({ bornOn: '2026-05-20' }), asked({ bornOn: '2026-05-21' }), asked({ weeks: 19 }), asked({ weeks: 36 })]).toEqual([['BirthWeeksUnusual bornOn'], [], ['BirthWeeksUnusual weeks', 'WeeksDiffer weeks'], ['WeeksDiffer weeks']]);
    const babies = (...with_: object[]) => ({ babies: with_.map((one) => ({ sex: 'male' as const, status: 'live' as const, ...one })) });
    expect([asked(babies({ weightG: 499 }, { weightG: 500 }, { weightG: 5500 }, { weightG: 5501 })), asked(babies({ status: 'stillborn', apgar1: 0 }, { status: 'stillborn', apgar1: 1 }, { status: 'stillborn', vitaminK: true }))]).toEqual([['BabyWeightUnusual babies.0.weightG', 'BabyWeightUnusual babies.3.weightG'], ['StillbornContradicts babies.1.status', 'StillbornContradicts babies.2.status']]);
    expect(asked({}, [anAntenatalVisit(pregnancy, '2026-10-05')])).toEqual(['VisitAfterBirth bornOn']);
  });

  it('[MAT18] a visit after the birth needs it, is not before it, and says something', () => {
    const facts = { ...of, births: [birth] };
    const refused = (with_: Partial<OperationInput<'recordPostnatalVisit'>> = {}, more: object = {}) => codes(validatePostnatalVisit(aPostnatalInput(pregnancy, with_), { ...facts, ...more }, today));
    expect(refused()).toEqual([]);
    expect([refused({}, { births: [] }), refused({}, { births: [{ ...birth, voided }] }), refused({ occurredOn: '2026-10-03' }), refused({ occurredOn: '2026-10-04' }), refused({ babies: [{ weightG: 3000 }, { weightG: 2900 }] }), refused({ occurredOn: '2026-11-23' })])
      .toEqual([['NotBornYet pregnancyId'], ['NotBornYet pregnancyId'], ['VisitBeforeBirth occurredOn'], [], ['TooManyBabies babies'], ['OccurredInFuture occurredOn']]);
    expect([refused({ bleeding: undefined }), refused({ bleeding: undefined, fever: false, babies: [{}], nextVisitOn: '2026-10-20' }), refused({ bleeding: undefined, babies: [{ weightG: 3000 }] })]).toEqual([['NothingRecorded bleeding'], ['NothingRecorded bleeding'], []]);
    const asked = (with_: Partial<OperationInput<'recordPostnatalVisit'>>) => codes(askAboutPostnatalVisit(aPostnatalInput(pregnancy, with_), { births: [birth], visits: [{ _id: 'a', occurredOn: '2026-10-08' }] }));
    expect([asked({ occurredOn: '2026-11-29' }), asked({ occurredOn: '2026-11-30' }), asked({ occurredOn: '2026-10-08', bleeding: 'heavy' })]).toEqual([[], ['PostnatalLate occurredOn'], ['BleedingUnusual bleeding', 'VisitThatDay occurredOn']]);
  });

  it('[MAT20] visits and births are voided once, a birth after the visits that follow it', () => {
    const [visit, after] = [anAntenatalVisit(pregnancy, '2026-03-01'), aPostnatalVisit(pregnancy, birth, '2026-10-06')];
    const why = { voidReason: 'wrongPatient' as const };
    const struck = [planVoidAntenatalVisit(visit, { id: visit._id, ...why }, context), planVoidPostnatalVisit(after, { id: after._id, ...why }, context), planVoidBirth(birth, { id: birth._id, ...why }, 0, context)];
    const shapes = [antenatalVisit, postnatalVisit, birthSchema];
    struck.forEach((outcome, at) => { expect(outcome).toMatchObject({ ok: true, value: { voided: { reason: 'wrongPatient', by: { account: context.account } }, createdAt: [visit, after, birth][at]!.createdAt } }); expect(outcome.ok && shapes[at]!.safeParse(outcome.value).success).toBe(true); });
    expect([planVoidAntenatalVisit({ ...visit, voided }, { id: visit._id, ...why }, context), planVoidAntenatalVisit(undefined, { id: visit._id, ...why }, context), planVoidPostnatalVisit({ ...after, schemaVersion: 99 }, { id: after._id, ...why }, context), planVoidBirth(birth, { id: birth._id, ...why }, 1, context), planVoidBirth({ ...birth, voided }, { id: birth._id, ...why }, 0, context)].map(refusalsOf))
      .toEqual([['AntenatalVisitVoided'], ['AntenatalVisitNotFound'], ['RecordNewerThanProgram'], ['BirthHasRecords'], ['BirthVoided']]);
  });

  it('[MAT21] a baby is one person of the book, by the last word said of it', () => {
    const child = { _id: anId('patients', 5), bornOn: '2026-10-04', sex: 'female' as const };
    const link = (from: typeof birth, with_: Partial<OperationInput<'linkNewborn'>> = {}, facts: object = {}) => planLinkNewborn(from, { id: birth._id, baby: 0, childId: child._id, ...with_ }, { child, linked: undefined, isMother: false, ...facts }, context);
    const linked = link(birth);
    expect(linked).toMatchObject({ ok: true, warnings: [], value: { newborns: [{ baby: 0, childId: child._id }] } });
    const now = linked.ok ? linked.value : birth;
    expect(childOf(now, 0)).toBe(child._id);
    const undone = planLinkNewborn(now, { id: birth._id, baby: 0 }, { child: undefined, linked: undefined, isMother: false }, aContext({ nowMs: Date.parse('2026-11-22T04:00:00.000Z') }));
    expect(undone.ok && [undone.value.newborns.length, childOf(undone.value, 0), birthSchema.safeParse(undone.value).success]).toEqual([2, undefined, true]);
    expect([link(birth, { baby: 1 }), planLinkNewborn(birth, { id: birth._id, baby: 0 }, { child: undefined, linked: undefined, isMother: false }, context), link(birth, {}, { child: undefined }), link(birth, {}, { child: { ...child, voided } }), link(birth, {}, { isMother: true }), link(birth, {}, { linked: { birthId: 'births:x', baby: 0 } }), link({ ...birth, voided })].map(refusalsOf))
      .toEqual([['BabyNotFound'], ['BabyNotFound'], ['PatientNotFound'], ['PatientVoided'], ['ChildIsMother'], ['ChildLinkedAlready'], ['BirthVoided']]);
    const odd = link(birth, {}, { child: { ...child, bornOn: '2026-10-05', sex: 'male' } });
    expect(odd.ok && codes(odd.warnings)).toEqual(['ChildBornOtherDay childId', 'ChildOtherSex childId']);
    expect(link(birth, {}, { child: { ...child, bornOn: '2026-10' } })).toMatchObject({ warnings: [] });
  });

  it('[MAT36] a link taken back says why, and the word before it stays', () => {
    const linked = { ...birth, newborns: [{ baby: 0, childId: anId('patients', 5), at: '2026-10-05T00:00:00.000Z', by: voided.by }] };
    const undone = planLinkNewborn(linked, { id: birth._id, baby: 0, unlinkReason: 'wrongPatient', note: 'Con nhà bên' }, { child: undefined, linked: undefined, isMother: false }, context);
    expect(undone).toMatchObject({ ok: true, value: { newborns: [linked.newborns[0], { baby: 0, reason: 'wrongPatient', note: 'Con nhà bên', by: { account: context.account } }] } });
    expect(undone.ok && birthSchema.parse(undone.value).newborns[1]).toMatchObject({ reason: 'wrongPatient', note: 'Con nhà bên' });
    const child = { _id: anId('patients', 6), bornOn: '2026-10-04', sex: 'female' as const, voided: undefined };
    const again = planLinkNewborn(linked, { id: birth._id, baby: 0, childId: child._id, unlinkReason: 'wrongPatient' }, { child, linked: undefined, isMother: false }, context);
    expect(again.ok && again.value.newborns[1]).not.toHaveProperty('reason');
  });

  it('[MAT35] those who may be a baby share day and home, guardian or phone with the mother, the most likely first', () => {
    const mother = { _id: anId('patients', 1), fullName: 'Vũ Thị Phượng', sex: 'female' as const, bornOn: '1988-11-25', village: 'Thôn 4', householdHead: 'Vũ Văn Tạo', phone: '0912000863', nationalId: '001188000001' };
    const somebody = (serial: number, with_: object) => ({ _id: anId('patients', serial), fullName: 'Bé', sex: 'female' as const, bornOn: '2026-10-04', ...with_ });
    const found = (people: ReturnType<typeof somebody>[], of: Parameters<typeof findNewbornMatches>[2] = mother) => findNewbornMatches({ bornOn: '2026-10-04' }, { sex: 'female' }, of, people).map(({ id, because, daysApart, otherSex }) => [Number(id.slice(-4)), because.join(' '), daysApart, otherSex]);
    const [household, guardian] = [{ village: 'thôn 4', householdHead: 'VŨ VĂN TẠO' }, { fullName: 'Vu Thi Phuong' }];
    expect(found([
      somebody(10, {}), somebody(11, household), somebody(12, { ...household, bornOn: '2026-10-07' }), somebody(13, { ...household, bornOn: '2026-10-08' }), somebody(14, { ...household, bornOn: '2026-09-30' }), somebody(15, { ...household, sex: 'male' }),
      somebody(16, { guardian, phone: '0912000863', bornOn: '2026-10-02' }), somebody(17, { guardian: { fullName: 'Bà ngoại', phone: '0912000863' }, bornOn: '2026-10' }), somebody(18, { guardian: { fullName: 'P.', nationalId: '001188000001' }, bornOn: '2026' }), somebody(19, { village: 'Thôn 4' }),
    ])).toEqual([[16, 'guardian phone', 2, false], [11, 'household', 0, false], [17, 'phone', 0, false], [18, 'guardian', 0, false], [12, 'household', 3, false], [15, 'household', 0, true]]);
    // A mother of whom neither home nor phone is known shares none with those of whom it is not known either.
    const { village: _village, householdHead: _head, phone: _phone, nationalId: _number, ...bare } = mother;
    expect(found([somebody(10, {}), somebody(11, { guardian: { fullName: 'Bà ngoại' } })], bare)).toEqual([]);
    expect(found([somebody(10, { village: 'Thôn 4', householdHead: 'Vũ Thị Phượng' })], { ...bare, village: 'Thôn 4' })).toEqual([[10, 'household', 0, false]]);
  });
});
