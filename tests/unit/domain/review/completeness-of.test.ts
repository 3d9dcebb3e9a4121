import { describe, expect, it } from 'vitest';
import type { Encounter } from '../../../../src-shared/domain/encounter/encounter.schema.ts';
import { completenessOf } from '../../../../src-shared/domain/review/completeness-of.ts';
import { findQualityProblems } from '../../../../src-shared/domain/review/find-quality-problems.ts';
import { anEncounter } from '../../../support/builders.ts';

const adult = { bornOn: '1985-03-15' };
const child = { bornOn: '2018-05' };
const said = (record: Encounter, patient = adult) => Object.fromEntries(completenessOf(record, patient).map(({ group, filled, of }) => [group, `${String(filled)}/${String(of)}`]));
const problems = (record: Encounter, patient = adult) => findQualityProblems(record, patient).map(({ severity, code, field }) => `${severity} ${code} ${field ?? ''}`.trim());
const checkup = (with_: Partial<Encounter> = {}): Encounter => ({ ...anEncounter(), ...with_ });
const visit = (with_: Partial<Encounter> = {}): Encounter => ({ ...anEncounter({ kind: 'visit' }), ...with_ });

describe('completeness by group', () => {
  it('[REV27] counts what is answered of each group that applies to a checkup, findings only where something was found', () => {
    expect(said(checkup())).toEqual({ history: '1/1', body: '2/4', vitals: '3/6', conclusion: '1/2' });
    expect(said(checkup({ conclusionClass: 'III' }))).toEqual({ history: '1/2', body: '2/4', vitals: '3/6', diagnosis: '0/1', conclusion: '1/3' });
    expect(said(checkup({ diagnoses: [{ text: 'Sâu răng' }], symptoms: 'Đau răng', advice: 'Khám nha khoa' }))).toEqual({ history: '2/2', body: '2/4', vitals: '3/6', diagnosis: '1/1', conclusion: '2/2' });
    expect(said(checkup({ observations: {}, advice: '  ' }))).toMatchObject({ body: '0/4', vitals: '0/6', conclusion: '1/2' });
  });

  it('[REV27] takes "not measured" for an answer, and asks for the class of adults only', () => {
    const { observations } = checkup();
    expect(said(checkup({ observations: { ...observations, waistCm: { notMeasured: 'noDevice' }, spo2Percent: { notMeasured: 'refused' } } }))).toMatchObject({ body: '3/4', vitals: '4/6' });
    expect(said(checkup({ conclusionClass: undefined }))).toMatchObject({ conclusion: '0/2' });
    expect(said(checkup({ conclusionClass: undefined }), child)).toMatchObject({ conclusion: '0/1' });
    expect(said(checkup(), child)).toMatchObject({ conclusion: '1/2' });
  });

  it('[REV27] counts measures of a visit from the first one taken', () => {
    expect(said(visit())).toEqual({ history: '1/2', diagnosis: '1/1', plan: '1/2' });
    expect(said(visit({ observations: { temperatureC: { value: 38.5 } } }))).toEqual({ history: '1/2', vitals: '1/6', diagnosis: '1/1', plan: '1/2' });
  });

  it('[REV27] marks an empty group as doubtful, and none of which a rule has named the missing part', () => {
    expect([problems(checkup()), problems(visit())]).toEqual([[], []]);
    expect(problems(visit({ treatment: undefined }))).toEqual(['doubtful GroupEmpty plan']);
    expect(problems(visit({ treatment: undefined, nextVisitOn: '2026-12-01' }))).toEqual([]);
    expect(problems(visit({ reason: undefined }))).toEqual(['doubtful GroupEmpty history']);
    expect(problems(visit({ diagnoses: [], symptoms: 'Ho' }))).toEqual(['doubtful GroupEmpty diagnosis']);
    expect(problems(visit({ diagnoses: [] }))).toEqual(['wrong DiagnosisOrSymptomsMissing diagnoses']);
    expect(problems(checkup({ conclusionClass: 'IV' }))).toEqual(['doubtful GroupEmpty diagnosis']);
    expect(problems(checkup({ conclusionClass: undefined }))).toEqual(['wrong ConclusionClassMissing conclusionClass']);
    expect(problems(checkup({ conclusionClass: undefined }), child)).toEqual(['doubtful GroupEmpty conclusion']);
    expect(problems(checkup({ observations: {} }))).toHaveLength(5);
    expect(problems(checkup({ status: 'voided', conclusionClass: 'IV' }))).toEqual([]);
  });
});
