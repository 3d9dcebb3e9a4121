import { expect, it } from 'vitest';
import { bodyOf } from '../../../src-main/station/db/read-record.ts';
import type { StationDatabase } from '../../../src-main/station/db/station-database.ts';
import type { StockMovement } from '../../../src-shared/domain/supply/supply.schema.ts';
import { aDatabase, must, noon, show, tell } from './one-pc.ts';
import { aPerson, personId } from './world.ts';

const para = 'medicines:019a0000-0000-7000-8000-000000000001';
const box = para.replace('medicines', 'lots');
const day = 86_400_000;

/** A thousand tablets came a hundred days ago; four hundred were given out by mistake so many days ago, and ninety today. */
function aStoreRoom(wrongAgo: number) {
  let now = noon - 100 * day;
  const db = aDatabase({ now: () => (now += 10) });
  must(tell(db, 'registerPatient', aPerson(1)));
  must(tell(db, 'addMedicine', { id: para, code: 'PARA', inn: 'Paracetamol', baseUnit: 'viên' }));
  must(tell(db, 'receiveStock', { lotId: box, medicineId: para, lotNumber: 'A1', expiresOn: '2029-01-31', quantityBaseUnits: 1000, occurredOn: db.clock.today(), source: 'upperLevel' }));
  const give = (quantityBaseUnits: number) => must(tell(db, 'dispenseMedicine', { patientId: personId(1), occurredOn: db.clock.today(), items: [{ medicineId: para, quantityBaseUnits }] })).id;
  now = noon - wrongAgo * day;
  const wrong = give(400);
  now = noon;
  give(90);
  return { db, undo: () => must(tell(db, 'reverseStock', { dispenseId: wrong, reason: 'enteredInError' })) };
}

const daysLeft = async (db: StationDatabase) => (await show(db, 'medicineList', {})).map((row) => row.daysLeft);

it('[SUP40] what was undone long after takes nothing from the use of the days since', async () => {
  const { db, undo } = aStoreRoom(99);
  expect(await daysLeft(db)).toEqual([510]);
  undo();
  expect(await daysLeft(db)).toEqual([910]);
});

it('[SUP40] a reversal that came from another PC before what it undoes counts no less', async () => {
  const { db, undo } = aStoreRoom(30);
  undo();
  const there = (table: string) => [...db.store.iterate(table)].map((stored) => { const { _rev: _, ...body } = bodyOf<StockMovement>(stored); return body; });
  const other = aDatabase();
  // The index follows from here on.
  expect(other.stock.medicines()).toEqual([]);
  const isReversal = ({ reversalOf }: Pick<StockMovement, 'reversalOf'>) => reversalOf !== undefined;
  const movements = there('stockMovements');
  for (const body of [...there('medicines'), ...there('lots'), ...movements.filter(isReversal), ...movements.filter((its) => !isReversal(its))]) other.journal.save({ documents: [{ body, expectedRev: null }], context: 'test' });
  expect(await daysLeft(other)).toEqual([910]);
  expect(await daysLeft(db)).toEqual([910]);
});
