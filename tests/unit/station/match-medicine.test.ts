import { expect, it } from 'vitest';
import { matchMedicine } from '../../../src-main/station/import/match-medicine.ts';

it('[IMP12] a form that says less is no other form', () => {
  const own = [{ _id: 'medicines:1', code: 'A01', inn: 'Amoxicilin', strength: '500 mg', form: 'viên nang', baseUnit: 'viên' }];
  const named = (form: string) => matchMedicine({ code: 'A01', inn: 'Amoxicilin', strength: '500mg', form, baseUnit: 'viên' }, own);
  expect(named('Viên')).toEqual({ id: 'medicines:1' });
  expect(named('viên nang cứng')).toEqual({ id: 'medicines:1' });
  expect(named('gói bột')).toMatchObject({ problems: [{ field: 'form', code: 'MedicineDiffers' }] });
});
