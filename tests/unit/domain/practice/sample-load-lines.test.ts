import { describe, expect, it } from 'vitest';
import { operations } from '../../../../src-shared/contract/operations.ts';
import { buildPatient } from '../../../../src-shared/domain/patient/build-patient.ts';
import { registerPatientInput, type Patient } from '../../../../src-shared/domain/patient/patient.schema.ts';
import { validatePatient } from '../../../../src-shared/domain/patient/validate-patient.ts';
import { validateEncounter } from '../../../../src-shared/domain/encounter/validate-encounter.ts';
import { deriveImmunizationCard } from '../../../../src-shared/domain/immunization/derive-immunization-card.ts';
import type { Immunization } from '../../../../src-shared/domain/immunization/immunization.schema.ts';
import { planImmunization } from '../../../../src-shared/domain/immunization/plan-immunization.ts';
import { sampleLines, sampleLoadLines, type SampleLine } from '../../../../src-shared/domain/practice/sample-load-lines.ts';
import { balancesByLotId } from '../../../../src-shared/domain/supply/lot-balance.ts';
import { planAdjust } from '../../../../src-shared/domain/supply/plan-adjust.ts';
import { planDispense } from '../../../../src-shared/domain/supply/plan-dispense.ts';
import { planReceive } from '../../../../src-shared/domain/supply/plan-receive.ts';
import type { Lot, Medicine, StockMovement } from '../../../../src-shared/domain/supply/supply.schema.ts';
import { buildMedicine } from '../../../../src-shared/domain/supply/build-medicine.ts';
import { validateMedicine } from '../../../../src-shared/domain/supply/validate-medicine.ts';
import { aContext, samplePerson, seededRandom, vietnameseName } from '../../../support/builders.ts';

const options = { people: 120, checkups: 200, movements: 300, seed: 42, today: '2026-11-22' };
const context = aContext({ role: 'doctor' });
const linesOf = <O extends SampleLine['operation']>(...names: O[]) => [...sampleLines(options)].filter((line): line is SampleLine & { operation: O } => (names as string[]).includes(line.operation));
const parse = (line: SampleLine) => operations[line.operation].input.parse(JSON.parse(JSON.stringify(line.input)));

