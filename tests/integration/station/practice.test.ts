import { describe, expect, it } from 'vitest';
import { practiceCards, type PracticeCard } from '../../../src-shared/domain/practice/practice-cards.ts';
import type { ConflictRow, PracticeCardRow } from '../../../src-shared/contract/queries.ts';
import { createAccounts } from '../../../src-main/station/accounts/accounts.ts';
import { initStation } from '../../../src-main/station/accounts/init-station.ts';
import { unlockedOrProblem } from '../../../src-main/station/accounts/unlocked-or-problem.ts';
import { openStationFile } from '../../../src-main/station/open-station-file.ts';
import { runOperation } from '../../../src-main/station/operations/run-operation.ts';
import { beginPracticeCard } from '../../../src-main/station/practice/begin-practice-card.ts';
import { askQuery } from '../../../src-main/station/queries/ask-query.ts';
import type { QueryFacts } from '../../../src-main/station/queries/query.ts';
import { resolveConflict } from '../../../src-main/station/sync/resolve-conflict.ts';
import { aPerson, atEnd, aVisit, password, personId, tempDir } from './world.ts';

async function aPracticeStation(practice: boolean) {
  let passed = Date.parse('2026-11-22T02:00:00.000Z');
  const now = () => (passed += 1000);
  const dir = `${tempDir()}/station`;
  await initStation({ dir, unit: practice ? 'tapthu' : '25001', unitName: 'Tập Thử', practice, now, firstAccount: { account: 'lan', displayName: 'Lan', role: 'doctor', password } });
  const accounts = createAccounts(dir, now);
  const { key, person } = unlockedOrProblem(await accounts.unlock('lan', password), 'lan');
  const db = await openStationFile({ dir, key, keyring: accounts.keyring(), now });
  atEnd(() => db.close());
  let keys = 0;
  const run = (operation: string, input: unknown, who = person): void => {
    const answer = runOperation(db, who, { operation, key: `key-${String(keys += 1)}`, input });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusals));
  };
  const ask = async <T>(query: string, input: unknown): Promise<T> => {
    const outcome = await askQuery({ db, lan: { status: () => ({ neighbours: [{ device: 'pc-tap-thu-2', name: 'Phòng khám' }] }) } } as unknown as QueryFacts, query, input);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    return outcome.answer as T;
  };
  const states = async (account = 'lan') => Object.fromEntries((await ask<PracticeCardRow[]>('practiceCards', { account })).map(({ card, state }) => [card, state]));
  return { db, person, run, ask, states };
}

describe('practice cards', () => {
  it('[DAY23] each is done by what was recorded since it was begun, by this person, and can be begun again', async () => {
    const { db, person, run, ask, states } = await aPracticeStation(true);
    const medicineId = 'medicines:019a0000-0000-7000-8000-000000000003';
    const occurredOn = '2026-11-22';
    const checkup = { patientId: personId(1), occurredOn, reason: 'Định kỳ', observations: { heightCm: { value: 156 }, weightKg: { value: 52 }, pulsePerMin: { value: 76 }, systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 } } };
    const stock = { medicineId, lotNumber: 'A1', expiresOn: '2030-01-31', quantityBaseUnits: 100, occurredOn, source: 'upperLevel' };
    const dispense = { patientId: personId(1), occurredOn, items: [{ medicineId, quantityBaseUnits: 5 }] };
    run('registerPatient', aPerson(1, { phone: '0912345678' }));
    run('addMedicine', { id: medicineId, code: 'PARA', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' });
    run('receiveStock', stock);
    run('dispenseMedicine', dispense);
    const work: Record<PracticeCard, (who: typeof person) => void> = {
      register: (who) => { run('registerPatient', { ...aPerson(2), id: undefined, fullName: 'Trần Văn Mới', bornOn: '1970' }, who); },
      // Prepared is enough for whoever may not conclude.
      checkup: (who) => { run('recordVisit', aVisit(1, { occurredOn }), who); run('recordCheckup', { ...checkup, status: 'draft' }, who); },
      receive: (who) => { run('receiveStock', stock, who); },
      dispense: (who) => { run('dispenseMedicine', dispense, who); },
      conflict: (who) => {
        const open = [...db.store.iterate('conflicts')].filter(({ resolution }) => resolution === undefined);
        for (const { _id: id } of open) expect(resolveConflict(db, who, { id, choose: 'other' })).toEqual({ ok: true });
      },
    };
    expect(await states()).toEqual(Object.fromEntries(practiceCards.map((card) => [card, 'new'])));
    for (const card of practiceCards) {
      expect(await beginPracticeCard(db, person, card)).toEqual({ ok: true });
      expect((await states())[card]).toBe('begun');
      // What somebody else records is not her work.
      if (card !== 'conflict') { work[card]({ ...person, account: 'minh' }); expect((await states())[card]).toBe('begun'); }
      work[card](person);
      expect((await states())[card]).toBe('done');
    }
    expect((await states('minh')).register).toBe('new');
    const [settled] = await ask<ConflictRow[]>('conflictInbox', { includeResolved: true });
    expect(settled).toMatchObject({ resolved: true, patientName: 'Nguyễn Thị Hoà', fields: [{ field: 'phone', kept: '0912345678', other: '0912345679' }] });
    // One was written on this PC, the other is another's.
    expect([settled?.kept.isHere, settled?.other.isHere]).toEqual([true, false]);
    expect([settled?.kept, settled?.other]).toMatchObject([{ name: 'Lan' }, { name: 'Trần Văn Minh', pc: 'Phòng khám' }]);
    expect(await ask('patient', { id: personId(1) })).toMatchObject({ phone: '0912345679' });
    await beginPracticeCard(db, person, 'register');
    expect((await states()).register).toBe('begun');
  });

  it('[DAY23] a real station has none, and begins none', async () => {
    const { db, person, states } = await aPracticeStation(false);
    expect(await states()).toEqual({});
    expect(await beginPracticeCard(db, person, 'conflict')).toEqual({ ok: false });
    expect(db.store.count('conflicts')).toBe(0);
  });
});
