import { describe, expect, it } from 'vitest';
import type { GrowthView, Nutrition } from '../../../src-shared/contract/queries.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import { anEncounter, anId } from '../../support/builders.ts';
import { aDatabase, must, show, tell } from './one-pc.ts';
import { aPerson, personId } from './world.ts';
import { ask, did, exchange, twoPcs } from './two-pcs.ts';

const done = (db: StationDatabase, operation: string, input: unknown) => must(tell(db, operation, input)).id;
/** A girl of 22 months. */
const aChild = (n: number, with_: object = {}) => aPerson(n, { bornOn: '2025-01-10', ...with_ });
const aVisit = (n: number, occurredOn: string, size: { kg?: number; cm?: number }, with_: object = {}) => ({
  patientId: personId(n), occurredOn, diagnoses: [{ text: 'Khám trẻ em' }], treatment: 'Tư vấn', observations: { ...(size.kg ? { weightKg: { value: size.kg } } : {}), ...(size.cm ? { heightCm: { value: size.cm } } : {}) }, ...with_,
});
const days = (view: GrowthView | null) => view?.points.map(({ on, weightKg, heightCm }) => `${on} ${weightKg ?? '–'} ${heightCm ?? '–'}`);
const names = ({ rows }: Nutrition) => rows.map(({ patient }) => patient.fullName);

