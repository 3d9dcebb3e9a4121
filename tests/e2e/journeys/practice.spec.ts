import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FirstStartPage } from '../pages/first-start.page.ts';
import { findAxeProblems } from '../support/find-axe-problems.ts';
import { serveTramxa } from '../support/run-tramxa.ts';
import { expect, test } from '../support/test.ts';
import { filled, words } from '../support/words.ts';

const { practice } = words;

test('[DAY23] practice cards: the steps stand above the page, what was done is seen at once, and a card is begun again', async ({ world, page, signIn, frame, people }) => {
  const dir = join(world.dir, 'practice');
  mkdirSync(dir);
  const served = await serveTramxa(['station', 'serve', '--dir', dir]);
  try {
    const first = new FirstStartPage(page);
    await page.goto(served.address);
    await first.way('practice').click();
    await expect(page.getByText(words.session.practicePassword.replace('{{password}}', 'tap thu'))).toBeVisible({ timeout: 120_000 });
    await signIn.signIn('Trần Văn Minh', 'tap thu');
    const card = (name: keyof typeof practice.cards) => page.locator(`[data-card="${name}"]`);
    const strip = page.getByTestId('practice-strip');
    await expect(page.getByTestId('practice-progress')).toHaveText(filled(practice.progress, { done: '0', all: '5' }));
    expect(await findAxeProblems(page)).toEqual([]);

    await card('register').getByRole('button', { name: practice.begin }).click();
    await expect(strip).toContainText(practice.cards.register.steps[0]);
    await people.register({ fullName: 'Vừ Mí Sính', sex: 'male', bornOn: '1979', noIdReason: 'notBrought' });
    await expect(strip).toContainText(filled(practice.doneNow, { title: practice.cards.register.title }));
    await strip.getByRole('button', { name: practice.back }).click();
    await expect(card('register')).toHaveAttribute('data-state', 'done');

    await card('conflict').getByRole('button', { name: practice.begin }).click();
    await expect(page.getByTestId('conflicts').getByRole('listitem')).not.toHaveCount(0);
    await page.getByTestId('conflicts').getByRole('button').first().click();
    await expect(strip).toHaveAttribute('data-state', 'done');
    await frame.go('today');
    await expect(page.getByTestId('practice-progress')).toHaveText(filled(practice.progress, { done: '2', all: '5' }));
    await card('register').getByRole('button', { name: practice.again }).click();
    await expect(strip).toHaveAttribute('data-state', 'begun');
  } finally {
    await served.stop();
  }
});
