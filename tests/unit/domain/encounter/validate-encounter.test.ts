import { describe, expect, it } from 'vitest';
import type { Role } from '../../../../src-shared/domain/common/context.ts';
import { parseDecimal, formatDecimal } from '../../../../src-shared/domain/common/parse-decimal.ts';
import { inputIssues } from '../../../../src-shared/domain/common/input-issues.ts';
import { deriveBmi } from '../../../../src-shared/domain/encounter/derive-bmi.ts';
import { recordEncounterInput, type Encounter } from '../../../../src-shared/domain/encounter/encounter.schema.ts';
import { vitalSigns } from '../../../../src-shared/domain/encounter/observations.ts';
import { validateEncounter } from '../../../../src-shared/domain/encounter/validate-encounter.ts';
import { aCheckupInput, aContext, anId, aVisitInput } from '../../../support/builders.ts';

type With = Parameters<typeof aCheckupInput>[0];
const adult = { bornOn: '1985-03-15' };
const check = (kind: Encounter['kind'], with_: With = {}, person: { bornOn: string } | undefined = adult, role: Role = 'doctor') => {
  const input = kind === 'checkup' ? aCheckupInput(with_) : aVisitInput(with_);
  return validateEncounter(kind, input, input.status ?? 'submitted', person, aContext({ role }));
};
const codes = (...args: Parameters<typeof check>) => check(...args).refusals.map((r) => r.code);

describe('drafts', () => {
  it('[ENC1] a draft needs a person and a day only', () => {
    const draft = recordEncounterInput.parse({ patientId: anId('patients'), occurredOn: '2026-11-20', status: 'draft' });
    expect(validateEncounter('checkup', draft, 'draft', adult, aContext())).toEqual({ refusals: [], warnings: [] });
    expect(codes('checkup', { status: 'draft', reason: undefined, conclusionClass: undefined, observations: { systolicMmHg: { value: 80 }, diastolicMmHg: { value: 90 } } })).toEqual([]);
  });

  it('[ENC2] the day of a draft is possible too', () => {
    expect(codes('checkup', { status: 'draft', occurredOn: '2026-11-23' })).toEqual(['OccurredInFuture']);
  });
});

describe('both kinds', () => {
  it('[ENC2] not after today, not before the earliest possible birth', () => {
    expect(codes('visit', { occurredOn: '2026-11-22' })).toEqual([]);
    expect(codes('visit', { occurredOn: '2026-11-23' })).toEqual(['OccurredInFuture']);
    expect(codes('visit', { occurredOn: '1985-03-14' })).toEqual(['OccurredBeforeBirth']);
    expect(codes('visit', { occurredOn: '1985-01-01' }, { bornOn: '1985' })).toEqual([]);
    expect(codes('visit', { occurredOn: '1984-12-31' }, { bornOn: '1985' })).toEqual(['OccurredBeforeBirth']);
  });

  it('[ENC17] a person who is not there is refused', () => {
    expect(validateEncounter('visit', aVisitInput(), 'submitted', undefined, aContext()).refusals).toEqual([{ code: 'PatientNotFound' }]);
  });

  it('[ENC6] diastolic not below systolic is refused', () => {
    const pressure = (systolic: number, diastolic: number) => codes('visit', { observations: { systolicMmHg: { value: systolic }, diastolicMmHg: { value: diastolic } } });
    expect(pressure(120, 120)).toEqual(['DiastolicNotBelowSystolic']);
    expect(pressure(80, 120)).toEqual(['DiastolicNotBelowSystolic']);
    expect(pressure(120, 119)).toEqual([]);
    expect(codes('visit', { observations: { systolicMmHg: { notMeasured: 'refused' }, diastolicMmHg: { value: 90 } } })).toEqual([]);
  });

  it('[ENC9] the next visit lies after this one', () => {
    expect(codes('visit', { nextVisitOn: '2026-11-20' })).toEqual(['NextVisitNotAfter']);
    expect(codes('visit', { nextVisitOn: '2026-11-21' })).toEqual([]);
  });
});

