import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { operationNames } from '../../../src-shared/contract/describe.ts';
import { operations } from '../../../src-shared/contract/operations.ts';
import { issueCodes, ownRefusals, warningCodes } from '../../../src-shared/contract/refusal-codes.ts';
import { inputIssues } from '../../../src-shared/domain/common/input-issues.ts';
import { buildPatient } from '../../../src-shared/domain/patient/build-patient.ts';
import { registerPatientInput } from '../../../src-shared/domain/patient/patient.schema.ts';
import { validatePatient } from '../../../src-shared/domain/patient/validate-patient.ts';
import { aContext, samplePerson, seededRandom } from '../../support/builders.ts';

const oddText = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0x300, max: 0x1ef9 }), fc.integer({ min: 0x2000, max: 0x2070 }), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));
const odd = fc.oneof(oddText, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, Number.NaN, Infinity, -0, 1e308, '2026-02-31', '\u0000', '\uD800', undefined));

/** Every path of a JSON value. */
function pathsOf(value: unknown, at: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [at];
  return [at, ...Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...at, Array.isArray(value) ? Number(key) : key]))];
}
function replaced(value: unknown, [head, ...rest]: (string | number)[], by: unknown): unknown {
  if (head === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[head] = replaced(copy[head], rest, by);
  return copy;
}
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

it.each(operationNames)('[CTR4] whatever stands in one place of %s, the answer is a fit or a list of known issues', (name) => {
  const { input, example } = operations[name];
  fc.assert(fc.property(fc.constantFrom(...pathsOf(example)), odd, (path, value) => {
    const parsed = (input as z.ZodType).safeParse(replaced(example, path, value));
    if (!parsed.success) {
      const issues = inputIssues(parsed.error);
      expect(issues.length).toBeGreaterThan(0);
      for (const { code } of issues) expect(issueCodes).toContain(code);
    }
  }), { numRuns: 150 });
});

it('[CTR4] whatever is typed for a person, what the rules let through is plain text in one normal form', () => {
  const refusalCodes: readonly string[] = ownRefusals.registerPatient;
  const example = { ...samplePerson(seededRandom(4), { today: '2026-11-22', serial: 1 }), phone: '0912345678', insuranceNumber: '0123456789', note: 'x', guardian: { fullName: 'Lê Mai', nationalId: '001185012345', phone: '0912345678' }, address: { line: 'x', codeSet: '2025' } };
  fc.assert(fc.property(fc.constantFrom(...pathsOf(example).filter((path) => path.length > 0)), odd, (path, value) => {
    const parsed = registerPatientInput.safeParse(replaced(example, path, value));
    if (!parsed.success) return;
    const { refusals, warnings } = validatePatient(parsed.data, aContext());
    for (const { code } of refusals) expect(refusalCodes).toContain(code);
    for (const { code } of warnings) expect(warningCodes).toContain(code);
    if (refusals.length > 0) return;
    for (const text of strings(buildPatient(parsed.data, aContext()))) {
      expect(text.isWellFormed()).toBe(true);
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/[^\P{Cc}\n\r\t]/u);
    }
  }), { numRuns: 600 });
});
