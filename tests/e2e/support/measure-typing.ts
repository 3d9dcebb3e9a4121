import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Browser, Locator, Page } from '@playwright/test';

/** Of each key, in milliseconds: from the input event to the frame that shows the list it asked for, and what renderer and station computed meanwhile. */
export interface TypingTimes { paintedMs: number[]; cpuMs: number[] }

/** In the page: keeps for each input how long it took until the list answered it and was painted. */
const watchPaints = `(field) => {
  let typedAt = 0;
  field.__painted = [];
  if (field.__watched) return;
  field.__watched = true;
  field.addEventListener('input', (event) => { typedAt = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (typedAt === 0 || field.dataset.answered !== field.value) return;
    const began = typedAt;
    typedAt = 0;
    requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { field.__painted.push(performance.now() - began); }; port2.postMessage(0); });
  }).observe(field, { attributes: true, attributeFilter: ['data-answered'] });
}`;

/** Types each text letter by letter into an emptied field, each letter when the one before was answered. */
export async function measureTyping(browser: Browser, page: Page, field: Locator, stationPid: number, texts: readonly string[]): Promise<TypingTimes> {
  const times: TypingTimes = { paintedMs: [], cpuMs: [] };
  const inPage = <T>(work: string): Promise<T> => page.evaluate<T>(`(${work})(document.querySelector('input[role="combobox"]'))`);
  const until = (state: string) => inPage(`(field) => new Promise((done) => { const look = () => (${state} ? done() : setTimeout(look, 5)); look(); })`);
  await inPage(watchPaints);
  const session = await browser.newBrowserCDPSession();
  const cpuMs = async (): Promise<number> => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0) + processCpuMs(stationPid);
  };
  for (const text of texts) {
    await field.fill('');
    await field.focus();
    await until('field.dataset.answered === ""');
    await inPage('(field) => new Promise((done) => { setTimeout(() => { field.__painted.length = 0; done(); }, 200); })');
    const before = await cpuMs();
    for (const [index, letter] of [...text].entries()) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await until(`field.__painted.length > ${String(index)}`);
    }
    times.cpuMs.push((await cpuMs() - before) / text.length);
    times.paintedMs.push(...await inPage<number[]>('(field) => field.__painted'));
  }
  return times;
}

/** Linux tells in hundredths of a second; elsewhere it is not known and counts as nothing. */
function processCpuMs(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const describeTimes = ({ paintedMs, cpuMs }: TypingTimes): string => `${String(paintedMs.length)} keys: input to painted list median ${percentile(paintedMs, 0.5).toFixed(0)} ms, p95 ${percentile(paintedMs, 0.95).toFixed(0)} ms; CPU of page and station a key median ${percentile(cpuMs, 0.5).toFixed(0)} ms, most ${percentile(cpuMs, 1).toFixed(0)} ms; load ${(loadavg()[0] ?? 0).toFixed(1)}`;
