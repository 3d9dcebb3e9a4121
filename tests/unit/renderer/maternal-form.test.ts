import { describe, expect, it } from 'vitest';
import { antenatalProblems, dayPatch, emptyAntenatal, fieldsToAntenatal, quickOf, quickPatch, type AntenatalFields } from '../../../src-renderer/features/maternal/antenatal-form.ts';
import { birthProblems, emptyBaby, emptyBirth, fieldsToBirth, type BirthFields } from '../../../src-renderer/features/maternal/birth-form.ts';
import { filtersToDue, filtersToExpected } from '../../../src-renderer/features/maternal/mother-filters.ts';
import { formatPara, parseTypedPara, tidyPara } from '../../../src-renderer/features/maternal/parse-typed-para.ts';
import { emptyPostnatal, fieldsToPostnatal, nextPlanned, postnatalDayPatch, postnatalProblems } from '../../../src-renderer/features/maternal/postnatal-form.ts';
import { emptyPregnancy, fieldsToPregnancy, pregnancyProblems, pregnancyToFields, resultPatch, type PregnancyFields } from '../../../src-renderer/features/maternal/pregnancy-form.ts';
import { emptyPregnancyStatus, fieldsToPregnancyStatus, pregnancyStatusProblems } from '../../../src-renderer/features/maternal/pregnancy-status-form.ts';
import { drawWeeks } from '../../../src-renderer/features/maternal/weeks-plot.ts';
import { newbornFields } from '../../../src-renderer/features/people/person-form.ts';
import { draftToRoute } from '../../../src-renderer/ui/draft-route.ts';
import { alertWords, dueDayWords, gestationWords } from '../../../src-renderer/ui/maternal-words.ts';
import { warningWords } from '../../../src-renderer/ui/refusal-words.ts';
import { hashToRoute, routeToHash } from '../../../src-renderer/ui/route-hash.ts';
import { valueWords } from '../../../src-renderer/ui/value-words.ts';
import { withoutForm } from '../../../src-renderer/ui/without-form.ts';
import type { Draft } from '../../../src-shared/contract/session.ts';
import { recordAntenatalVisitInput } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { recordBirthInput } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { postnatalPlan } from '../../../src-shared/domain/maternal/postnatal-plan.ts';
import { recordPostnatalVisitInput } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { changePregnancyStatusInput, registerPregnancyInput, type Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { validateAntenatalVisit } from '../../../src-shared/domain/maternal/validate-antenatal-visit.ts';
import { validatePregnancy } from '../../../src-shared/domain/maternal/validate-pregnancy.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { speakIn } from './support.ts';

const today = '2026-11-23';
const of = { patientId: 'patients:019a0000-0000-7000-8000-000000000001', pregnancyId: 'pregnancies:019a0000-0000-7000-8000-000000000002' };
const patient = { bornOn: '1996-04-18', sex: 'female' as const };
const due = { dueOn: '2027-01-11', by: 'lastPeriod' } as const;
const unitWords = () => 'kg';

describe('the form of an antenatal visit', () => {
  const visit = (more: Partial<AntenatalFields> = {}): AntenatalFields => ({ ...emptyAntenatal(today, due), ...more });
  const pregnancy = { _id: of.pregnancyId, registeredOn: '2026-06-08', lastPeriodOn: '2026-04-06', statusChanges: [] } as const;
  const wrong = (more: Partial<AntenatalFields>) => antenatalProblems(visit(more), { today, of, unitWords, refuse: (input) => validateAntenatalVisit(input, { patient, pregnancy: { ...pregnancy, statusChanges: [] }, isHers: true, births: [] }, today) });

  it('[SCR98] proposes the next visit as planned; a quick choice counts from the day of the visit and follows it', () => {
    expect(visit()).toMatchObject({ occurredOn: '23/11/2026', nextVisitOn: '30/11/2026' });
    expect(quickOf(visit(), due)).toBe('planned');
    const later = visit(quickPatch('fourWeeks', visit(), due));
    expect(later.nextVisitOn).toBe('21/12/2026');
    expect(quickOf(later, due)).toBe('fourWeeks');
    expect(dayPatch('20/11/2026', later, due)).toEqual({ occurredOn: '20/11/2026', nextVisitOn: '18/12/2026' });
    expect(dayPatch('20/11/2026', visit({ nextVisitOn: '15/12/2026' }), due)).toEqual({ occurredOn: '20/11/2026' });
  });

  it('[SCR98] what a visit of today measured stands in its fields', () => {
    expect(emptyAntenatal(today, due, { pressure: '118/74', weight: '60,5' })).toMatchObject({ reading1: '118/74', weightKg: '60,5' });
  });

  it('[SCR98] gives the operation what it takes; what cannot be read yet is left out', () => {
    const input = fieldsToAntenatal(visit({ reading1: '148 96', weightKg: '60,5', fundalHeightCm: '31', urineProtein: 'plus1', dangerSigns: ['fever', 'bleeding', 'nothing'], pressed: ['calcium'], fastingMmolL: '5,4', presentation: 'cephalic', tetanusDose: '2', note: ' ', girthCm: 'x', haemoglobinGPerL: '9' }), of);
    expect(recordAntenatalVisitInput.parse(input)).toEqual({
      ...of, occurredOn: today, nextVisitOn: '2026-11-30', bloodPressure: [{ systolicMmHg: 148, diastolicMmHg: 96 }], weightKg: 60.5, fundalHeightCm: 31, urineProtein: 'plus1', dangerSigns: ['bleeding', 'fever'], calcium: true, glucoseLoad: { fastingMmolL: 5.4 }, presentation: 'cephalic', tetanusDose: 2,
    });
  });

  it('[SCR98] says at its field what cannot be', () => {
    expect(wrong({ reading1: '94/148' }).reading1?.code).toBe('diastolicAbove');
    expect(wrong({ fundalHeightCm: '290' }).fundalHeightCm).toMatchObject({ code: 'outOfRange', max: 50 });
    expect(wrong({ fetalHeartPerMin: '14,5' }).fetalHeartPerMin?.code).toBe('notWhole');
    expect(wrong({ occurredOn: '24/11/2026' }).occurredOn?.code).toBe('inFuture');
    expect(wrong({ reading1: '110/70', nextVisitOn: '23/11/2026' }).nextVisitOn?.code).toBe('refusals.NextVisitNotAfter');
    expect(wrong({ ultrasound: 'x'.repeat(501) }).ultrasound?.code).toBe('tooLong');
    expect(wrong({}).reading1?.code).toBe('refusals.NothingRecorded');
    expect(wrong({ reading1: '110/70' })).toEqual({});
  });
});

describe('the form of a pregnancy', () => {
  const ready = (more: Partial<PregnancyFields> = {}): PregnancyFields => ({ ...emptyPregnancy(today), lastPeriodOn: '06/04/2026', ...more });
  const at = (more: Partial<PregnancyFields>) => pregnancyProblems(ready(more), { today, unitWords, refuse: (input) => validatePregnancy(input, { patient, pregnancies: [], births: [] }, today) });

  it('[SCR99] PARA is four digits, together or apart', () => {
    for (const typed of ['1001', '1-0-0-1', ' 1 0 0 1 ', '1.0.0.1']) expect(parseTypedPara(typed)).toEqual({ para: { term: 1, preterm: 0, lost: 0, living: 1 } });
    for (const typed of ['100', '10011', 'một', '1-0-01-1']) expect(parseTypedPara(typed)).toEqual({ problem: 'notAPara' });
    expect([tidyPara('1 0 2 1'), tidyPara('10'), formatPara({ term: 2, preterm: 0, lost: 1, living: 2 })]).toEqual(['1021', '10', '2012']);
  });

  it('[SCR99] gives the operation what it takes; a result brings the day of today', () => {
    const fields = ready({ para: '1001', gravida: '2', previousCaesarean: 'no', heightCm: '155', bloodGroup: 'O', rhesus: 'positive', husbandPhone: '0912 000 871', riskFactors: ['heart'], ...resultPatch('hiv', 'negative', ready(), today) });
    expect(fields.hivOn).toBe('23/11/2026');
    expect(registerPregnancyInput.parse({ ...fieldsToPregnancy(fields), patientId: of.patientId })).toEqual({
      patientId: of.patientId, registeredOn: today, lastPeriodOn: '2026-04-06', gravida: 2, para: { term: 1, preterm: 0, lost: 0, living: 1 }, previousCaesarean: false, heightCm: 155, bloodGroup: 'O', rhesus: 'positive', riskFactors: ['heart'], husbandPhone: '0912000871', screenings: [{ test: 'hiv', result: 'negative', on: today }],
    });
    // A day typed before stays.
    expect(resultPatch('hiv', 'positive', ready({ hivOn: '01/11/2026' }), today)).toEqual({ hivResult: 'positive' });
  });

  it('[SCR99] what a woman keeps comes from the pregnancy before; corrected, what was written stands in the form and results are added', () => {
    const before = { ...registerPregnancyInput.parse({ patientId: of.patientId, registeredOn: '2023-01-05', gravida: 1, heightCm: 155, bloodGroup: 'A', husbandName: 'Trần Văn Lực', weightBeforeKg: 48, para: { term: 0, preterm: 0, lost: 0, living: 0 } }), screenings: [{ test: 'hiv', result: 'negative', on: '2023-01-05' }] } as unknown as Pregnancy;
    expect(emptyPregnancy(today, before)).toMatchObject({ gravida: '2', heightCm: '155', bloodGroup: 'A', husbandName: 'Trần Văn Lực', weightBeforeKg: '', lastPeriodOn: '' });
    expect(pregnancyToFields(before)).toMatchObject({ registeredOn: '05/01/2023', gravida: '1', para: '0000', weightBeforeKg: '48', hivResult: '', previousCaesarean: '' });
  });

  it('[SCR99] says at its field what cannot be', () => {
    expect(at({ para: '12' }).para?.code).toBe('notAPara');
    expect(at({ ultrasoundDueOn: '11/01/2027' }).ultrasoundSeenOn?.code).toBe('required');
    expect(at({ hivResult: 'negative' }).hivOn?.code).toBe('required');
    expect(at({ hivOn: '01/11/2026' }).hivResult?.code).toBe('required');
    expect(at({ lastPeriodOn: '01/02/2020' }).lastPeriodOn?.code).toBe('refusals.WeeksOutOfRange');
    expect(at({ husbandPhone: '12' }).husbandPhone?.code).toBe('refusals.PhoneMalformed');
    expect(at({})).toEqual({});
  });

  it('[SCR99] a status goes forward in time, to another one', () => {
    const now = { status: 'active', since: '2026-06-08' };
    expect(pregnancyStatusProblems(emptyPregnancyStatus(today), now, today).status?.code).toBe('required');
    expect(pregnancyStatusProblems({ status: 'miscarried', on: '01/06/2026', reason: '' }, now, today).on).toMatchObject({ code: 'refusals.BeforeLastChange', from: '08/06/2026' });
    const fields = { status: 'miscarried', on: '20/11/2026', reason: ' ở nhà ' };
    expect(pregnancyStatusProblems(fields, now, today)).toEqual({});
    expect(changePregnancyStatusInput.parse(fieldsToPregnancyStatus(fields, of.pregnancyId))).toMatchObject({ on: '2026-11-20', status: 'miscarried', reason: 'ở nhà' });
  });
});

describe('the forms of a birth and of the weeks after', () => {
  const birth = (more: Partial<BirthFields> = {}): BirthFields => ({ ...emptyBirth(today), place: 'station', mode: 'vaginal', babies: [{ ...emptyBaby, sex: 'female' }], ...more });
  const at = (more: Partial<BirthFields>) => birthProblems(birth(more), { today, of, unitWords, refuse: () => [] });

  it('[SCR100] gives the operation what it takes, of each baby', () => {
    const input = fieldsToBirth(birth({ bornTime: '4h20', weeks: '39', babies: [{ ...emptyBaby, sex: 'female', weightG: '3.050', apgar1: '8', done: ['hepB0'] }, { ...emptyBaby, sex: 'male', weightG: '2400', status: 'stillborn' }] }), of);
    expect(recordBirthInput.parse(input)).toEqual({ ...of, bornOn: today, bornTime: '04:20', place: 'station', mode: 'vaginal', weeks: 39, motherStatus: 'well', babies: [{ sex: 'female', status: 'live', weightG: 3050, apgar1: 8, hepB0: true }, { sex: 'male', status: 'stillborn', weightG: 2400 }] });
  });

  it('[SCR100] says at its field what cannot be', () => {
    expect(at({ place: '' }).place?.code).toBe('required');
    expect(at({ bornTime: 'sáng' }).bornTime?.code).toBe('notATime');
    expect(at({ babies: [{ ...emptyBaby, weightG: '30' }] })).toMatchObject({ 'babies.0.sex': { code: 'required' }, 'babies.0.weightG': { code: 'outOfRange' } });
    expect(birthProblems(birth(), { today, of, unitWords, refuse: () => [{ code: 'BornBeforePregnancy', field: 'bornOn' }] }).bornOn?.code).toBe('refusals.BornBeforePregnancy');
    expect(at({})).toEqual({});
  });

  it('[SCR100] a newborn begins with what its mother and the birth say', () => {
    const mother = { fullName: 'Đặng Thị Quyên', sex: 'female', bornOn: '1999-07-07', village: 'Thôn 4', householdHead: 'Đặng Văn Sỹ', phone: '0912000864', ethnicity: 'Kinh', allergies: [{ substance: 'Penicillin' }], note: 'x' } as unknown as Patient;
    expect(newbornFields(mother, { bornOn: '2026-11-21', babies: [{ sex: 'female' }] }, 0, 'mẹ')).toMatchObject({ fullName: '', sex: 'female', bornOn: '21/11/2026', noNationalIdReason: 'newborn', village: 'Thôn 4', ethnicity: 'Kinh', guardianName: 'Đặng Thị Quyên', guardianRelation: 'mẹ', guardianPhone: '0912000864', phone: '', allergies: [], note: '' });
  });

  it('[SCR100] a visit after the birth proposes the next planned one, which follows its day', () => {
    const planned = postnatalPlan('2026-11-21', [], today);
    expect(nextPlanned(planned, today)).toBe('2026-11-25');
    const fields = emptyPostnatal(today, 2, planned);
    expect(fields).toMatchObject({ place: 'home', nextVisitOn: '25/11/2026' });
    expect(fields.babies).toHaveLength(2);
    expect(postnatalDayPatch('26/11/2026', fields, planned)).toEqual({ occurredOn: '26/11/2026', nextVisitOn: '27/12/2026' });
    expect(postnatalDayPatch('26/11/2026', { ...fields, nextVisitOn: '30/11/2026' }, planned)).toEqual({ occurredOn: '26/11/2026' });
    const input = fieldsToPostnatal({ ...fields, reading1: '112/70', temperatureC: '38,6', bleeding: 'heavy', babies: [{ weightG: '3 100', jaundice: 'mild', cord: '', feeding: '' }, { weightG: '', jaundice: '', cord: '', feeding: '' }] }, of);
    expect(recordPostnatalVisitInput.parse(input)).toEqual({ ...of, occurredOn: today, place: 'home', bloodPressure: [{ systolicMmHg: 112, diastolicMmHg: 70 }], temperatureC: 38.6, bleeding: 'heavy', babies: [{ weightG: 3100, jaundice: 'mild' }, {}], nextVisitOn: '2026-11-25' });
    expect(postnatalProblems({ ...fields, temperatureC: '386' }, { today, of, unitWords, refuse: () => [] }).temperatureC?.code).toBe('outOfRange');
    expect(postnatalProblems(fields, { today, of, unitWords, refuse: () => [{ code: 'NothingRecorded', field: 'bleeding' }] }).bleeding?.code).toBe('refusals.NothingRecorded');
  });
});

describe('words and places of maternal care', () => {
  it('[SCR97] the plot shows the same weeks for everybody, the band behind the points, between round numbers', () => {
    const frame = { width: 310, height: 120, left: 10, right: 20, top: 10, bottom: 10 };
    const drawing = drawWeeks([{ on: '2026-08-24', weeks: 20, value: 20, isGood: true }, { on: '2026-11-09', weeks: 31, value: 30, isGood: true }], [{ weeks: 20, low: 18, high: 22 }, { weeks: 36, low: 34, high: 38 }], frame);
    expect(drawing.columns.map(({ weeks }) => weeks)).toEqual([12, 16, 20, 24, 28, 32, 36, 40]);
    expect([drawing.columns[0]?.x, drawing.columns.at(-1)?.x, drawing.points[0]?.x]).toEqual([10, 290, 90]);
    expect(drawing.rows.map(({ value }) => value)).toEqual([15, 20, 25, 30, 35, 40]);
    expect(drawing.band.split(' ')).toHaveLength(4);
    // An earlier visit widens it to the left.
    expect(drawWeeks([{ on: '2026-06-01', weeks: 8.5, value: 50, isGood: true }], [], frame).points[0]?.x).toBeLessThan(20);
  });

  it('[SCR97] weeks, due day and what is unusual are said in the language of the page', async () => {
    const t = await speakIn('vi');
    expect([gestationWords({ weeks: 33, days: 2 }, t), gestationWords({ weeks: 33, days: 0 }, t)]).toEqual(['33 tuần 2 ngày', '33 tuần']);
    expect([dueDayWords(due, t), dueDayWords(undefined, t)]).toEqual(['11/01/2027, theo kinh cuối', 'Chưa rõ ngày dự sinh']);
    expect(alertWords({ code: 'PressureHigh', systolicMmHg: 148, diastolicMmHg: 96 }, t, 'vi')).toBe('Huyết áp cao 148/96');
    expect(alertWords({ code: 'ProteinInUrine', grade: 'plus1' }, t, 'vi')).toBe('Protein niệu 1+');
    expect(alertWords({ code: 'DangerSigns', signs: ['fever', 'bleeding'], isUrgent: true }, t, 'vi')).toBe('Sốt cao, Ra máu');
    expect(alertWords({ code: 'Fever', value: 38.6 }, t, 'vi')).toBe('Sốt 38,6 °C');
    expect(alertWords({ code: 'BleedingUnusual', grade: 'heavy' }, t, 'vi')).toBe('Sản dịch: ra nhiều');
    expect(alertWords({ code: 'OfALaterVersion' as 'Fever' }, t, 'vi')).toBe(t('maternal.alerts.another'));
    expect(warningWords({ code: 'DangerSigns', signs: ['convulsions'] }, t)).toContain('co giật');
    expect(warningWords({ code: 'VisitAfterBirth', on: '2026-11-09' }, t)).toContain('09/11/2026');
  });

  it('[SCR18] values are said as a person reads them where two versions differ', async () => {
    const t = await speakIn('vi');
    expect(valueWords('para', { term: 1, preterm: 0, lost: 0, living: 1 }, t, 'vi')).toBe('1001');
    expect(valueWords('bloodGroup', 'O', t, 'vi')).toBe('Nhóm O');
    expect(valueWords('dangerSigns', ['fever'], t, 'vi')).toBe('Sốt cao');
  });

  it('[SCR101] the lists are asked from today on unless a day was typed', () => {
    const all = { until: '', village: undefined, kind: undefined, state: undefined, highRisk: false, month: undefined };
    expect(filtersToDue(all, today)).toEqual({ until: today });
    expect(filtersToDue({ ...all, until: '2026-12-01', village: null, kind: 'postnatal', state: 'overdue', highRisk: true }, today)).toEqual({ until: '2026-12-01', village: null, kind: 'postnatal', state: 'overdue', highRisk: true });
    expect(filtersToExpected({ ...all, month: '2027-01', state: 'due' })).toEqual({ month: '2027-01' });
  });

  it('[SCR13] [SCR16] half-written forms go on where they were left, and never with another person', () => {
    const draft = (form: string, content: object = {}) => ({ key: 'k', form, patientId: 'patients:1', content, updatedAt: '' }) as unknown as Draft;
    const hash = (one: Draft) => routeToHash(draftToRoute(one));
    for (const [one, to] of [
      [draft('pregnancy'), '#/pregnancy?patientId=patients%3A1&draft=k'], [draft('amendPregnancy', { pregnancyId: 'p' }), '#/pregnancy?patientId=patients%3A1&id=p&draft=k'], [draft('antenatalVisit'), '#/antenatal-visit?patientId=patients%3A1&draft=k'],
      [draft('birth'), '#/birth?patientId=patients%3A1&draft=k'], [draft('postnatalVisit'), '#/postnatal-visit?patientId=patients%3A1&draft=k'], [draft('changePregnancyStatus', { pregnancyId: 'p' }), '#/person?id=patients%3A1&form=changePregnancyStatus&pregnancyId=p&draft=k'],
      [draft('voidPregnancy', { pregnancyId: 'p' }), '#/person?id=patients%3A1&form=voidPregnancy&pregnancyId=p&draft=k'], [draft('voidAntenatalVisit', { antenatalVisitId: 'v' }), '#/person?id=patients%3A1&form=voidAntenatalVisit&antenatalVisitId=v&draft=k'],
      [draft('voidBirth', { birthId: 'b' }), '#/person?id=patients%3A1&form=voidBirth&birthId=b&draft=k'], [draft('voidPostnatalVisit', { postnatalVisitId: 'n' }), '#/person?id=patients%3A1&form=voidPostnatalVisit&postnatalVisitId=n&draft=k'],
      [draft('unlinkNewborn', { birthId: 'b', baby: '1' }), '#/person?id=patients%3A1&form=unlinkNewborn&draft=k&birthId=b&baby=1'],
      [draft('register', { motherId: 'm', birthId: 'b', baby: '0' }), '#/people/new?draft=k&motherId=m&birthId=b&baby=0'],
    ] as const) {
      expect(hash(one)).toBe(to);
      expect(hashToRoute(to)).toMatchObject(JSON.parse(JSON.stringify(draftToRoute(one))) as object);
    }
    for (const form of ['amendPregnancy', 'changePregnancyStatus', 'voidPregnancy', 'voidAntenatalVisit', 'voidBirth', 'unlinkNewborn', 'voidPostnatalVisit']) expect(draftToRoute(draft(form)).page).toBe('missing');
    for (const page of ['pregnancy', 'antenatal', 'birth', 'postnatal'] as const) expect(withoutForm({ page, patientId: 'patients:1', draft: 'k' })).toEqual({ page: 'person', id: 'patients:1' });
  });
});
