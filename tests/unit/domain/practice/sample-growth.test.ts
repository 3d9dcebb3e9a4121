import { describe, expect, it } from 'vitest';
import { validateEncounter } from '../../../../src-shared/domain/encounter/validate-encounter.ts';
import { anEncounter, aContext } from '../../../support/builders.ts';
import { askAboutGrowth } from '../../../../src-shared/domain/growth/ask-about-growth.ts';
import { countNutrition, deriveNutrition, weighingMissed } from '../../../../src-shared/domain/growth/derive-nutrition.ts';
import { growthPoints } from '../../../../src-shared/domain/growth/growth-points.ts';
import { measured } from '../../../../src-shared/domain/encounter/derive-bmi.ts';
import { sampleLines } from '../../../../src-shared/domain/practice/sample-load-lines.ts';

const today = '2026-11-22';

describe('sample children', () => {
  const lines = [...sampleLines({ people: 600, checkups: 300, movements: 0, doses: true, seed: 42, today })];
  const people = new Map(lines.flatMap((line) => (line.operation === 'registerPatient' ? [[line.input.id ?? '', line.input] as const] : [])));
  const visits = lines.flatMap((line) => (line.operation === 'recordVisit' || line.operation === 'recordCheckup' ? [line] : []));

  it('[GRO20] are of the size of their age: some underweight, stunted or wasted, none hard to believe', () => {
    const byChild = new Map<string, ReturnType<typeof anEncounter>[]>();
    for (const { operation, input } of visits) {
      const person = people.get(input.patientId);
      if (!person) throw new Error(input.patientId);
      const kind = operation === 'recordVisit' ? 'visit' : 'checkup';
      expect(validateEncounter(kind, input, 'submitted', person, aContext({ role: 'doctor' })).refusals).toEqual([]);
      expect(askAboutGrowth(person, { on: input.occurredOn, weightKg: measured(input.observations, 'weightKg'), heightCm: measured(input.observations, 'heightCm') })).toEqual([]);
      byChild.set(input.patientId, [...(byChild.get(input.patientId) ?? []), anEncounter({ kind, ...input })]);
    }
    const children = [...people].map(([id, person]) => ({ person, points: growthPoints(person, byChild.get(id) ?? []) })).filter(({ points }) => points.length > 0);
    expect(Math.max(...children.map(({ points }) => points.length))).toBeGreaterThan(8);
    const { weightForAge, heightForAge, weightForHeight } = countNutrition(children.map(({ points }) => deriveNutrition(points)), today);
    for (const { low, of } of [weightForAge, heightForAge]) { expect(low).toBeGreaterThan(0); expect(low / of).toBeLessThan(0.5); }
    expect(weightForHeight.low + weightForHeight.high).toBeGreaterThan(0);
    expect(children.some(({ person, points }) => weighingMissed(deriveNutrition(points), person.bornOn, today) === 'long')).toBe(true);
  });

  it('[GRO20] the same child has the same curve in every program, and only where children are asked for', () => {
    expect([...sampleLines({ people: 600, checkups: 300, movements: 0, doses: true, seed: 42, today })]).toEqual(lines);
    const plain = [...sampleLines({ people: 600, checkups: 300, movements: 0, seed: 42, today })];
    expect(plain.filter(({ operation }) => operation === 'recordVisit').length).toBeLessThan(visits.length);
  });
});
