import { expect, type Locator } from '@playwright/test';
import { tabTo } from './tab-to.ts';

/** Goes to the list and down it with the arrows, until the row that names `text` is the chosen one. */
export async function chooseRow(list: Locator, text: string, most = 12): Promise<void> {
  const { keyboard } = list.page();
  await tabTo(list);
  await keyboard.press('Home');
  const chosen = list.locator('[aria-selected="true"]');
  for (let row = 0; row < most && !(await chosen.innerText()).includes(text); row += 1) await keyboard.press('ArrowDown');
  await expect(chosen).toContainText(text);
}

/** Goes to a field with choices, opens it, and takes the one of this name with the arrows and Enter. */
export async function chooseOption(field: Locator, name: string): Promise<void> {
  const page = field.page();
  await tabTo(field);
  await page.keyboard.press('ArrowDown');
  const option = page.getByRole('option', { name, exact: true }).and(page.locator('[data-combobox-option]'));
  await expect(option).toBeVisible();
  const reached = async () => (await option.getAttribute('data-combobox-selected')) !== null;
  for (let presses = 0; presses < 40 && !(await reached()); presses += 1) await page.keyboard.press('ArrowDown');
  expect(await reached(), `"${name}" not reached with the arrows`).toBe(true);
  await page.keyboard.press('Enter');
  await expect(option).toBeHidden();
}
