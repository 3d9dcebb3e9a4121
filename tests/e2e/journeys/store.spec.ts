import { StorePage } from '../pages/store.page.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

test.use({ watchesWords: true });

test('[E2E9] receives medicine by lot and dispenses from the lot that expires first; no more than there is', async ({ world, enter, page, frame, people, person }) => {
  await enter(await world.station());
  const store = new StorePage(page);
  await frame.go('store');
  await store.takeIn('opening', { medicine: 'paracetamol 500', option: 'Paracetamol 500 mg', lotNumber: 'B200', expiresOn: '06/2030', quantity: '300' });
  await store.takeIn('receive', { medicine: 'paracetamol 500', option: 'Paracetamol 500 mg', lotNumber: 'A100', expiresOn: '31/01/2029', quantity: '1000' });
  await expect(store.lots).toHaveCount(2);
  await expect(store.lots.first()).toContainText('A100');
  await expect(store.detail).toContainText(/1[.\s]?300/);

  await frame.go('people');
  await people.register({ fullName: 'Phạm Thị Lan', sex: 'female', bornOn: '1962', noIdReason: 'notBrought' });
  await expect(person.heading).toContainText('Phạm Thị Lan');
  await person.begin('dispense');
  await store.dispense('paracetamol', 'Paracetamol 500 mg', '20', 'Ngày 2 lần, mỗi lần 1 viên');
  await expect(page.getByText(filled(words.supply.dispensed, { name: 'Phạm Thị Lan' }))).toBeVisible();
  await expect(person.entries.filter({ hasText: 'Paracetamol' })).toContainText('20');

  await frame.go('store');
  await store.medicines.filter({ hasText: 'Paracetamol' }).getByRole('link').click();
  await expect(store.lots.filter({ hasText: 'A100' })).toContainText('980');
  await expect(store.lots.filter({ hasText: 'B200' })).toContainText('300');
});
