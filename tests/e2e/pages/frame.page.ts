import type { Locator, Page } from '@playwright/test';
import { words } from '../support/words.ts';

/** What stays on the screen whatever page is open. */
export class FramePage {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  get navigation(): Locator { return this.page.getByRole('navigation', { name: words.frame.navigation }); }
  /** The line that always tells the truth. */
  get truth(): Locator { return this.page.getByTestId('truth-line'); }
  link(name: 'today' | 'people' | 'store' | 'sync' | 'immunizations' | 'chronic'): Locator { return this.navigation.getByRole('link', { name: words.frame[name] }); }
  async go(name: 'today' | 'people' | 'store' | 'sync' | 'immunizations' | 'chronic'): Promise<void> { await this.link(name).click(); }

  async chooseFromUserMenu(item: 'lock' | 'signOut' | 'seal' | 'switch' | 'accounts' | 'ownPassword'): Promise<void> {
    await this.page.getByRole('button', { name: words.frame.userMenu }).click();
    await this.page.getByRole('menuitem', { name: words.frame[item] }).click();
  }
}
