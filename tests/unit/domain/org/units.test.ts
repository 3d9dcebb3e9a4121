import { describe, expect, it } from 'vitest';
import { collectionOfId, collections, databaseName, type CollectionName } from '../../../../src-shared/domain/collections.ts';
import { orgUnit, type OrgUnit } from '../../../../src-shared/domain/org/org-unit.schema.ts';
import { otherHome } from '../../../../src-shared/domain/org/other-home.ts';
import { parentOn, pathOn, type OrgPlace } from '../../../../src-shared/domain/org/parent-on.ts';
import { deriveReviewStatus } from '../../../../src-shared/domain/review/derive-review-status.ts';
import { review, type Review } from '../../../../src-shared/domain/review/review.schema.ts';
import { schemaOfCollection } from '../../../../src-shared/domain/schema-of-collection.ts';
import { aContext, aLot, aMedicine, anEncounter, anId, aPatient, aReceivedLot } from '../../../support/builders.ts';
import { documentStamp } from '../../../../src-shared/domain/common/build-document.ts';

const parents: OrgUnit['parents'] = [
  { kind: 'professional', unit: '769', from: '2000-01-01', to: '2025-06-30' }, { kind: 'professional', unit: '79', from: '2025-07-01' },
  { kind: 'administrative', unit: 'ubnd25001', from: '2026-01-01' },
];

describe('units', () => {
  it('[ORG1] the parent is found by kind and day; of two the later', () => {
    const on = (day: string) => parentOn({ parents }, 'professional', day);
    expect([on('1999-12-31'), on('2025-06-30'), on('2025-07-01'), on('2030-01-01')]).toEqual([undefined, '769', '79', '79']);
    expect(parentOn({ parents }, 'administrative', '2026-11-22')).toBe('ubnd25001');
    expect(parentOn({ parents: [...parents, { kind: 'professional', unit: '80', from: '2026-01-01' }] }, 'professional', '2026-11-22')).toBe('80');
  });

  it('[ORG2] the path goes up and a circle ends it', () => {
    const up = (unit: string, from = '2000-01-01'): OrgUnit['parents'] => [{ kind: 'professional', unit, from }];
    const units = new Map([['25001', { parents: up('769') }], ['769', { parents: up('79') }], ['79', { parents: up('tw') }], ['tw', { parents: [] }]]);
    expect(pathOn('25001', 'professional', '2026-11-22', units)).toEqual(['769', '79', 'tw']);
    expect(pathOn('25001', 'professional', '2026-11-22', new Map([['25001', { parents: up('769') }], ['769', { parents: up('25001') }]]))).toEqual(['769']);
    expect(pathOn('nowhere', 'professional', '2026-11-22', units)).toEqual([]);
  });

  it('[ORG19] a station connected to a hub that stands nowhere above it is told where it belongs', () => {
    const under = (unit: string, from = '2000-01-01', to?: string): OrgUnit['parents'][number] => ({ kind: 'professional', unit, from, ...(to === undefined ? {} : { to }) });
    const units = new Map<string, OrgPlace>([
      ['25001', { parents: [under('769', '2000-01-01', '2025-12-31'), under('770', '2026-01-01')] }], ['25002', { parents: [under('769')], to: '2025-12-31', successors: [{ unit: '25001', from: '2026-01-01' }] }],
      ['769', { parents: [under('79')] }], ['770', { parents: [under('79')] }], ['79', { parents: [] }],
    ]);
    const home = (unit: string, hub: string, on = '2026-11-22') => otherHome(unit, hub, on, units);
    expect([home('25001', '769'), home('25001', '770'), home('25001', '79'), home('25001', '769', '2025-06-01')]).toEqual(['770', undefined, undefined, undefined]);
    expect([home('25002', '769'), home('25002', '770'), home('25002', '769', '2025-06-01')]).toEqual(['770', undefined, undefined]);
    expect([home('unknown', '769'), home('79', '769')]).toEqual([undefined, undefined]);
  });

  it('[ORG3] a unit is data with dates; its id is org: and its key', () => {
    const unit = { ...documentStamp(aContext()), _id: 'org:25001', schemaVersion: 1, name: 'Trạm Y tế xã Tân Phú', tier: 'station', parents, from: '2000-01-01', adminCodes: [{ code: '25001', codeSet: '2025', from: '2025-07-01' }], successors: [{ unit: '25002', from: '2027-01-01' }] };
    expect(orgUnit.safeParse(unit).error).toBeUndefined();
    expect(orgUnit.safeParse({ ...unit, _id: 'org:Tân Phú' }).success).toBe(false);
    expect(orgUnit.safeParse({ ...unit, from: '2000-02-30' }).success).toBe(false);
  });
});

it('[ORG4] the newest word on the version read counts; a corrected record is submitted again', () => {
  const record = anEncounter();
  const context = aContext({ unit: '769', account: 'duyet' });
  const say = (decision: Review['decision'], recordVersion = record.version): Review => review.parse({
    ...documentStamp(context), _id: context.newId('review'), schemaVersion: 1, recordId: record._id, recordVersion, decision, reviewedAt: context.now, reviewedBy: { account: 'duyet', displayName: 'Duyệt', unit: '769' },
  });
  expect(deriveReviewStatus(record, [])).toBe('submitted');
  const returned = say('returned');
  const accepted = say('accepted');
  expect(deriveReviewStatus(record, [returned])).toBe('returned');
  expect(deriveReviewStatus(record, [accepted, returned])).toBe('accepted');
  expect(deriveReviewStatus({ ...record, version: `${record.version}x` }, [returned, accepted])).toBe('submitted');
  expect(deriveReviewStatus({ _id: anId('encounters', 9), version: record.version }, [returned])).toBe('submitted');
});

describe('collections', () => {
  it('[ORG5] each has a schema, a prefix of its own and is found by it; at most 8 are live', () => {
    const all = Object.entries(collections);
    for (const [name, collection] of all) {
      expect(collection.name).toBe(name);
      expect(schemaOfCollection(name as CollectionName)).toBeDefined();
      expect(collectionOfId(`${collection.idPrefix}:x`)).toBe(collection);
    }
    expect(new Set(all.map(([, c]) => c.idPrefix)).size).toBe(all.length);
    expect(all.filter(([, c]) => c.live).length).toBeLessThanOrEqual(8);
    expect([collectionOfId('nothing:1'), collectionOfId(''), collectionOfId('patients')]).toEqual([undefined, undefined, undefined]);
    expect([databaseName('health', '25001'), databaseName('resources', '25001'), databaseName('reference', '25001')]).toEqual(['health-25001', 'resources-25001', 'reference']);
  });

  it('[ORG5] what the rules build fits the schema of its collection', () => {
    const { lot, movement } = aReceivedLot();
    const made = { patients: aPatient(), encounters: anEncounter(), medicines: aMedicine(), lots: lot, stockMovements: movement } as const;
    for (const [name, body] of Object.entries(made)) expect(schemaOfCollection(name as CollectionName).safeParse(body).error).toBeUndefined();
    expect(schemaOfCollection('lots').safeParse({ ...aLot(), expiresOn: '2026-02-31' }).success).toBe(false);
  });
});
