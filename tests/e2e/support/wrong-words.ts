import type { BrowserContext, Page } from '@playwright/test';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';

/** What no person should read: each kind with how it is known. */
const raw: Readonly<Record<string, string>> = {
  'a key of the words': `\\b(?:${Object.keys(vi).join('|')})\\.[a-z]\\w+(?:\\.\\w+)*`,
  'a place for a fact left open': '\\{\\{|\\}\\}',
  'a value nobody filled in': '\\b(?:undefined|null|NaN)\\b|\\[object |Invalid Date',
  'the code of a refusal': '\\b(?:[A-Z][a-z]{2,}){2,}\\b',
  'a name of the program': '\\b[a-z]+(?:[A-Z][a-z0-9]+)+\\b|\\b[a-z]+(?:_[a-z]+)+\\b',
  'a device': '\\b(?:pc|hub)-[0-9a-z]{3,}',
  'an id': '\\b[a-zA-Z]+:[0-9a-z]{8,}|[0-9a-f]{8}-[0-9a-f]{4}-|\\b\\d+-[0-9a-f]{16,}',
  'an instant': '\\b\\d{4}-\\d{2}-\\d{2}T',
  'a document': '\\{"|"\\}',
  'a tier by its key': '\\b(?:Huyện|Tỉnh|Tuyến trên|District|Province) \\d{2,}',
};
/** Written so by people, not by programs; files of downloads say their day. */
const allowed = ['mmHg', 'tram-xa', 'iPhone'];

/** Run in the page: what of it is found, in texts and in what is read out or shown on pointing; codes to be typed stand apart in `code`. */
const findWrong = `(() => {
  const kinds = ${JSON.stringify(Object.values(raw).join('|'))}, allowed = ${JSON.stringify(allowed)};
  const found = [];
  const look = (text) => { for (const [word] of (text ?? '').matchAll(new RegExp(kinds, 'gu'))) if (!allowed.includes(word)) found.push(word + ' in “' + text.trim().slice(0, 80) + '”'); };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style, code')) look(walker.currentNode.data);
  for (const element of document.body.querySelectorAll('[title], [aria-label], [placeholder], [alt]')) if (!element.closest('code')) for (const name of ['title', 'aria-label', 'placeholder', 'alt']) look(element.getAttribute(name));
  return found;
})()`;

/** What no nurse should read on the screen as it is now. */
export const wrongWords = (page: Page): Promise<string[]> => page.evaluate<string[]>(findWrong);

/** Looks at every screen that any page of this browser draws, a moment after it changed; answers what was found so far. */
export async function watchWords(context: BrowserContext): Promise<() => string[]> {
  const found = new Set<string>();
  await context.exposeBinding('tellWrongWords', (_source, words: string[]) => { for (const one of words) found.add(one); });
  await context.addInitScript(`addEventListener('DOMContentLoaded', () => {
    let later;
    const look = () => { later = undefined; const found = ${findWrong}; if (found.length > 0) void tellWrongWords(found); };
    new MutationObserver(() => { later ??= setTimeout(look, 150); }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });`);
  return () => [...found];
}
