import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStationDatabase, type StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { conflictInbox } from '../../../src-main/station/queries/conflict-inbox.ts';
import { resolveConflict } from '../../../src-main/station/sync/resolve-conflict.ts';
import { verifyStation } from '../../../src-main/station/verify/verify-station.ts';
import type { StoredDocument } from '../../../store/index.ts';
import { aPerson, aVisit, atEnd, personId, tempDir } from './world.ts';

const lan = { account: 'lan', displayName: 'Lan', role: 'head' as const };
const medicineId = 'medicines:019a0000-0000-7000-8000-000000000001';
const lotId = 'lots:019a0000-0000-7000-8000-000000000001';

function aWorkedDatabase(): StationDatabase {
  const db = openStationDatabase({
    file: join(tempDir(), 'station.db'), key: randomBytes(32), identity: { unit: '25001', unitName: 'A', device: 'pc-test', instance: randomBytes(4).toString('hex'), practice: true },
    now: () => Date.parse('2026-11-22T05:00:00.000Z'), mustExist: false,
  });
  atEnd(() => db.close());
  db.settings.set('identity', db.identity);
  const run = (operation: string, input: unknown) => { const answer = runOperation(db, lan, { operation, key: `k${Math.random()}`, input }); if (!answer.ok) throw new Error(JSON.stringify(answer.refusals)); return answer.result; };
  run('registerPatient', aPerson(1));
  run('recordVisit', aVisit(1));
  run('addMedicine', { id: medicineId, code: 'PARA', inn: 'Paracetamol', baseUnit: 'viên' });
  run('receiveStock', { medicineId, lotId, lotNumber: 'A1', expiresOn: '2028-01', quantityBaseUnits: 100, occurredOn: '2026-11-20', source: 'upperLevel' });
  const given = run('dispenseMedicine', { patientId: personId(1), occurredOn: '2026-11-20', items: [{ medicineId, quantityBaseUnits: 10 }] });
  run('reverseStock', { dispenseId: given.id });
  return db;
}
const first = (db: StationDatabase, table: string, fits: (d: StoredDocument) => boolean = () => true): StoredDocument => {
  const found = [...db.store.iterate(table)].find(fits);
  if (!found) throw new Error(`nothing in ${table}`);
  return found;
};
const damage = (db: StationDatabase, table: string, document: StoredDocument, change: Partial<StoredDocument>) => db.store.commit({ context: 'damage', documents: [{ table, document: { ...document, ...change } as StoredDocument }] });
const problems = (db: StationDatabase) => verifyStation(db).problems.map(({ check, problem }) => `${check} ${problem}`);

function saveConflict(db: StationDatabase, id: string, { _id: recordId }: { _id: string }, fields: object[]): void {
  const side = { by: 'mai', at: '2026-11-20T00:00:00.000Z', device: 'pc-2', rev: '2-bbb' };
  db.journal.save({ context: 'test', documents: [{ body: {
    _id: id, unit: '25001', device: 'merge', createdAt: side.at, createdBy: 'merge', updatedAt: side.at, updatedBy: 'merge', version: 'v', schemaVersion: 1, recordId, collection: 'patients', kind: 'fields',
    fields, kept: side, other: side, losing: {},
  } }] });
}