describe('checkup', () => {
  it('[ENC3] without a reason is refused', () => {
    expect(codes('checkup')).toEqual([]);
    expect(codes('checkup', { reason: undefined })).toEqual(['ReasonMissing']);
  });

  it('[ENC4] every required vital sign is answered', () => {
    expect(check('checkup', { observations: undefined }).refusals.map((r) => r.vitalSign)).toEqual(['heightCm', 'weightKg', 'pulsePerMin', 'systolicMmHg', 'diastolicMmHg']);
    const none = { notMeasured: 'noDevice' } as const;
    expect(codes('checkup', { observations: { heightCm: none, weightKg: none, pulsePerMin: none, systolicMmHg: none, diastolicMmHg: none } })).toEqual([]);
  });

  it('[ENC5] a class is needed from 18 on, by the latest birth the date allows', () => {
    expect(codes('checkup', { conclusionClass: undefined })).toEqual(['ConclusionClassMissing']);
    expect(codes('checkup', { conclusionClass: undefined }, { bornOn: '2008-11-20' })).toEqual(['ConclusionClassMissing']);
    expect(codes('checkup', { conclusionClass: undefined }, { bornOn: '2008-11-21' })).toEqual([]);
    expect(codes('checkup', { conclusionClass: undefined }, { bornOn: '2008' })).toEqual([]);
    expect(codes('checkup', { conclusionClass: 'I' }, { bornOn: '2015' })).toEqual([]);
  });

  it('[ENC10] doctor and assistant doctor conclude, the head with a warning, others prepare', () => {
    for (const role of ['healthWorker', 'pharmacist'] as const) {
      expect(check('checkup', {}, adult, role).refusals).toEqual([{ code: 'ConclusionNotAllowed', field: 'conclusionClass' }]);
      expect(check('checkup', { status: 'draft' }, adult, role)).toEqual({ refusals: [], warnings: [] });
    }
    expect(check('checkup', {}, adult, 'head')).toEqual({ refusals: [], warnings: [{ code: 'ConcludedByNonDoctor' }] });
    expect(check('checkup', {}, adult, 'assistantDoctor')).toEqual({ refusals: [], warnings: [] });
    const amended = aCheckupInput({ conclusionClass: 'II' });
    expect(validateEncounter('checkup', amended, 'submitted', adult, aContext({ role: 'healthWorker' }), 'II').refusals).toEqual([]);
    expect(validateEncounter('checkup', amended, 'submitted', adult, aContext({ role: 'healthWorker' }), 'III').refusals).toHaveLength(1);
    expect(check('checkup', {}, adult, 'doctor').warnings).toEqual([]);
    expect(check('checkup', { conclusionClass: undefined }, { bornOn: '2015' }, 'healthWorker').warnings).toEqual([]);
  });
});

describe('visit', () => {
  it('[ENC7] needs a diagnosis or symptoms', () => {
    expect(codes('visit', { diagnoses: undefined })).toEqual(['DiagnosisOrSymptomsMissing']);
    expect(codes('visit', { diagnoses: [], symptoms: 'Ho' })).toEqual([]);
  });

  it('[ENC7] has no conclusion class', () => {
    expect(codes('visit', { conclusionClass: 'I' })).toEqual(['ConclusionClassNotForVisit']);
  });
});

describe('values', () => {
  it.each(Object.entries(vitalSigns))('[ENC8] %s outside its limits is refused with them', (name, { min, max, unit }) => {
    const parse = (value: unknown) => recordEncounterInput.safeParse({ patientId: anId('patients'), occurredOn: '2026-11-20', observations: { [name]: { value } } });
    expect(parse(min).success && parse(max).success).toBe(true);
    for (const value of [min - 0.1, max + 0.1, -1e308]) {
      const { error } = parse(value);
      expect(error && inputIssues(error)).toEqual([{ path: `observations.${name}.value`, code: 'OutOfPlausibleRange', min, max, unit }]);
    }
    for (const value of ['36,8', null, Number.NaN, Infinity, {}]) expect(parse(value).success).toBe(false);
  });

  it.each([['36,8', 36.8], ['36.8', 36.8], [' 120 ', 120], ['0,5', 0.5], ['-1', -1]])('[ENC8] %j is the number %d', (typed, value) => {
    expect(parseDecimal(typed)).toBe(value);
  });

  it.each(['', ',', '36,', ',8', '1.234,5', '36,8,1', '1e3', '0x10', 'NaN', '36 8', '٣٦'])('[ENC8] %j is no number', (typed) => {
    expect(parseDecimal(typed)).toBeUndefined();
  });

  it('[ENC8] numbers are shown with a comma', () => {
    expect([formatDecimal(36.8), formatDecimal(22, 1), formatDecimal(1.25)]).toEqual(['36,8', '22,0', '1,25']);
  });

  it('[ENC11] BMI to one decimal, only where both were measured', () => {
    expect(deriveBmi({ heightCm: { value: 156 }, weightKg: { value: 52.5 } })).toBe(21.6);
    expect(deriveBmi({ heightCm: { value: 170 }, weightKg: { value: 65 } })).toBe(22.5);
    expect(deriveBmi({ heightCm: { notMeasured: 'other' }, weightKg: { value: 65 } })).toBeUndefined();
    expect(deriveBmi(undefined)).toBeUndefined();
  });
});
