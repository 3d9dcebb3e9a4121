import { expect, it } from 'vitest';
import { accountAnswer } from '../../../src-main/station/server/account-answers.ts';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error('no'), { code }));

it('[ACC21] a change of an account that finds no room is answered as a full disk, not as a fault', async () => {
  for (const code of ['ENOSPC', 'SQLITE_FULL']) expect(await accountAnswer(failing(code)), code).toEqual({ ok: false, refusals: [{ code: 'DiskFull' }] });
  await expect(accountAnswer(failing('EIO'))).rejects.toMatchObject({ code: 'EIO' });
});
