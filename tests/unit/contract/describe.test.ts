import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { describeOperation, describeQuery, isOperationName, isQueryName, operationNames, queryNames } from '../../../src-shared/contract/describe.ts';
import { operations, type OperationName } from '../../../src-shared/contract/operations.ts';
import { queries } from '../../../src-shared/contract/queries.ts';
import { commonRefusals, issueCodes, ownRefusals, warningCodes, reviewRefusals } from '../../../src-shared/contract/refusal-codes.ts';
import { maternalAlertCodes } from '../../../src-shared/domain/maternal/maternal-alerts.ts';
import { invalidInput } from '../../../src-shared/domain/common/input-issues.ts';

const domain = join(import.meta.dirname, '../../../src-shared/domain');
const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('starter-medicines.ts')).map((file) => readFileSync(join(domain, file), 'utf8')).join('\n');

describe('describing', () => {
  it.each(operationNames)('[CTR1] the example of %s fits its input', (name) => {
    expect((operations[name].input as z.ZodType).safeParse(operations[name].example).error).toBeUndefined();
  });

  it.each(queryNames)('[CTR1] the example of %s fits its input', (name) => {
    expect((queries[name].input as z.ZodType).safeParse(queries[name].example).error).toBeUndefined();
  });

  it.each(operationNames)('[CTR2] %s is described as plain JSON with its limits', (name) => {
    const description = describeOperation(name);
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description.input).toMatchObject({ type: 'object', additionalProperties: false });
    expect(description.refusals).toContain('InvalidInput');
    expect(description.roles.length).toBeGreaterThan(0);
  });

  it.each(queryNames)('[CTR2] %s is described as plain JSON', (name) => {
    const description = describeQuery(name);
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
    expect(description.input).toMatchObject({ type: 'object' });
  });

  it('[CTR2] limits and units of vital signs are in the description', () => {
    expect(JSON.stringify(describeOperation('recordCheckup').input)).toContain('"minimum":40,"maximum":230,"description":"cm"');
    expect([isOperationName('recordVisit'), isOperationName('toString'), isQueryName('today'), isQueryName('__proto__')]).toEqual([true, false, true, false]);
  });
});

describe('codes', () => {
  const listed = new Set<string>([...Object.values(ownRefusals).flat(), ...commonRefusals, ...warningCodes, ...issueCodes, ...reviewRefusals, ...maternalAlertCodes]);
  /** What only the door of a hub says of a document. */
  const doorOnly = ['CollectionNotAllowed', 'FieldNotAllowed', 'ValueNotAllowed', 'PersonNamed'];

  it('[CTR3] every code in the rules is listed', () => {
    const made = new Set([...sources.matchAll(/code: '([A-Z][A-Za-z]+)'/g)].map((m) => m[1] ?? ''));
    expect(made.size).toBeGreaterThan(50);
    expect([...made].filter((code) => !listed.has(code) && !doorOnly.includes(code))).toEqual([]);
  });

  it('[CTR3] nothing is listed that no rule makes', () => {
    const ofTheRoad = new Set<string>([...commonRefusals, 'ClockBehind']);
    expect([...listed].filter((code) => !ofTheRoad.has(code) && !sources.includes(`'${code}'`))).toEqual([]);
  });
});

describe('wrong input', () => {
  const issues = (name: OperationName, input: unknown) => {
    const parsed = (operations[name].input as z.ZodType).safeParse(input);
    if (parsed.success) throw new Error('fitted');
    return invalidInput(parsed.error) as unknown as { code: string; issues: { path: string; code: string }[] };
  };
  const person = operations.registerPatient.example;

  it.each([
    ['a date like 31/02', { ...person, bornOn: '2026-02-31' }, { path: 'bornOn', code: 'NotADate' }],
    ['a name of control characters', { ...person, fullName: '\u0001\u0002' }, { path: 'fullName', code: 'NotAName' }],
    ['a 10 MB name', { ...person, fullName: 'a'.repeat(10_000_000) }, { path: 'fullName', code: 'TooLong', max: 800 }],
    ['a number for a name', { ...person, fullName: 5 }, { path: 'fullName', code: 'WrongType', expected: 'string' }],
    ['a missing sex', { ...person, sex: undefined }, { path: 'sex', code: 'Missing' }],
    ['a wrong sex', { ...person, sex: 'x' }, { path: 'sex', code: 'NotInList', allowed: ['male', 'female', 'undetermined'] }],
    ['a missing name', { ...person, fullName: undefined }, { path: 'fullName', code: 'Missing', expected: 'string' }],
    ['an empty name', { ...person, fullName: '' }, { path: 'fullName', code: 'Missing', min: 1 }],
    ['an unknown field', { ...person, hair: 'black' }, { path: 'hair', code: 'UnknownField' }],
    ['a deep wrong one', { ...person, allergies: [{ substance: 7 }] }, { path: 'allergies.0.substance', code: 'WrongType', expected: 'string' }],
    ['an id of another kind', { ...person, id: 'lots:x' }, { path: 'id', code: 'NotAnId' }],
  ])('[CTR4] %s is said by path and code', (_, input, issue) => {
    const refusal = issues('registerPatient', input);
    expect(refusal.code).toBe('InvalidInput');
    expect(refusal.issues).toEqual([issue]);
  });

  it.each([null, 5, 'x', [], true])('[CTR4] %j for an input is said too', (input) => {
    expect(issues('recordVisit', input).issues).toEqual([{ path: '', code: 'WrongType', expected: 'object' }]);
  });

  it('[CTR4] an amount that is no whole number of base units', () => {
    const item = { medicineId: 'medicines:019a0000-0000-7000-8000-000000000003', quantityBaseUnits: 0 };
    const at = (quantityBaseUnits: unknown) => issues('dispenseMedicine', { ...operations.dispenseMedicine.example, items: [{ ...item, quantityBaseUnits }] }).issues;
    expect(at(0)).toEqual([{ path: 'items.0.quantityBaseUnits', code: 'OutOfRange', min: 1 }]);
    expect(at(2.5)).toMatchObject([{ path: 'items.0.quantityBaseUnits', code: 'WrongType' }]);
    expect(at('10')).toMatchObject([{ code: 'WrongType' }]);
  });

  it('[CTR4] the value itself is never repeated, and the list of issues is bounded', () => {
    const secret = 'Nguyễn Thị Bí Mật';
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`${n}-${'k'.repeat(500)}`, 1]));
    const refusal = issues('registerPatient', { ...person, ...many, sex: secret, bornOn: secret, nationalId: secret.repeat(9), allergies: secret });
    expect(JSON.stringify(refusal)).not.toContain('Bí Mật');
    expect(JSON.stringify(refusal).length).toBeLessThan(10_000);
    for (const { code } of refusal.issues) expect(issueCodes).toContain(code);
  });
});
