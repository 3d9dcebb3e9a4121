import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownCodes } from '../../../../src-hub/organisation/known-codes.ts';
import { otherHome } from '../../../../src-shared/domain/org/other-home.ts';
import { pathOn } from '../../../../src-shared/domain/org/parent-on.ts';
import { orgFaults, orgUnitInput, type OrgUnitInput } from '../../../../src-shared/domain/org/plan-org.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/runbooks/organisation.md'), 'utf8');
/** The examples by the heading they stand under. */
const examples = new Map([...page.matchAll(/^## (.+)$|```json\n([\s\S]*?)```/gm)].reduce<[string, unknown][]>((found, [, heading, json]) =>
  (heading === undefined ? [...found.slice(0, -1), [found.at(-1)?.[0] ?? '', JSON.parse(json ?? '')]] : [...found, [heading, undefined]]), []).filter(([, given]) => given !== undefined));
const read = (heading: string): OrgUnitInput[] => orgUnitInput.array().parse(examples.get(heading));
const start = new Map(read('The file').map((unit) => [unit.unit, unit]));
const after = (heading: string): Map<string, OrgUnitInput> => new Map([...start, ...read(heading).map((unit) => [unit.unit, unit] as const)]);

describe('the runbook of the organisation file', () => {
  it('[ORG20] shows a merge, a split and a move, each as it is accepted', async () => {
    const codes = await knownCodes();
    expect([...examples.keys()]).toEqual(['The file', 'A merge', 'A split', 'A move to another district']);
    for (const heading of examples.keys()) expect([heading, orgFaults(read(heading), heading === 'The file' ? new Map() : start, codes)]).toEqual([heading, []]);
  });

  it('[ORG20] names every field and no other', () => {
    const table = page.slice(page.indexOf('| field |'), page.indexOf('Every unit named'));
    const named = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => field));
    expect(named.sort()).toEqual(Object.keys(orgUnitInput.shape).sort());
  });

  it('[ORG20] says of each what it does', () => {
    const way = (heading: string, unit: string, on: string) => pathOn(unit, 'professional', on, after(heading));
    expect([way('A merge', 'tram2', '2025-12-31'), way('A merge', 'tram2', '2026-01-01')]).toEqual([['769', '79'], ['tram1', '769', '79']]);
    expect([way('A split', 'tram3', '2025-12-31'), way('A split', 'tram3', '2026-01-01'), way('A split', 'tram5', '2026-01-01')]).toEqual([['769', '79'], ['tram4', '769', '79'], ['769', '79']]);
    expect([way('A move to another district', 'tram1', '2025-12-31'), way('A move to another district', 'tram1', '2026-01-01')]).toEqual([['769', '79'], ['770', '79']]);
    const home = (heading: string, unit: string) => otherHome(unit, '769', '2026-01-01', after(heading));
    expect([home('A merge', 'tram2'), home('A split', 'tram3'), home('A move to another district', 'tram1')]).toEqual([undefined, undefined, '770']);
  });
});
