import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: join(import.meta.dirname, '../../..') });
const rulesBroken = async (code: string): Promise<(string | null)[]> =>
  (await eslint.lintText(code, { filePath: 'store/planted.ts' })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));

describe('lint', () => {
  it('[SEC8] bans serialize(), which gives a database in plaintext, under whatever name the connection goes', async () => {
    for (const planted of [
      'export const copy = (connection: { serialize(): Buffer }): Buffer => connection.serialize();', "export const copy = (db: Record<string, () => Buffer>): Buffer | undefined => db['serialize']?.();",
      'export const copy = ({ serialize }: { serialize(): Buffer }): Buffer => serialize();', 'export const bind = (db: { serialize(): Buffer }): (() => Buffer) => db.serialize;',
    ]) expect([planted, await rulesBroken(planted)]).toEqual([planted, ['no-restricted-syntax']]);
    expect(await rulesBroken("export const copy = (sql: { run(text: string): void }): void => { sql.run('VACUUM INTO ?'); };")).toEqual([]);
  }, 30_000);
});
