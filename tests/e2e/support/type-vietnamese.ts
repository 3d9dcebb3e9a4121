import type { CDPSession, Locator, Page } from '@playwright/test';

/** How a letter comes from a typing program: letters it takes back, and what it puts in their place. */
interface Stroke { takesBack: number; puts: string }

/** What UniKey sends for each key of `nguyễn thị hoà` in Telex and in VNI: plain keys, or letters taken back and put anew. */
export const nguyenThiHoa: Record<'telex' | 'vni', readonly Stroke[]> = {
  telex: [...keys('nguye'), { takesBack: 1, puts: 'ê' }, ...keys('n'), { takesBack: 2, puts: 'ễn' }, ...keys(' thi'), { takesBack: 1, puts: 'ị' }, ...keys(' hoa'), { takesBack: 1, puts: 'à' }],
  vni: [...keys('nguye'), { takesBack: 1, puts: 'ê' }, { takesBack: 1, puts: 'ễ' }, ...keys('n thi'), { takesBack: 1, puts: 'ị' }, ...keys(' hoa'), { takesBack: 1, puts: 'à' }],
};
/** What a typing program with a composed word shows before each word is taken. */
export const composedWords = [['n', 'ng', 'ngu', 'nguy', 'nguye', 'nguyê', 'nguyên', 'nguyễn'], ['t', 'th', 'thi', 'thị'], ['h', 'ho', 'hoa', 'hoà']] as const;

function keys(text: string): Stroke[] { return [...text].map((puts) => ({ takesBack: 0, puts })); }

/** As UniKey: backspaces and letters within a moment, no composition. Calls `after` when a stroke is done. */
export async function typeWithBackspaces(page: Page, strokes: readonly Stroke[], after: () => Promise<void>): Promise<void> {
  for (const { takesBack, puts } of strokes) {
    for (let n = 0; n < takesBack; n += 1) await page.keyboard.press('Backspace');
    for (const letter of puts) if (/[a-z ]/.test(letter)) await page.keyboard.press(letter === ' ' ? 'Space' : letter); else await page.keyboard.insertText(letter);
    await after();
  }
}

/** As the keyboards of Windows, macOS and IBus: a word is composed and taken with the space after it. */
export async function typeComposed(session: CDPSession, page: Page, field: Locator, after: (shown: string) => Promise<void>): Promise<void> {
  for (const [index, steps] of composedWords.entries()) {
    for (const text of steps) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await after(await field.inputValue());
    }
    await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
    if (index < composedWords.length - 1) await page.keyboard.press('Space');
    await after(await field.inputValue());
  }
}
