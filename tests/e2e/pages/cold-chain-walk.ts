import type { Album } from '../support/album.ts';
import { equipmentId } from '../support/equipment-lines.ts';

/** What only looks like a fridge, and what the fridges read: the first page, a month with an alarm, the forms. */
export async function walkColdChain(album: Album): Promise<void> {
  const { page, words } = album;
  const { coldChain, common } = words;
  const dialog = page.getByRole('dialog');
  const giveUp = async () => { await dialog.getByRole('button', { name: common.cancel }).click(); await dialog.waitFor({ state: 'hidden' }); };
  const write = async (typed: string) => {
    await page.getByRole('button', { name: coldChain.write }).click();
    await page.getByTestId('take-reading').getByRole('textbox', { name: coldChain.field.temperatureC }).fill(typed);
  };
  await album.open('/cold-chain');
  await page.getByTestId('ask-cold-place').waitFor();
  await album.take('cold-question');
  await album.takeAs('cold-question-small', { small: true });
  await album.open(`/equipment?id=${equipmentId(21)}`);
  await page.getByTestId('equipment-detail').getByText(words.equipment.cold.question).waitFor();
  await album.take('equipment-cold-question');
  await album.open(`/cold-chain?equipmentId=${equipmentId(3)}`);
  await page.getByTestId('cold-plot').waitFor();
  await write('99');
  await page.keyboard.press('ControlOrMeta+Enter');
  await album.take('cold-reading-wrong');
  await page.getByTestId('take-reading').getByRole('textbox', { name: coldChain.field.temperatureC }).fill('-1,5');
  await page.keyboard.press('ControlOrMeta+Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByTestId('month-alarms').getByText(coldChain.todo.frozen).waitFor();
  await album.take('cold-chain');
  await album.takeAs('cold-chain-dark', { dark: true });
  await album.takeAs('cold-chain-small', { small: true });
  await page.getByTestId('month-alarms').getByRole('button', { name: coldChain.decide }).click();
  await page.getByTestId('decide-alarm').waitFor();
  await page.getByTestId('decide-alarm').getByRole('radio', { name: coldChain.outcomes.shakeFailed }).check();
  await album.take('cold-decide');
  await giveUp();
  await page.getByTestId('readings').getByRole('button', { name: coldChain.strike }).first().click();
  await page.getByTestId('voidReading').waitFor();
  await album.take('cold-strike');
  await giveUp();
  await album.open('/');
  await page.getByTestId('cold-alarms').waitFor();
  await album.take('cold-first-page');
}
