import type { Page } from '@playwright/test';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';

/** A key of the words, a place for a fact left open, a value nobody filled in, a refusal's code. */
const neverShown = new RegExp(`\\b(?:${Object.keys(vi).join('|')})\\.[a-z]\\w+(?:\\.\\w+)*|\\{\\{|\\}\\}|\\b(?:undefined|null|NaN)\\b|\\[object |Invalid Date|\\b(?:[A-Z][a-z]{2,}){2,}\\b|\\b\\d{4}-\\d{2}-\\d{2}T`, 'g');

/** What no nurse should read on the screen as it is now; codes to be typed and files of the log stand apart in `code` and `pre`. */
export async function wrongWords(page: Page): Promise<string[]> {
  const text = await page.evaluate<string>(`(() => { const copy = document.body.cloneNode(true); copy.querySelectorAll('script, style, code, pre').forEach((one) => one.remove()); return [...copy.querySelectorAll('*')].map((one) => [...one.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data).join(' ')).join('\\n'); })()`);
  return [...text.matchAll(neverShown)].map(([found]) => found);
}
