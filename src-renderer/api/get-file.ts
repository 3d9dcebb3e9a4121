import type { PaperInput } from '../../src-shared/contract/papers.ts';
import type { ImportKind } from '../../src-shared/domain/import/import-fields.ts';
import type { ImportFileAnswer } from '../../src-shared/contract/imports.ts';
import type { LogLine } from '../../src-shared/contract/support.ts';
import { Fault } from './fault.ts';

/** A printer that says nothing for so long is not there (what a person waits before pressing again). */
const PRINTER_WITHIN_MS = 5000;
const ANSWER_WITHIN_MS = 30_000;

/** Makes the paper and hands it to the browser as a file. Answers the file's name. @throws Fault. */
export async function savePaper(paper: PaperInput): Promise<string> {
  return saveAnswer(await post('/paper', JSON.stringify(paper)), 'tram-xa.pdf');
}

/** What a helper needs to see, as a text file. @throws Fault. */
export async function saveSupportFile(): Promise<string> {
  return saveAnswer(await post('/support', ''), 'tramxa.txt');
}

export async function readStationLog(): Promise<LogLine[]> {
  return await (await post('/log', '')).json() as LogLine[];
}

/** Hands in a list; the station reads it. @throws Fault. */
export async function handInList(kind: ImportKind, file: File): Promise<ImportFileAnswer> {
  return await (await post(`/import/file?${new URLSearchParams({ kind, name: file.name }).toString()}`, file, 120_000, true)).json() as ImportFileAnswer;
}

/**
 * Makes the paper and opens the printer's dialog on it. @throws Error after five seconds without one: no viewer, no printer; the file
 * can be saved instead.
 */
export async function printPaper(paper: PaperInput): Promise<void> {
  const late = AbortSignal.timeout(PRINTER_WITHIN_MS);
  const { address } = await (await post('/paper?show', JSON.stringify(paper), PRINTER_WITHIN_MS)).json() as { address: string };
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  await new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => { resolve(); });
    late.addEventListener('abort', () => { frame.remove(); reject(new Error('no printer')); });
    document.body.append(frame);
  });
  if (!frame.contentWindow || !navigator.pdfViewerEnabled) { frame.remove(); throw new Error('no viewer'); }
  frame.contentWindow.focus();
  frame.contentWindow.print();
  setTimeout(() => { frame.remove(); }, 60_000);
}

async function post(path: string, body: BodyInit, withinMs = ANSWER_WITHIN_MS, allowRefused = false): Promise<Response> {
  let answer: Response;
  try { answer = await fetch(path, { method: 'POST', body, credentials: 'same-origin', signal: AbortSignal.timeout(withinMs) }); } catch { throw new Fault('unreachable'); }
  if (answer.status === 401) throw new Fault('signedOut');
  if (!answer.ok && !(allowRefused && answer.status < 500)) throw new Fault('broken', ((await answer.json().catch(() => ({}))) as { faultId?: string }).faultId);
  return answer;
}

async function saveAnswer(answer: Response, otherName: string): Promise<string> {
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? otherName;
  const address = URL.createObjectURL(await answer.blob());
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
  return name;
}
