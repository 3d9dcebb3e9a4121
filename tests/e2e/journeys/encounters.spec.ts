import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const name = 'Trần Văn Đức';

test.beforeEach(async ({ world, enter, frame, people, person }) => {
  await enter(await world.station());
  await frame.go('people');
  await people.register({ fullName: name, sex: 'male', bornOn: '02/09/1970', noIdReason: 'notBrought', village: 'Thôn 2' });
  await expect(person.heading).toContainText(name);
});

test('[E2E7] records a checkup: comma and point are one number, the index follows, what is missing is named', async ({ page, person, encounter }) => {
  await person.begin('checkup');
  await encounter.fill({ reason: 'Khám sức khỏe định kỳ' });
  await encounter.measure({ heightCm: '165', weightKg: '60,5', pulsePerMin: '76', systolicMmHg: '128', diastolicMmHg: '82', temperatureC: '36.8' });
  await expect(encounter.bmi).toContainText('22,2');
  await encounter.submit.click();
  await expect(encounter.wrong.first()).toBeVisible();
  await encounter.conclude('II');
  await encounter.submit.click();
  await expect(page.getByText(filled(words.encounters.submitted, { kind: words.encounters.kinds.checkup, name }))).toBeVisible();
  await expect(person.entries.filter({ hasText: words.encounters.kinds.checkup })).toHaveCount(1);
});

test('[SCR50] [SCR51] a form says what was found the time before, and a person\'s page draws what was measured on two days: the latest value, high ones said in a word, every point for who cannot see it', async ({ person, encounter }) => {
  const { courses } = words.people;
  for (const [occurredOn, systolicMmHg, diastolicMmHg, weightKg, before] of [['05/01/2026', '132', '84', '61,5', words.encounters.first], ['06/03/2026', '152', '94', '60', '05/01/2026: Chóng mặt · HA\u00a0132/84']] as const) {
    await expect(person.courses).toHaveCount(0);
    await person.begin('visit');
    await expect(encounter.last).toContainText(before);
    await encounter.text(words.encounters.field.occurredOn).fill(occurredOn);
    await encounter.fill({ symptoms: 'Chóng mặt' });
    await encounter.measure({ systolicMmHg, diastolicMmHg, weightKg });
    await encounter.submit.click();
  }
  await expect(person.courses).toContainText(`152/94 ${courses.units.bloodPressure} ${courses.high}`);
  await expect(person.courses.getByRole('img', { name: '05/01/2026: 132/84 mmHg; 06/03/2026: 152/94 mmHg' })).toBeVisible();
  await expect(person.courses).toContainText(filled(courses.change, { change: '−1,5' }));
  await expect(person.courses.getByRole('img')).toHaveCount(2);
});

test('[E2E8] records a visit with a diagnosis and keeps an unfinished one for later', async ({ page, frame, person, encounter }) => {
  await person.begin('visit');
  await encounter.fill({ reason: 'Ho, sốt', symptoms: 'Họng đỏ' });
  await encounter.diagnose('Viêm đường hô hấp trên', 'J06.9');
  await encounter.fill({ treatment: 'Paracetamol 500 mg' });
  await encounter.submit.click();
  await expect(page.getByText(filled(words.encounters.submitted, { kind: words.encounters.kinds.visit, name }))).toBeVisible();
  await expect(person.entries.filter({ hasText: 'Viêm đường hô hấp trên' })).toHaveCount(1);

  await person.begin('visit');
  await encounter.fill({ reason: 'Đau lưng đang gõ dở' });
  await expect(page.getByText(/giữ lúc/)).toBeVisible();
  await frame.go('today');
  await page.reload();
  await page.getByRole('button', { name: words.today.continue }).or(page.getByRole('link', { name: words.today.continue })).first().click();
  await expect(encounter.text(words.encounters.field.reason)).toHaveValue('Đau lưng đang gõ dở');
});