describe('growth at one PC', () => {
  it('[GRO9] follows a child through both records, without drafts and what was voided', async () => {
    const db = aDatabase();
    for (const n of [1, 2]) done(db, 'registerPatient', aChild(n));
    done(db, 'recordVisit', aVisit(1, '2026-03-10', { kg: 10.4 }));
    done(db, 'recordVisit', aVisit(2, '2025-07-10', { kg: 7.2, cm: 65.5 }));
    done(db, 'recordVisit', aVisit(1, '2026-09-10', { kg: 11 }, { status: 'draft' }));
    const wrong = done(db, 'recordVisit', aVisit(1, '2026-08-10', { kg: 4 }));
    done(db, 'markSamePerson', { id: personId(2), sameAsId: personId(1) });
    expect(days(await show(db, 'growth', { patientId: personId(1) }))).toEqual(['2025-07-10 7.2 65.5', '2026-03-10 10.4 –', '2026-08-10 4 –']);
    done(db, 'voidEncounter', { id: wrong, voidReason: 'wrongPatient' });
    for (const n of [1, 2]) expect(days(await show(db, 'growth', { patientId: personId(n) }))).toEqual(['2025-07-10 7.2 65.5', '2026-03-10 10.4 –']);
    expect(await show(db, 'growth', { patientId: personId(9) })).toBeNull();
    // What no form of ours wrote hinders nothing.
    const strange = { ...anEncounter({ kind: 'visit' }), _id: anId('encounters', 77), patientId: personId(1), observations: 'none', occurredOn: 7 };
    db.store.commit({ context: 'pull', documents: [{ table: 'encounters', document: { ...strange, _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } as never }] });
    expect(days(await show(db, 'growth', { patientId: personId(1) }))).toHaveLength(2);
    expect(await show(db, 'nutrition', {})).toMatchObject({ total: 1 });
  });

  it('[GRO9] has what another station measured of a child handed over, until it is voided there', async () => {
    const db = aDatabase();
    const transferId = 'transfer:019a0000-0000-7000-8000-000000000001';
    const carried = (status: 'submitted' | 'voided') => ({ id: anId('encounters', 5), rev: '1-a', unit: '25009', kind: 'encounter', body: { ...anEncounter({ kind: 'visit', occurredOn: '2026-05-10', observations: { weightKg: { value: 9.8 } } }), status } });
    const arrives = (status: 'submitted' | 'voided') => { db.store.commit({ context: 'pull', documents: [{ table: 'transfers', document: { _id: transferId, kind: 'arriving', handoverId: transferId.replace('transfer', 'handovers'), fromUnit: '25009', toUnit: '25001', person: aChild(9), records: [carried(status)], unit: '25001', device: 'hub-769', createdAt: '2026-01-01T00:00:00.000Z', createdBy: 'hub', updatedAt: '2026-01-01T00:00:00.000Z', updatedBy: 'hub', version: '1', schemaVersion: 1, _rev: status === 'voided' ? '2-a' : '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} }, ...(status === 'voided' ? { previousRev: '1-a' } : {}) }] } as never); };
    arrives('submitted');
    const here = done(db, 'acceptHandover', { transferId });
    expect(days(await show(db, 'growth', { patientId: here }))).toEqual(['2026-05-10 9.8 –']);
    expect((await show(db, 'nutrition', {})).rows).toMatchObject([{ patient: { id: here }, weighedOn: '2026-05-10', weightKg: 9.8, missed: 'long' }]);
    arrives('voided');
    expect(days(await show(db, 'growth', { patientId: here }))).toEqual([]);
    expect((await show(db, 'nutrition', {})).rows).toMatchObject([{ missed: 'never' }]);
  });

  it('[GRO10] [GRO12] [GRO13] lists children under five by village and name, filtered and counted, and follows what is written', async () => {
    const db = aDatabase();
    done(db, 'registerPatient', aChild(1, { fullName: 'Trần Thị Bình', village: 'Thôn 2' }));
    done(db, 'registerPatient', aChild(2, { fullName: 'Lê Thị An', village: 'Thôn 2', guardian: { fullName: 'Lê Văn Tám', phone: '0912345678' } }));
    done(db, 'registerPatient', aChild(3, { fullName: 'Vũ Thị Yến', village: 'Thôn 1', bornOn: '2021-11-23' }));
    done(db, 'registerPatient', aChild(4, { fullName: 'Đủ Năm Tuổi', village: 'Thôn 1', bornOn: '2021-11-22' }));
    done(db, 'registerPatient', aChild(5, { fullName: 'Ghi Nhầm' }));
    done(db, 'voidPatient', { id: personId(5), voidReason: 'enteredInError' });
    done(db, 'recordVisit', aVisit(1, '2026-11-10', { kg: 8.2, cm: 76 }));
    done(db, 'recordVisit', aVisit(2, '2026-11-10', { kg: 11.2, cm: 84 }));
    const all = await show(db, 'nutrition', {});
    expect(names(all)).toEqual(['Vũ Thị Yến', 'Lê Thị An', 'Trần Thị Bình']);
    expect(all).toMatchObject({
      on: '2026-11-22', total: 3, children: 3, notWeighed: 1, villages: [{ village: 'Thôn 1', children: 1 }, { village: 'Thôn 2', children: 2 }],
      counts: { weightForAge: { of: 2, low: 1 }, heightForAge: { of: 2, low: 1 }, weightForHeight: { of: 2, low: 0 } },
    });
    expect(all.rows).toMatchObject([{ missed: 'never', latest: {} }, { guardian: { phone: '0912345678' }, weighedOn: '2026-11-10', latest: { weightForAge: { class: 'normal' } } }, { weightKg: 8.2, latest: { weightForAge: { on: '2026-11-10', class: 'low' }, heightForAge: { class: 'low' } } }]);
    expect(names(await show(db, 'nutrition', { finding: 'stunted' }))).toEqual(['Trần Thị Bình']);
    expect(names(await show(db, 'nutrition', { finding: 'notWeighed' }))).toEqual(['Vũ Thị Yến']);
    expect(await show(db, 'nutrition', { village: 'Thôn 2', limit: 1, offset: 1 })).toMatchObject({ total: 2, children: 2, notWeighed: 0, rows: [{ patient: { id: personId(1) } }], villages: [{ children: 1 }, { children: 2 }] });

    const typo = done(db, 'recordVisit', aVisit(2, '2026-11-20', { kg: 112 }));
    expect(await show(db, 'nutrition', { finding: 'implausible' })).toMatchObject({ total: 1, counts: { weightForAge: { of: 1 } }, rows: [{ patient: { id: personId(2) } }] });
    done(db, 'voidEncounter', { id: typo, voidReason: 'enteredInError' });
    expect(names(await show(db, 'nutrition', { finding: 'implausible' }))).toEqual([]);
    done(db, 'updatePatient', aChild(1, { fullName: 'Trần Thị Bình', village: 'Thôn 1', bornOn: '2025-11-22' }));
    expect(await show(db, 'nutrition', { village: 'Thôn 1' })).toMatchObject({ total: 2, counts: { weightForAge: { of: 1, low: 0 } } });
    done(db, 'handOverPerson', { patientId: personId(1), toUnit: '25002', reason: 'movedHome' });
    expect(names(await show(db, 'nutrition', {}))).toEqual(['Vũ Thị Yến', 'Lê Thị An']);
  });
});

describe('growth at two PCs', () => {
  it('[GRO9] [GRO13] is the same at both after an exchange', async () => {
    const [one, two] = await twoPcs();
    await did(one, 'registerPatient', aChild(1));
    await exchange(one, two);
    expect(await ask<Nutrition>(two, 'nutrition')).toMatchObject({ notWeighed: 1 });
    await did(one, 'recordVisit', aVisit(1, '2026-05-10', { kg: 10.1 }));
    await did(two, 'recordVisit', aVisit(1, '2026-06-10', { kg: 10.4, cm: 79 }));
    await exchange(one, two);
    const views = await Promise.all([one, two].map((work) => ask<GrowthView>(work, 'growth', { patientId: personId(1) })));
    expect(days(views[0] ?? null)).toEqual(['2026-05-10 10.1 –', '2026-06-10 10.4 79']);
    expect(views[1]).toEqual(views[0]);
    expect((await ask<Nutrition>(two, 'nutrition')).rows).toMatchObject([{ weighedOn: '2026-06-10', weightKg: 10.4 }]);
  });
});
