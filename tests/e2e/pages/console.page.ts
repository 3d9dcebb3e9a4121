import type { Locator, Page } from '@playwright/test';
import { URI } from 'otpauth';
import { words } from '../support/words.ts';

const { hub, review, session } = words;

/** The review console of a tier. */
export class ConsolePage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  async signIn(hubUrl: string, account: string, password: string): Promise<void> {
    await this.page.goto(`${hubUrl}/console/`);
    await this.page.getByRole('textbox', { name: session.account }).fill(account);
    await this.page.getByLabel(session.password, { exact: true }).fill(password);
    await this.page.getByRole('button', { name: session.title }).click();
  }
  /** With the authenticator, of this address, too. */
  async signInWithCode(hubUrl: string, account: string, password: string, otpauth: string): Promise<void> {
    await this.signIn(hubUrl, account, password);
    await this.page.getByRole('textbox', { name: review.code }).fill(URI.parse(otpauth).generate());
    await this.page.keyboard.press('Enter');
  }

  link(name: 'stations' | 'records'): Locator { return this.page.getByRole('link', { name: hub[name] }); }
  /** What this tier knows of one station. */
  station(unit: string): Locator { return this.page.getByTestId('stations').locator(`tr[data-unit="${unit}"]`); }
  get submitted(): Locator { return this.page.getByTestId('submitted').locator('tbody tr'); }
  /** Says once what the piece of work is; records open only then. */
  async namePurpose(): Promise<void> { await this.page.getByRole('button', { name: review.purpose.go }).click(); }
  get record(): Locator { return this.page.getByTestId('hub-record'); }
}
