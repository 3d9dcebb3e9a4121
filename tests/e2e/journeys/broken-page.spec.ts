import { changeAnswers } from '../support/change-answers.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

test('[SCR62] a page that breaks says so; the others work, and it is tried again', async ({ world, enter, page, frame, people }) => {
  const station = await world.station();
  let broken = true;
  // As from a program whose answer this page does not know.
  await changeAnswers(page, { today: (answer) => (broken ? { ...answer, people: 1, recent: undefined as never } : answer) });
  await enter(station);
  await expect(page.getByText(words.common.notDrawn)).toBeVisible();
  await frame.go('people');
  await expect(people.search).toBeVisible();
  await frame.go('today');
  await expect(page.getByText(words.common.notDrawn)).toBeVisible();
  broken = false;
  await page.getByRole('button', { name: words.common.openAgain }).click();
  await expect(page.getByText(words.today.firstTitle)).toBeVisible();
});
