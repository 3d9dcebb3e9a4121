import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

const { person } = words.people;

/** One person: what they must not be given, everything that was done, and what to do next. */
export class PersonPage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  get heading(): Locator { return this.page.getByRole('heading', { level: 1 }); }
  get timeline(): Locator { return this.page.getByTestId('timeline'); }
  get entries(): Locator { return this.timeline.getByRole('listitem'); }
  /** How what was measured more than once went. */
  get courses(): Locator { return this.page.getByTestId('courses'); }
  /** Where the person's own record has been proved to be. */
  get ticks(): Locator { return this.page.getByRole('list', { name: words.ticks.legend }); }

  async begin(what: 'visit' | 'checkup' | 'dispense'): Promise<void> {
    await this.page.getByRole('button', { name: person[what], exact: true }).click();
  }

  /** Units that have proved to hold a timeline entry, by their keys. */
  async provedAt(entry: Locator): Promise<string[]> {
    const units = await entry.getByTestId('record-ticks').getAttribute('data-proved-at');
    return (units ?? '').split(' ').filter(Boolean);
  }
}
