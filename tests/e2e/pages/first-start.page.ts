import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

/** The first start of a PC. */
export class FirstStartPage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  get whole(): Locator { return this.page.getByTestId('first-start'); }
  get next(): Locator { return this.page.getByRole('button', { name: words.firstStart.next }); }
  get make(): Locator { return this.page.getByRole('button', { name: words.firstStart.make }); }
  get begin(): Locator { return this.page.getByRole('button', { name: words.firstStart.begin }); }
  way(name: 'real' | 'practice'): Locator { return this.page.getByRole('button', { name: new RegExp(`^${words.firstStart[name]}`) }); }

  async pickUnit(typed: string, label: string): Promise<void> {
    await this.page.getByRole('combobox', { name: words.firstStart.pickUnit }).fill(typed);
    await this.page.getByRole('option', { name: label }).click();
  }

  async fillHead(displayName: string, password: string): Promise<void> {
    await this.page.getByLabel(words.accounts.field.displayName).fill(displayName);
    const [fresh, again] = [this.page.locator('input[name="new-password"]').nth(0), this.page.locator('input[name="new-password"]').nth(1)];
    await fresh.fill(password);
    await again.fill(password);
  }

  /** Types the asked group of the code back and answers the whole code. */
  async typeCodeBack(): Promise<string> {
    await this.page.getByTestId('recovery-code').waitFor();
    const groups = await this.page.getByTestId('recovery-code').locator('code').allInnerTexts();
    await this.page.getByLabel(words.accounts.typeBackLetter.replace('{{number}}', '1')).click();
    await this.page.keyboard.type((groups[5] ?? '').toLowerCase());
    return groups.join('-');
  }
}
