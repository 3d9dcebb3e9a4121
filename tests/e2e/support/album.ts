import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { en } from '../../../src-renderer/i18n/en/index.ts';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';
import { cutOff } from './cut-off.ts';
import { expect } from './test.ts';
import { wrongWords } from './wrong-words.ts';

const screens = join(import.meta.dirname, '../../../docs/screens');
const wanted = process.env.TRAMXA_PICTURES ?? '';

/** `TRAMXA_PICTURES=1` asks for the pictures of `docs/screens`, another value for every screen in that folder; a test run only looks at the pages. */
export const takesPictures = wanted !== '';
const folder = wanted === '1' ? screens : wanted;

/** Of those in `docs/screens` only what its README names is drawn. */
const isListed = (name: string) => folder !== screens || readFileSync(join(screens, 'README.md'), 'utf8').includes(`\n- \`${name}\`:`);

const softly = expect.configure({ soft: true });

/** The screens of one language: each is looked at for what is cut off and for words nobody should read, and drawn if asked for. */
export class Album {
  readonly page: Page; readonly language: 'vi' | 'en'; readonly words: typeof vi | typeof en;
  constructor(page: Page, language: 'vi' | 'en') { this.page = page; this.language = language; this.words = { vi, en }[language]; }

  async take(name: string): Promise<void> {
    // What is drawn first asks for its letters; then they are waited for.
    const frames = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
    await this.page.evaluate(`${frames}.then(() => document.fonts.ready).then(() => ${frames})`);
    await softly.poll(() => cutOff(this.page), `${name}: cut off`).toEqual([]);
    await softly.poll(() => wrongWords(this.page), `${name}: words`).toEqual([]);
    if (!takesPictures || !isListed(name)) return;
    mkdirSync(join(folder, this.language), { recursive: true });
    // Nothing is pointed at.
    await this.page.mouse.move(1, 1);
    await this.page.waitForTimeout(350);
    await this.page.screenshot({ path: join(folder, this.language, `${name}.png`), caret: 'initial' });
  }

  /** The same in another light or on a smaller screen. */
  async takeAs(name: string, { dark = false, small = false, low = false }: { dark?: boolean; small?: boolean; low?: boolean }): Promise<void> {
    const before = this.page.viewportSize();
    if (dark) await this.page.emulateMedia({ colorScheme: 'dark' });
    if (small) await this.page.setViewportSize({ width: 1093, height: 500 });
    if (low) await this.page.setViewportSize({ width: 1366, height: 625 });
    await this.take(name);
    if (dark) await this.page.emulateMedia({ colorScheme: 'light' });
    if ((small || low) && before) await this.page.setViewportSize(before);
  }

  /** Goes to an address after `#` without loading the page anew. */
  async open(hash: string): Promise<void> {
    await this.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** From the account menu. */
  async speak(): Promise<void> {
    const { page, language } = this;
    if (await page.locator('html').getAttribute('lang') === language) return;
    await page.getByRole('button', { name: new RegExp(`${vi.frame.userMenu}|${en.frame.userMenu}`) }).click();
    await page.getByRole('radiogroup').filter({ hasText: 'English' }).getByText(language === 'en' ? vi.common.otherLanguage : en.common.otherLanguage).click();
    await page.keyboard.press('Escape');
  }
}
