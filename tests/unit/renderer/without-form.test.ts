import { describe, expect, it } from 'vitest';
import { hashToRoute, routeToHash } from '../../../src-renderer/ui/route-hash.ts';
import { withoutForm } from '../../../src-renderer/ui/without-form.ts';

const after = (hash: string): string => routeToHash(withoutForm(hashToRoute(hash)));

describe('somebody else takes over a page', () => {
  it.each([
    ['#/visit?patientId=patients%3A1&draft=k', '#/person?id=patients%3A1'], ['#/checkup?patientId=patients%3A1', '#/person?id=patients%3A1'], ['#/person-edit?id=patients%3A1', '#/person?id=patients%3A1'],
    ['#/person?id=patients%3A1&form=voidPerson&draft=k', '#/person?id=patients%3A1'], ['#/amend?id=encounters%3A2', '#/encounter?id=encounters%3A2'], ['#/encounter?id=encounters%3A2&draft=k', '#/encounter?id=encounters%3A2'],
    ['#/dispense?patientId=patients%3A1', '#/person?id=patients%3A1'], ['#/dispense', '#/store'], ['#/store?medicineId=medicines%3A3&form=receive&draft=k', '#/store?medicineId=medicines%3A3'], ['#/people/new?draft=k', '#/people'],
    ['#/follow-up?patientId=patients%3A1&from=chronic&draft=k', '#/person?id=patients%3A1'], ['#/person?id=patients%3A1&form=enrolCondition&condition=hypertension&draft=k', '#/person?id=patients%3A1'],
    ['#/immunize?patientId=patients%3A1&vaccine=BCG&dose=1', '#/person?id=patients%3A1'], ['#/person?id=patients%3A1&form=immunizationReaction&immunizationId=immunizations%3A2&draft=k', '#/person?id=patients%3A1'],
  ])('[SCR60] %s becomes %s', (from, to) => { expect(after(from)).toBe(to); });
  it.each(['#/', '#/people', '#/sync', '#/closing', '#/immunizations', '#/immunizations/month', '#/chronic', '#/chronic/suspects', '#/chronic/month', '#/person?id=patients%3A1', '#/import?kind=patients'])('[SCR60] %s stays', (hash) => { expect(after(hash)).toBe(hash); });
});