describe('sample people', () => {
  it('[PAT21] the same seed makes the same people, and all of them can be registered', () => {
    const lines = linesOf('registerPatient');
    expect(lines).toHaveLength(120);
    const others: Patient[] = [];
    for (const line of lines) {
      const input = registerPatientInput.parse(parse(line));
      const { refusals, warnings } = validatePatient(input, context, { others });
      expect(refusals).toEqual([]);
      expect(warnings.map((w) => w.code).filter((code) => code !== 'PossibleDuplicate')).toEqual([]);
      others.push(buildPatient(input, context));
    }
    expect(others.map((p) => p._id)).toEqual(lines.map((line) => line.input.id));
  });

  it('[PAT21] names come composed, decomposed, unmarked and in capitals, of both sexes and of several peoples', () => {
    const random = seededRandom(3);
    const names = Array.from({ length: 600 }, (_, serial) => samplePerson(random, { today: options.today, serial }).fullName);
    expect(names.some((n) => n !== n.normalize('NFC'))).toBe(true);
    expect(names.some((n) => n === n.normalize('NFC') && /[À-ỹ]/.test(n))).toBe(true);
    expect(names.some((n) => /^[A-Za-z ']+$/.test(n))).toBe(true);
    expect(names.some((n) => n.length > 5 && n === n.toUpperCase())).toBe(true);
    expect(names.some((n) => /Niê|Giàng|Điểu|Rơ Châm/.test(n.normalize('NFC')))).toBe(true);
    expect(vietnameseName(seededRandom(1), { sex: 'female' })).toEqual(vietnameseName(seededRandom(1), { sex: 'female' }));
    expect(new Set(Array.from({ length: 50 }, (_, n) => vietnameseName(seededRandom(n)).sex)).size).toBe(2);
  });
});

describe('sample doses', () => {
  const lines = [...sampleLines({ ...options, people: 400, doses: true })];
  const born = new Map(lines.flatMap((line) => (line.operation === 'registerPatient' ? [[line.input.id ?? '', line.input.bornOn] as const] : [])));

  it('[IMM26] are those of children, pass the rules and ask nothing, and leave some children with doses due', () => {
    const records = new Map<string, Immunization[]>();
    for (const line of lines) {
      // Doses of the store room: the lot was received before.
      if (line.operation !== 'recordImmunization' || line.input.lotId !== undefined) continue;
      const input = operations.recordImmunization.input.parse(parse(line));
      const known = records.get(input.patientId) ?? [];
      const outcome = planImmunization(input, { patient: { bornOn: born.get(input.patientId) ?? '' }, records: known }, context);
      if (!outcome.ok) throw new Error(outcome.refusals[0].code);
      expect(outcome.warnings).toEqual([]);
      records.set(input.patientId, [...known, outcome.value.immunization]);
    }
    expect(records.size).toBeGreaterThan(10);
    const states = [...records].flatMap(([id, known]) => deriveImmunizationCard({ bornOn: born.get(id) ?? '', records: known, today: options.today }).lines.map(({ state }) => state));
    expect([...new Set(states)].sort()).toEqual(['due', 'given', 'late', 'notYet', 'tooOld']);
    expect([...sampleLines(options)].map(({ operation }) => operation)).not.toContain('recordImmunization');
  });
});

describe('sample load lines', () => {
  it('[SUP18] the same options give the same text, with keys and ids of their own', () => {
    const text = [...sampleLoadLines(options)];
    expect([...sampleLoadLines(options)]).toEqual(text);
    expect([...sampleLoadLines({ ...options, seed: 43 })]).not.toEqual(text);
    const lines = text.map((line) => JSON.parse(line) as SampleLine);
    expect(new Set(lines.map((l) => l.key)).size).toBe(lines.length);
    expect(lines.every((l) => 'id' in l.input && l.input.id === l.key)).toBe(true);
  });

  it('[SUP18] fewer people is the beginning of more people', () => {
    const people = (n: number) => [...sampleLoadLines({ ...options, people: n, checkups: 0, movements: 0 })];
    expect(people(50)).toEqual(people(120).slice(0, 50));
    expect(people(0)).toEqual([]);
  });

  it('[ENC18] checkups and visits pass the rules', () => {
    const born = new Map(linesOf('registerPatient').map((line) => [line.input.id, line.input.bornOn]));
    const lines = linesOf('recordCheckup', 'recordVisit');
    expect(lines).toHaveLength(200);
    for (const line of lines) {
      const input = operations.recordCheckup.input.parse(parse(line));
      const kind = line.operation === 'recordCheckup' ? 'checkup' : 'visit';
      expect(validateEncounter(kind, input, 'submitted', { bornOn: born.get(input.patientId) ?? '' }, context)).toEqual({ refusals: [], warnings: [] });
    }
    expect(new Set(lines.map((l) => l.operation)).size).toBe(2);
  });

  it('[SUP18] stock lines run in order are accepted', () => {
    const medicines: Medicine[] = [];
    const lots: Lot[] = [];
    const movements: StockMovement[] = [];
    let counted = 0;
    for (const line of sampleLines(options)) {
      const balances = balancesByLotId(movements);
      if (line.operation === 'addMedicine') {
        const input = operations.addMedicine.input.parse(parse(line));
        expect(validateMedicine(input, medicines).refusals).toEqual([]);
        medicines.push(buildMedicine(input, context));
      } else if (line.operation === 'receiveStock') {
        const input = operations.receiveStock.input.parse(parse(line));
        const outcome = planReceive(input, { medicine: medicines.find((m) => m._id === input.medicineId), lots: lots.filter((l) => l.medicineId === input.medicineId) }, context);
        if (!outcome.ok) throw new Error(outcome.refusals[0].code);
        lots.push(outcome.value.lot);
        movements.push(outcome.value.movement);
        counted += 1;
      } else if (line.operation === 'dispenseMedicine') {
        const input = operations.dispenseMedicine.input.parse(parse(line));
        const outcome = planDispense(input, { patient: { _id: input.patientId, allergies: [] }, medicines, lots, balances }, context);
        if (!outcome.ok) throw new Error(outcome.refusals[0].code);
        movements.push(...outcome.value.movements);
        counted += 1;
      } else if (line.operation === 'adjustStock') {
        const input = operations.adjustStock.input.parse(parse(line));
        const outcome = planAdjust(input, { lot: lots.find((l) => l._id === input.lotId), balance: balances.get(input.lotId) ?? 0 }, context);
        if (!outcome.ok) throw new Error(outcome.refusals[0].code);
        movements.push(outcome.value.movement);
        counted += 1;
      }
    }
    expect(counted).toBe(300);
    expect(movements).toHaveLength(300);
    expect(medicines.length).toBe(75);
  });
});