describe('verify', () => {
  it('[STA21] is silent on a clean file and names what is damaged', () => {
    const clean = aWorkedDatabase();
    expect(verifyStation(clean)).toMatchObject({ ok: true, problems: [], lots: 1, auditEvents: 6, shortages: [] });

    const record = aWorkedDatabase();
    damage(record, 'patients', first(record, 'patients'), { fullName: 7 });
    expect(problems(record)).toEqual(['schema doesNotFit']);
    expect(JSON.stringify(verifyStation(record))).not.toContain('Hoà');

    const personal = aWorkedDatabase();
    damage(personal, 'lots', first(personal, 'lots'), { note: `for ${personId(1)}` });
    expect(problems(personal)).toEqual(expect.arrayContaining(['schema FieldNotAllowed']));

    const ledger = aWorkedDatabase();
    damage(ledger, 'stockMovements', first(ledger, 'stockMovements', ({ kind }) => kind === 'dispense'), { quantityBaseUnits: -11 });
    expect(problems(ledger)).toEqual(expect.arrayContaining(['ledger reversalDiffers', 'ledger movementDiffers']));

    const gone = aWorkedDatabase();
    damage(gone, 'stockMovements', first(gone, 'stockMovements', ({ kind }) => kind === 'reversal'), { _deleted: true });
    expect(problems(gone)).toEqual(['ledger reversalAndRecordDiffer']);

    const changed = aWorkedDatabase();
    damage(changed, 'auditEvents', first(changed, 'auditEvents', ({ chainIndex }) => chainIndex === 2), { account: 'somebody' });
    expect(problems(changed)).toEqual(['auditChain changed']);

    const cut = aWorkedDatabase();
    damage(cut, 'auditEvents', first(cut, 'auditEvents', ({ chainIndex }) => chainIndex === 5), { _deleted: true });
    expect(problems(cut)).toEqual(['auditChain cutOff']);

    const other = aWorkedDatabase();
    other.settings.set('identity', { unit: '99999', device: 'pc-test' });
    expect(verifyStation(other).problems).toMatchObject([{ check: 'identity' }]);
  });

  it('[STA14] writes a decision on a conflict once, and the other values where they are chosen', () => {
    const db = aWorkedDatabase();
    const patient = first(db, 'patients');
    const conflictId = `conflict:${patient._id}:2-aaa:2-bbb`;
    saveConflict(db, conflictId, patient, [{ field: 'village', kept: 'Thôn 3', other: 'Thôn 9' }, { field: 'phone', other: '0912345678' }, { field: 'address.line', other: 'Số 4' }]);
    const before = db.store.count('auditEvents');
    expect(resolveConflict(db, lan, { id: 'conflict:none', choose: 'kept' })).toMatchObject({ refusals: [{ code: 'ConflictNotFound' }] });
    expect(resolveConflict(db, lan, { id: conflictId, choose: 'other' })).toEqual({ ok: true });
    expect(db.store.get('patients', patient._id)).toMatchObject({ village: 'Thôn 9', phone: '0912345678', address: { line: 'Số 4' }, fullName: 'Nguyễn Thị Hoà', updatedBy: 'lan' });
    expect(db.store.get('conflicts', conflictId)).toMatchObject({ resolution: { choose: 'other', by: { account: 'lan' } } });
    expect(resolveConflict(db, lan, { id: conflictId, choose: 'kept' })).toMatchObject({ refusals: [{ code: 'AlreadyResolved' }] });
    expect(db.store.count('auditEvents')).toBe(before + 1);
    expect(verifyStation(db).problems).toEqual([]);
  });

  it('[SYN124] shows what was edited since beside the other value, and puts nothing over what its author did not see', async () => {
    const db = aWorkedDatabase();
    const patient = first(db, 'patients');
    const id = `conflict:${patient._id}:2-aaa:2-ccc`;
    saveConflict(db, id, patient, [{ field: 'village', kept: patient['village'], other: 'Thôn 9' }, { field: 'address.line', other: 'Số 4' }]);
    const row = async () => (await conflictInbox({}, { db, lan: { status: () => ({ neighbours: [] }) } } as never))[0];
    const seen = await row();
    expect(seen).toMatchObject({ kept: { by: 'mai' }, version: patient['version'], fields: [{ kept: patient['village'] }, {}] });

    const edited = { ...patient, village: 'Thôn 5', updatedBy: 'lan', version: 'v2' };
    db.journal.save({ context: 'test', documents: [{ body: edited, expectedRev: patient._rev }] });
    expect(resolveConflict(db, lan, { id, choose: 'other', version: seen?.version })).toMatchObject({ refusals: [{ code: 'ChangedMeanwhile' }] });
    expect(db.store.get('patients', patient._id)).toMatchObject({ village: 'Thôn 5' });
    expect(await row()).toMatchObject({ kept: { by: 'lan' }, version: 'v2', fields: [{ field: 'village', kept: 'Thôn 5', other: 'Thôn 9' }, { field: 'address.line', other: 'Số 4' }] });
    expect(resolveConflict(db, lan, { id, choose: 'other', version: 'v2' })).toEqual({ ok: true });
    expect(db.store.get('patients', patient._id)).toMatchObject({ village: 'Thôn 9', address: { line: 'Số 4' } });
  });

  it('[STA14] sends a record that was deleted elsewhere there again where it is kept, an audit event as it was', () => {
    const db = aWorkedDatabase();
    for (const record of [first(db, 'patients'), first(db, 'auditEvents')]) {
      const side = { by: 'mai', at: '2026-11-20T00:00:00.000Z', device: '', rev: '2-bbb' };
      const id = `conflict:${record._id}:1-aaa:2-bbb`;
      db.journal.save({ context: 'test', documents: [{ body: {
        _id: id, unit: '25001', device: 'merge', createdAt: side.at, createdBy: 'merge', updatedAt: side.at, updatedBy: 'merge', version: 'v', schemaVersion: 1, recordId: record._id, collection: 'patients', kind: 'deleted',
        fields: [], kept: side, other: side, losing: {},
      } }] });
      expect(resolveConflict(db, lan, { id, choose: 'kept' })).toEqual({ ok: true });
      const table = record._id.split(':', 1)[0] ?? '';
      const after = db.store.get(table, record._id);
      expect(after?._rev).toMatch(/^2-/);
      expect(after?.['updatedBy']).toBe(table === 'patients' ? 'lan' : record['updatedBy']);
      expect(db.journal.sql.get('SELECT state FROM sync_outbox WHERE id = ? AND rev = ?', record._id, after?._rev ?? '')).toEqual({ state: 'waiting' });
    }
    expect(verifyStation(db).problems).toEqual([]);
  });
});
