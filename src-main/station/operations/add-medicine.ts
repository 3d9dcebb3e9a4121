import { buildMedicine } from '../../../src-shared/domain/supply/build-medicine.ts';
import { validateMedicine } from '../../../src-shared/domain/supply/validate-medicine.ts';
import { recordWrite } from '../db/save-records.ts';
import { outcomeOf, type Operation } from './operation.ts';

export const addMedicine: Operation<'addMedicine'> = (input, context, db) =>
  outcomeOf(validateMedicine(input, db.stock.medicines()), () => {
    const medicine = buildMedicine(input, context);
    return { id: medicine._id, records: [recordWrite(medicine)] };
  });
