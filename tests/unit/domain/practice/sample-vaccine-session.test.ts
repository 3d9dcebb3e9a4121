import { expect, it } from 'vitest';
import { sampleLines } from '../../../../src-shared/domain/practice/sample-load-lines.ts';

const options = { people: 120, checkups: 160, movements: 80, seed: 2026, today: '2026-11-22' };

it.each(['2026-11-22', '2026-03-10', '2027-07-01'])('[IMM26] [SUP33] the practice station on %s had a session last week: doses from the store room, what was left over thrown away, monitors looked at', (today) => {
  const lines = [...sampleLines({ ...options, today, doses: true })];
  const given = lines.flatMap((line) => (line.operation === 'recordImmunization' && line.input.lotId !== undefined ? [line.input] : []));
  expect(given.length).toBeGreaterThan(1);
  expect(new Set(given.map(({ patientId }) => patientId)).size).toBe(given.length);
  const thrown = lines.flatMap((line) => (line.operation === 'discardStock' ? [line.input] : []));
  expect(thrown).toHaveLength(1);
  for (const { lotId, quantityBaseUnits } of thrown[0]?.lines ?? []) expect((quantityBaseUnits + given.filter((dose) => dose.lotId === lotId).length) % 10).toBe(0);
  expect(lines.filter(({ operation }) => operation === 'checkVvm')).toHaveLength(3);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  expect([...sampleLines({ ...options, today })].map(({ operation }) => operation)).not.toContain('discardStock');
});
