import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { chooseOption } from '../support/choose-by-keys.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { tabTo } from '../support/tab-to.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { surveillance } = words;
const id = (kind: string, n: number) => `${kind}:019a0000-0000-7000-8000-00000000${String(n)}`;
const today = todayInUnitZone(Date.now());
const an = { id: id('patients', 8701), fullName: 'Lò Thị An', sex: 'female', bornOn: '1990-04-18', noNationalIdReason: 'notBrought', village: 'Bản Nà Pó', occupation: 'Giáo viên' };
const binh = { id: id('patients', 8702), fullName: 'Lò Văn Bình', sex: 'male', bornOn: '1984-07-02', noNationalIdReason: 'notBrought', village: 'Bản Nà Pó' };
const { dengue } = surveillance.diseases;

test('[DIS2] [SCR109] [SCR110] [SCR111] [SCR112] [SCR113] [E2E57] a diagnosis says it must be reported, the case is reported from the first page, revised with its result and taken back; lists, counts and the possible outbreak follow, by the keyboard alone', async ({ world, page, enter }) => {
  test.setTimeout(150_000);
  const station = await world.station();
  const lines = join(world.dir, 'cases.ndjson');
  writeFileSync(lines, [
    ...[an, binh].map((input) => ({ operation: 'registerPatient', input })),
    { operation: 'recordVisit', input: { id: id('encounters', 8711), patientId: binh.id, occurredOn: addDays(today, -3), reason: 'Sốt', diagnoses: [{ icd10: 'A97.0', text: 'Sốt xuất huyết Dengue' }] } },
  ].map((line) => JSON.stringify(line)).join('\n'));
  expect((await station.load(lines)).refusedCount ?? 0).toBe(0);
  await enter(station);
  const { keyboard } = page;
  const dialog = page.getByRole('dialog');
  const waiting = page.getByTestId('cases-waiting');
  const form = page.getByTestId('case-form');
  const open = async (tab: string) => {
    await keyboard.press('Alt+9');
    await tabTo(page.getByRole('navigation', { name: surveillance.tabs }).getByRole('link', { name: tab }));
    await keyboard.press('Enter');
  };

  // What is typed is said at once, and hinders nothing.
  await expect(waiting).toContainText(binh.fullName);
  await keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: words.people.search })).toBeFocused();
  await keyboard.type('lo thi an');
  await expect(page.getByRole('option').filter({ hasText: an.fullName })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(an.fullName);
  await keyboard.press('Alt+K');
  await expect(page.getByRole('textbox', { name: words.encounters.field.reason })).toBeFocused();
  await keyboard.press('Alt+C');
  await expect(page.getByRole('combobox', { name: words.encounters.field.diagnosisText })).toBeFocused();
  await keyboard.type('Sốt xuất huyết');
  await tabTo(page.getByRole('textbox', { name: words.encounters.field.icd10 }));
  await keyboard.type('a90');
  await expect(page.getByTestId('notifiable')).toContainText(filled(surveillance.said.byCase, { disease: dengue, hours: 48 }));
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.press('Control+Enter');
  await expect(page.getByTestId('person-cases')).toContainText(dengue);

  // From the first page to the report; half-written it waits there.
  await keyboard.press('Alt+1');
  await expect(waiting.getByRole('listitem')).toHaveCount(2);
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(waiting.getByRole('listitem').filter({ hasText: an.fullName }).getByRole('button', { name: surveillance.first.report }));
  await keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: surveillance.field.onsetOn })).toBeFocused();
  await expect(form.getByRole('textbox', { name: surveillance.field.diagnosis })).toHaveValue('Sốt xuất huyết');
  await expect(form.getByRole('textbox', { name: surveillance.field.addressAtOnset })).toHaveValue('Bản Nà Pó');
  await expect(form.getByRole('textbox', { name: surveillance.field.occupation })).toHaveValue('Giáo viên');
  await expect(page.getByTestId('case-deadline')).toContainText('còn');
  await expect(form.getByRole('button', { name: surveillance.form.save })).toBeInViewport();
  expect(await findAxeProblems(page)).toEqual([]);
  await keyboard.type('31/02/2026');
  await keyboard.press('Tab');
  await expect(form.getByRole('textbox', { name: surveillance.field.onsetOn })).toHaveAttribute('aria-invalid', 'true');
  await form.getByRole('textbox', { name: surveillance.field.onsetOn }).press('Control+A');
  await keyboard.type(formatDate(addDays(today, -2)));
  await tabTo(form.getByRole('textbox', { name: surveillance.field.workplace }));
  await keyboard.type('Trường Tiểu học');
  await expect(page.getByTestId('draft-line')).toContainText(words.encounters.autosaved.split(' {{')[0] ?? '');
  await keyboard.press('Alt+1');
  await tabTo(page.getByTestId('unfinished').getByRole('button', { name: words.today.continue }));
  await keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: surveillance.field.workplace })).toHaveValue('Trường Tiểu học');
  await keyboard.press('Control+Enter');
  const cases = page.getByTestId('person-cases');
  await expect(cases).toContainText(surveillance.classes.suspected);
  await expect(cases).not.toContainText(surveillance.panel.report);

  // Its lists, the counts of the week and month, and who is ill nearby.
  await keyboard.press('Alt+9');
  await expect(page.getByTestId('cases-due').getByRole('option')).toHaveCount(1);
  await expect(page.getByTestId('cases-due')).toContainText(binh.fullName);
  expect(await findAxeProblems(page)).toEqual([]);
  await open(surveillance.countsTitle);
  await page.getByRole('radio', { name: surveillance.counts.month }).focus();
  await keyboard.press('Space');
  await expect(page.getByTestId('case-counts')).toContainText(dengue);
  await expect(page.getByTestId('case-plot')).toBeVisible();
  expect(await findAxeProblems(page)).toEqual([]);
  await open(surveillance.outbreaksTitle);
  await expect(page.getByTestId('outbreaks')).toContainText(`${dengue} · Bản Nà Pó`);
  await expect(page.getByTestId('outbreaks').getByRole('listitem')).toHaveCount(2);
  expect(await findAxeProblems(page)).toEqual([]);

  // A result comes: the next version; then it was no case after all.
  await open(surveillance.reportedTitle);
  const reported = page.getByTestId('cases-reported');
  await expect(reported.getByRole('option')).toHaveCount(1);
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(reported);
  await keyboard.press('Enter');
  await expect(dialog).toContainText('Trường Tiểu học');
  expect(await findAxeProblems(page)).toEqual([]);
  await tabTo(dialog.getByRole('button', { name: surveillance.record.revise }));
  await keyboard.press('Enter');
  await expect(form.getByRole('textbox', { name: surveillance.field.workplace })).toHaveValue('Trường Tiểu học');
  await keyboard.press('Control+Enter');
  await expect(form).toContainText(words.common.required);
  await chooseOption(form.getByRole('combobox', { name: surveillance.field.change }), surveillance.changes.result);
  await tabTo(form.getByRole('textbox', { name: surveillance.field.sampleKind }));
  await keyboard.type('Máu');
  await tabTo(form.getByRole('textbox', { name: surveillance.field.sampleOn }));
  await keyboard.type(formatDate(today));
  await keyboard.press('Control+Enter');
  await tabTo(cases.getByRole('button', { name: dengue }));
  await keyboard.press('Enter');
  await expect(page.getByTestId('case-versions')).toContainText(surveillance.field.sample);
  await tabTo(dialog.getByRole('button', { name: surveillance.record.withdraw }));
  await keyboard.press('Enter');
  await dialog.getByRole('radio', { name: surveillance.withdrawReasons.ruledOut }).focus();
  await keyboard.press('Space');
  await tabTo(dialog.getByRole('button', { name: surveillance.record.withdraw }));
  await keyboard.press('Enter');
  await expect(cases).toContainText(surveillance.reported.withdrawn);
  await open(surveillance.outbreaksTitle);
  await expect(page.getByText(surveillance.outbreaks.empty)).toBeVisible();
});
