import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepOrg, unitsAbove } from '../../../../src-hub/organisation/org-table.ts';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import { addDays } from '../../../../src-shared/domain/common/partial-date.ts';
import type { OrgUnit } from '../../../../src-shared/domain/org/org-unit.schema.ts';
import { parentOn, pathOn } from '../../../../src-shared/domain/org/parent-on.ts';
import { orgFaults, type OrgUnitInput } from '../../../../src-shared/domain/org/plan-org.ts';
import { reviewingUnit } from '../../../../src-shared/domain/review/reviewing-unit.ts';

const FIRST = '2020-01-01';
const TODAY = '2026-11-22';

/** A tree and what is done to it; numbers choose among what there is at that time. */
const world = fc.record({
  provinces: fc.integer({ min: 1, max: 3 }), districts: fc.integer({ min: 1, max: 3 }), stations: fc.integer({ min: 1, max: 3 }),
  changes: fc.array(fc.record({
    what: fc.constantFrom('move', 'move', 'merge', 'split', 'moveDistrict', 'endDistrict'), which: fc.nat(), whereTo: fc.nat(),
    // Some of them on days to come.
    daysLater: fc.integer({ min: 0, max: 900 }),
  }), { maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

interface Standing { parent: string | undefined; ended: boolean; successor?: string }

/** Plays the changes day after day, as an administrator would publish them, and notes after each what is to be so from that day on. */
function play({ provinces, districts, stations, changes }: World) {
  const units = new Map<string, OrgUnitInput>();
  const standings = new Map<string, Standing>();
  const history: { from: string; standings: Map<string, Standing> }[] = [];
  const publishes: OrgUnitInput[][] = [];
  let day = FIRST;

  const publish = (...given: OrgUnitInput[]) => { publishes.push(given); for (const unit of given) units.set(unit.unit, unit); };
  const note = () => { history.push({ from: day, standings: new Map([...standings].map(([key, one]) => [key, { ...one }])) }); };
  const unitOf = (unit: string) => units.get(unit) as OrgUnitInput;
  const found = (unit: string, tier: string, parent?: string) => {
    publish({ unit, name: unit, tier, from: day, parents: parent === undefined ? [] : [{ kind: 'professional', unit: parent, from: day }] });
    standings.set(unit, { parent, ended: false });
  };
  const move = (unit: string, parent: string) => {
    const before = unitOf(unit);
    const isOpen = (one: { from: string; to?: string | undefined }) => one.to === undefined || one.to >= day;
    const kept = before.parents.filter((one) => !(isOpen(one) && one.from >= day)).map((one) => (isOpen(one) ? { ...one, to: addDays(day, -1) } : one));
    publish({ ...before, parents: [...kept, { kind: 'professional', unit: parent, from: day }] });
    standings.set(unit, { parent, ended: false });
  };
  const end = (unit: string, successor: string) => {
    publish({ ...unitOf(unit), to: day, successors: [{ unit: successor, from: addDays(day, 1) }] });
    standings.set(unit, { parent: standings.get(unit)?.parent, ended: true, successor });
  };
  const living = (tier: string) => [...units.values()].filter((unit) => unit.tier === tier && standings.get(unit.unit)?.ended === false).map(({ unit }) => unit);
  const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

  found('vn', 'central');
  for (let p = 0; p < provinces; p += 1) {
    found(`p${p}`, 'province', 'vn');
    for (let d = 0; d < districts; d += 1) {
      found(`p${p}d${d}`, 'district', `p${p}`);
      for (let s = 0; s < stations; s += 1) found(`p${p}d${d}s${s}`, 'station', `p${p}d${d}`);
    }
  }
  note();
  for (const [n, { what, which, whereTo, daysLater }] of changes.entries()) {
    // A unit that ends is there on its last day: the next change comes after it.
    day = addDays(day, daysLater + 2);
    const station = pick(living('station'), which);
    const districtsNow = living('district');
    const anywhere = [...districtsNow, ...living('province')];
    const goal = pick(anywhere, whereTo);
    if (what === 'move' && station !== undefined && goal !== undefined) move(station, goal);
    if (what === 'merge' && station !== undefined) {
      const into = pick(living('station').filter((one) => one !== station), whereTo);
      if (into !== undefined) end(station, into);
    }
    if (what === 'split' && station !== undefined) found(`new${n}`, 'station', standings.get(station)?.parent);
    if (what === 'moveDistrict') {
      const [district, province] = [pick(districtsNow, which), pick(living('province'), whereTo)];
      if (district !== undefined && province !== undefined) move(district, province);
    }
    if (what === 'endDistrict') {
      const district = pick(districtsNow, which);
      const province = district === undefined ? undefined : standings.get(district)?.parent;
      if (district !== undefined && province !== undefined) {
        for (const [unit, { parent, ended }] of [...standings]) if (parent === district && !ended) move(unit, province);
        end(district, province);
      }
    }
    note();
  }
  return { units, publishes, history };
}

const toMap = (units: ReadonlyMap<string, OrgUnitInput>) => units as unknown as ReadonlyMap<string, OrgUnit>;

/** Days to look at: around every change, today, and long after. */
const daysOf = (history: readonly { from: string }[]): string[] => [...new Set([...history.flatMap(({ from }) => [from, addDays(from, 1), addDays(from, 400)]), TODAY, '2099-01-01'])].sort();
/** `expect` is too slow for a million looks. */
function must(holds: boolean, ...facts: unknown[]): void { if (!holds) throw new Error(facts.map(String).join(' ')); }
const isBegun = (unit: OrgUnitInput, on: string) => unit.from <= on;

describe('reorganisations', () => {
  it('[ORG17] each publishing is in order, and on every day each unit stands where it was put, once', () => {
    let looked = 0;
    fc.assert(fc.property(world, (given) => {
      const { units, publishes, history } = play(given);
      const known = new Map<string, OrgUnitInput>();
      for (const batch of publishes) {
        expect(orgFaults(batch, known)).toEqual([]);
        for (const unit of batch) known.set(unit.unit, unit);
      }
      const unitByKey = toMap(units);
      for (const day of daysOf(history)) {
        const at = history.findLast(({ from }) => from <= day);
        const begun = [...units.values()].filter((unit) => isBegun(unit, day));
        const hubs = new Set(begun.filter(({ tier, unit }) => tier !== 'station' && at?.standings.get(unit)?.ended === false).map(({ unit }) => unit));
        const children = new Map<string, string[]>();
        for (const { unit, tier } of begun) {
          const path = pathOn(unit, 'professional', day, unitByKey);
          const { to } = units.get(unit) as OrgUnitInput;
          const standing = at?.standings.get(unit);
          // On its last day a unit is still where it was.
          const expected = to !== undefined && to < day ? standing?.successor : standing?.parent;
          const found = parentOn(unitByKey.get(unit) as OrgUnit, 'professional', day);
          must(found === expected, unit, 'on', day, 'stands under', found, 'not', expected);
          must(new Set(path).size === path.length, unit, 'goes in a circle', path);
          must((path.at(-1) ?? unit) === 'vn', unit, 'on', day, 'does not reach the top', path);
          if (tier !== 'station') continue;
          const reviewer = reviewingUnit(unit, day, { unitByKey, hubs, entersAt: 'nobody' });
          must(path.includes(reviewer) && hubs.has(reviewer), unit, 'on', day, 'is reviewed by', reviewer);
          for (const above of path) children.set(above, [...children.get(above) ?? [], unit]);
          looked += 1;
        }
        // Every sum over the provinces has each station once, those that have ended too.
        const stations = begun.filter(({ tier }) => tier === 'station').map(({ unit }) => unit).sort();
        const inProvinces = begun.filter(({ tier }) => tier === 'province').flatMap(({ unit }) => children.get(unit) ?? []).sort();
        must(inProvinces.join() === stations.join(), day, 'provinces have', inProvinces, 'of', stations);
        must([...children.get('vn') ?? []].sort().join() === stations.join(), day, 'the top has not', stations);
      }
    }), { numRuns: 1000, seed: 20_260_722 });
    expect(looked).toBeGreaterThan(100_000);
  }, 60_000);

  it('[ORG16] [ORG17] the hub\'s own table says the same as the domain', () => {
    const dir = mkdtempSync(join(tmpdir(), 'tramxa-org-'));
    const book = openHubBook(dir, Buffer.alloc(32, 1), Date.now);
    try {
      fc.assert(fc.property(world, (given) => {
        const { units, history } = play(given);
        keepOrg(book, [...units.values()].map((unit) => ({ ...unit, _id: `org:${unit.unit}` }) as unknown as OrgUnit));
        for (const day of daysOf(history)) {
          for (const { unit } of units.values()) must([...unitsAbove(book, unit, day)].sort().join() === pathOn(unit, 'professional', day, toMap(units)).sort().join(), unit, day, [...unitsAbove(book, unit, day)], pathOn(unit, 'professional', day, toMap(units)));
        }
      }), { numRuns: 40, seed: 7 });
    } finally {
      book.close();
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('[ORG6] finds a circle that only a later change of another unit closes', () => {
    const of = (unit: string, parent: string, from: string, to?: string): OrgUnitInput => ({ unit, name: unit, tier: 'district', from: FIRST, parents: [{ kind: 'professional', unit: parent, from, to }] });
    const known = new Map([['b', of('b', 'a', '2027-01-01')], ['a', { unit: 'a', name: 'a', tier: 'province', from: FIRST, parents: [] } as OrgUnitInput]]);
    expect(orgFaults([of('a', 'b', '2025-01-01')], known)).toEqual([{ unit: 'a', reason: 'circle', on: '2027-01-01' }]);
    expect(orgFaults([of('a', 'b', '2025-01-01', '2026-12-31')], known)).toEqual([]);
  });
});
