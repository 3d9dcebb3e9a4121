import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findViolations } from '../../../scripts/boundaries/find-violations.ts';

let root = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tramxa-boundaries-'));
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(root, 'node_modules'), 'junction');
  write('src-shared/domain/one.ts', "import { z } from 'zod';\nexport const one = z.number();\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** `[from, import line, rule that must catch it]`; `target.ts` files are made where the import points. */
const planted: [string, string, string][] = [
  ['src-shared/domain/bad.ts', "import { readFileSync } from 'node:fs'; export const x = readFileSync;", 'only-domain'],
  ['src-shared/domain/bad.ts', "import { t } from '../contract/target.ts'; export const x = t;", 'only-domain'],
  ['src-shared/contract/bad.ts', "import { initTRPC } from '@trpc/server'; export const x = initTRPC;", 'contract-trpc-types-only'],
  ['store/bad.ts', "import { one } from '../src-shared/domain/one.ts'; export const x = one;", 'only-store'],
  ['sync/bad.ts', "import { t } from '../store/index.ts'; export const x = t;", 'sync-store-types-only'],
  ['sync/bad.ts', "import Database from 'better-sqlite3-multiple-ciphers'; export const x = Database;", 'driver-in-store'],
  ['src-main/station/server/bad.ts', "import { t } from '../../../store/index.ts'; export const x = t;", 'station-store-in-db'],
  ['src-main/station/queries/bad.ts', "import { createRxDatabase } from 'rxdb'; export const x = createRxDatabase;", 'station-rxdb-in-db'],
  ['src-main/station/queries/bad.ts', "import { t } from '../../../sync/index.ts'; export const x = t;", 'station-sync-in-main'],
  ['src-main/station/bad.ts', "import { app } from 'electron'; export const x = app;", 'electron-in-shell'],
  ['src-main/station/bad.ts', "import { t } from '../shell/target.ts'; export const x = t;", 'only-station'],
  ['src-main/station/operations/record-visit.ts', "import { t } from './record-checkup.ts'; export const x = t;", 'operations-stay-apart'],
  ['src-main/shell/bad.ts', "import { t } from '../station/target.ts'; export const x = t;", 'only-shell'],
  ['src-main/cli/bad.ts', "import { t } from '../../src-hub/engine/target.ts'; export const x = t;", 'only-cli'],
  ['src-hub/bad.ts', "import PouchDB from 'pouchdb-core'; export const x = PouchDB;", 'hub-store-in-engine'],
  ['src-hub/bad.ts', "import { t } from '../store/driver/target.ts'; export const x = t;", 'store-by-its-index'],
  ['src-hub/bad.ts', "import { t } from '../src-main/station/target.ts'; export const x = t;", 'only-hub'],
  ['src-hub/bad.ts', "import vm from 'node:vm'; export const x = vm;", 'no-script-engine'],
  ['src-hub/bad.ts', "import { create } from 'zustand'; export const x = create;", 'screens-in-renderer'],
  ['src-hub/bad.ts', "import { encode } from 'uqr'; export const x = encode;", 'qr-on-screens'],
  ['src-renderer/bad.tsx', "import { join } from 'node:path'; export const x = join;", 'only-renderer'],
  ['src-renderer/features/patients/bad.tsx', "import { t } from '../supply/target.ts'; export const x = t;", 'features-stay-apart'],
  ['src-hub/bad.ts', "import { t } from '../scripts/target.ts'; export const x = t;", 'nothing-on-scripts'],
  ['src-hub/bad.ts', "import { t } from '../tests/target.ts'; export const x = t;", 'nothing-on-tests'],
  ['src-hub/bad.ts', "import { spawn } from 'node:child_process'; export const x = spawn;", 'child-processes'],
  ['src-main/station/bad.ts', "import { spawn } from 'node:child_process'; export const x = spawn;", 'child-processes'],
  ['src-hub/bad.ts', "import { t } from './nowhere.ts'; export const x = t;", 'no-unresolvable'],
];

describe('findViolations', () => {
  it('[TOO1] is content with a tree that keeps the rules', async () => {
    write('src-main/station/db/open.ts', "import type { StorageCore } from '../../../store/index.ts';\nimport { createRxDatabase } from 'rxdb';\nexport const x = (_: StorageCore) => createRxDatabase;\n");
    write('store/index.ts', 'export interface StorageCore { a: 1 }\n');
    write('src-main/station/operations/plan.ts', "import type { StorageCore } from '../../../store/index.ts';\nimport { readFileSync } from 'node:fs';\nexport const x = (_: StorageCore) => readFileSync;\n");
    expect(await findViolations(root)).toEqual({ sources: 4, unseen: [], violations: [] });
  });

  it.each(planted)('[TOO2] catches a violation planted in %s: %s', async (from, line, rule) => {
    write(from, `${line}\n`);
    const target = /from '(\.[^']+)'/.exec(line)?.[1];
    if (target !== undefined && !target.includes('nowhere') && !target.includes('one.ts')) write(join(dirname(from), target), 'export const t = 1;\n');
    const { violations } = await findViolations(root);
    expect(violations.filter((violation) => violation.from === from).map((violation) => violation.rule)).toContain(rule);
  });

  it('[TOO3] catches a cycle', async () => {
    write('sync/a.ts', "import { b } from './b.ts'; export const a = () => b;\n");
    write('sync/b.ts', "import { a } from './a.ts'; export const b = () => a;\n");
    expect((await findViolations(root)).violations.map((violation) => violation.rule)).toContain('no-cycles');
  });

  it('[TOO4] counts every source on disk and misses none', async () => {
    write('src-renderer/App.tsx', 'export const App = () => <p />;\n');
    write('bench/peers/left-out.ts', 'export const x = 1;\n');
    const { sources, unseen } = await findViolations(root);
    expect({ sources, unseen }).toEqual({ sources: 2, unseen: [] });
  });

  it('[TOO5] calls a source unseen when its imports were not read', async () => {
    write('sync/broken.ts', "import { one } from '../src-shared/domain/one.ts';\nexport const x = one;\n");
    const { unseen } = await findViolations(root, () => ({ modules: [{ source: 'sync/broken.ts', dependencies: [] }], violations: [] }));
    expect(unseen).toEqual(['src-shared/domain/one.ts', 'sync/broken.ts']);
  });
});
