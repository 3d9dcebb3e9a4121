import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

test('[E2E5] registers a person and finds them by parts of the name without marks, year, village and phone', async ({ world, enter, page, frame, people, person }) => {
  await enter(await world.station());
  await frame.go('people');
  await people.register({ fullName: 'Đỗ Thị Thuỳ Dương', sex: 'female', bornOn: '15/03/1985', noIdReason: 'notBrought', village: 'Thôn Đoài', householdHead: 'Đỗ Văn Năm', phone: '0912 345 678', allergy: 'Penicilin' });
  await expect(page.getByText(filled(words.people.registered, { name: 'Đỗ Thị Thuỳ Dương' }))).toBeVisible();
  await expect(person.heading).toContainText('Đỗ Thị Thuỳ Dương');
  await expect(page.getByText('Penicilin').first()).toBeVisible();

  await frame.go('people');
  for (const typed of ['duong', 'do thi', 'DƯƠNG đỗ', 'thuy duong 1985', 'thon doai', '345678', 'thùy dương']) {
    await people.search.fill(typed);
    await expect(people.row('Đỗ Thị Thuỳ Dương'), typed).toHaveCount(1);
  }
  await people.search.fill('khong co ai');
  await expect(page.getByText(words.people.none)).toBeVisible();
});

test('[E2E6] says what is missing, keeps what was typed, and saves nothing until it is right', async ({ world, enter, page, frame, people }) => {
  const station = await world.station();
  await enter(station);
  await frame.go('people');
  await page.getByRole('button', { name: words.people.register }).first().click();
  await page.getByRole('textbox', { name: words.people.field.fullName, exact: true }).fill('Lê Văn Tám');
  await page.getByRole('textbox', { name: words.people.field.bornOn, exact: true }).fill('31/02/1990');
  await people.save.click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: words.people.field.fullName, exact: true })).toHaveValue('Lê Văn Tám');
  expect((await station.ask<{ people: number }>('patientSearch')).people).toBe(0);
});

test('[SCR125] a new person half-written is there after a reload and on the way back, and a form begun anew is empty', async ({ world, enter, page, frame, people }) => {
  const station = await world.station();
  await enter(station);
  const name = page.getByRole('textbox', { name: words.people.field.fullName, exact: true });
  const begin = () => page.getByRole('button', { name: words.people.register }).first().click();
  await frame.go('people');
  await begin();
  await name.fill('Lê Văn Tám');
  await expect(page.getByTestId('draft-line').last()).toHaveAttribute('data-kind', 'kept');
  await page.reload();
  await expect(name).toHaveValue('Lê Văn Tám');

  await frame.go('people');
  await begin();
  await expect(name).toHaveValue('');
  await page.goBack();
  await page.goBack();
  await expect(name).toHaveValue('Lê Văn Tám');

  // Saved after the reload it is one person, and nothing is left half-written.
  await page.getByRole('radiogroup', { name: words.people.field.sex }).getByText(words.sexes.male, { exact: true }).click();
  await page.getByRole('textbox', { name: words.people.field.bornOn, exact: true }).fill('1990');
  await page.getByRole('combobox', { name: words.people.field.noIdReason }).click();
  await page.getByRole('option', { name: words.people.noIdReasons.notBrought }).click();
  await people.save.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lê Văn Tám' })).toBeVisible();
  expect((await station.ask<{ people: number }>('patientSearch')).people).toBe(1);
  await frame.go('today');
  await expect(page.getByTestId('unfinished')).toBeHidden();
});

test('[SCR129] the first page of an empty book leads to the first person and to the list that is taken in', async ({ world, enter, page }) => {
  await enter(await world.station());
  await expect(page.getByText(words.today.firstTitle)).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: words.imports.open, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.imports.title.patients })).toBeVisible();
  await page.goBack();
  await page.getByRole('main').getByRole('button', { name: words.today.register, exact: true }).last().click();
  await expect(page.getByTestId('person-form')).toBeVisible();
});
