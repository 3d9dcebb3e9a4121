import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';
import { person } from '../support/world.ts';

const nurse = { account: 'lan', displayName: 'Lê Thị Lan', role: 'healthWorker', password: 'mot cau cua lan' };
const doctor = { account: 'minh', displayName: 'Trần Văn Minh', role: 'doctor', password: 'mot cau cua minh' };
const checkup = { heightCm: '158', weightKg: '52,5', pulsePerMin: '76', systolicMmHg: '118', diastolicMmHg: '74' } as const;

test('[DAY20] a nurse prepares checkups and hands them over; the doctor finds them on the first page and concludes, by the keyboard', async ({ world, page, signIn, frame, people, encounter, person: personPage }) => {
  const station = await world.station();
  await station.addAccount(nurse);
  await station.addAccount(doctor);
  const lines = join(world.dir, 'lines.ndjson');
  const names = ['Đặng Thuỳ Trâm', 'Phan Thị Bảy'];
  writeFileSync(lines, names.map((fullName, n) => JSON.stringify({ operation: 'registerPatient', input: { id: `patients:019a0000-0000-7000-8000-00000000000${String(n + 1)}`, fullName, sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', village: 'Thôn Đoài' } })).join('\n'));
  await station.load(lines);
  await signIn.open(station.address);
  await signIn.signIn(nurse.displayName, nurse.password);
  for (const name of names) {
    await frame.go('people');
    await people.open(name);
    await personPage.begin('checkup');
    await encounter.fill({ reason: 'Khám sức khỏe định kỳ' });
    const handOver = page.getByRole('button', { name: words.encounters.savePrepared });
    // What is missing is said to whoever measures, not to the doctor.
    await handOver.click();
    await expect(encounter.wrong.first()).toBeVisible();
    await encounter.measure(checkup);
    await handOver.click();
    await expect(page.getByText(filled(words.encounters.handedOver, { kind: words.encounters.kinds.checkup, name }))).toBeVisible();
  }
  await frame.go('today');
  const waiting = page.getByTestId('open-conclusion');
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText(words.today.open.othersConclude)).toBeVisible();

  await frame.chooseFromUserMenu('switch');
  await page.getByRole('button', { name: doctor.displayName }).click();
  await signIn.password.fill(doctor.password);
  const pressed = Date.now();
  await signIn.submit.click();
  await expect(waiting.getByRole('listitem').first()).toContainText(names[0] ?? '');
  test.info().annotations.push({ type: 'switch', description: `another user at work after ${String(Date.now() - pressed)} ms` });
  expect(await findAxeProblems(page)).toEqual([]);
  for (const left of [1, 0]) {
    await waiting.getByRole('button', { name: words.today.open.conclude }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio').first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Enter');
    await expect(waiting.getByRole('listitem')).toHaveCount(left);
  }
  const { recent } = await station.ask<{ recent: { status: string; conclusionClass?: string; author: { account: string } }[] }>('today');
  expect(recent).toMatchObject([{ status: 'submitted', conclusionClass: 'II' }, { status: 'submitted', conclusionClass: 'II' }]);
  expect(person.account).toBe('hoa');
});
