import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

/** Who is working, and their password. */
export class SignInPage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  get password(): Locator { return this.page.getByLabel(words.session.password, { exact: true }); }
  get submit(): Locator { return this.page.getByRole('button', { name: words.session.submit }); }

  async open(address: string): Promise<void> { await this.page.goto(address); }

  async signIn(displayName: string, password: string): Promise<void> {
    // The button of who is working stands in the page behind, with the same name.
    const account = this.page.getByRole('main').getByRole('listitem').getByRole('button', { name: displayName });
    await this.password.or(account).first().waitFor();
    if (!(await this.password.isVisible())) await account.click();
    await this.password.fill(password);
    await this.submit.click();
  }
}
