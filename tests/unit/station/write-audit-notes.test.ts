import { expect, it } from 'vitest';
import { writeAuditNotes } from '../../../src-main/station/accounts/write-audit-notes.ts';
import type { Keyring } from '../../../src-main/station/accounts/keyring.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';

it('[ACC21] after a change by anybody, signed in or not, it is looked whether the change took the room kept: records do not get it', async () => {
  let looks = 0;
  const db = { disk: { lookAgain: () => { looks += 1; } } } as unknown as StationDatabase;
  await writeAuditNotes(db, { keyring: () => ({ toAudit: [], accounts: [] }) as unknown as Keyring, dropAuditNotes: () => Promise.resolve() });
  expect(looks).toBe(1);
});
