import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepOrg, unitsAbove } from '../../../../src-hub/organisation/org-table.ts';
import { whoseUnit } from '../../../../src-hub/organisation/whose-unit.ts';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { OrgUnit } from '../../../../src-shared/domain/org/org-unit.schema.ts';

let dir: string, book: HubBook;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'tramxa-org-')); book = openHubBook(dir, Buffer.alloc(32, 7), Date.now); });
afterEach(() => { book.close(); rmSync(dir, { recursive: true, force: true }); });

const from = '2025-07-01';
const unit = (key: string, parent: string | undefined, more: Partial<OrgUnit> = {}): OrgUnit => ({
  _id: `org:${key}`, name: key, tier: 'x', from, parents: parent === undefined ? [] : [{ kind: 'professional', unit: parent, from }], ...more,
} as OrgUnit);
const signedIn = (child: string) => book.sql.run("INSERT INTO credentials (user, kind, unit, device, hash, createdAt) VALUES (?, 'child', ?, '', '', '')", `child.${child}`, child);

it('[ORG11] a unit that is over goes through the hub of the unit that goes on with its work', () => {
  for (const child of ['71', '72']) signedIn(child);
  const ended = { kind: 'professional' as const, unit: '71', from, to: '2025-12-31' };
  keepOrg(book, [unit('90', undefined), unit('71', '90'), unit('72', '90'), unit('25004', '72'), unit('25001', '71', { parents: [ended], to: '2025-12-31', successors: [{ unit: '25004', from: '2026-01-01' }] })]);
  expect(whoseUnit(book, '90', '25001', '2025-12-31')).toEqual({ children: ['71'], isByOrg: true });
  expect(whoseUnit(book, '90', '25001', '2026-01-01')).toEqual({ children: ['72'], isByOrg: true });
  expect([...unitsAbove(book, '25001', '2026-01-01')].sort()).toEqual(['25004', '72', '90']);
});

it('[ORG11] a circle of successors ends nowhere', () => {
  keepOrg(book, [unit('1', undefined, { successors: [{ unit: '2', from }] }), unit('2', undefined, { successors: [{ unit: '1', from }] })]);
  expect([...unitsAbove(book, '1', from)].sort()).toEqual(['1', '2']);
});
