import type { PaperInput, ShownPaper } from '../../src-shared/contract/papers.ts';
import type { ImportKind } from '../../src-shared/domain/import/import-fields.ts';
import type { ImportFileAnswer } from '../../src-shared/contract/imports.ts';
import type { LogLine } from '../../src-shared/contract/support.ts';
import { Fault } from './fault.ts';

/** After so long without a printer's dialog it is said that there is none: within the five seconds a person waits before pressing again. */
const PRINTER_WITHIN_MS = 4000;
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

/** Why a paper did not come to a printer: none there, one that says nothing, nothing that shows a PDF. The paper lies among the downloads under `name`. */
export interface NotPrinted { why: 'none' | 'silent' | 'viewer'; name: string }

/** Makes the paper and opens the printer's dialog on it; where there is none within four seconds, hands it to the browser as a file. @throws Fault where there is no paper. */
export async function printPaper(paper: PaperInput): Promise<NotPrinted | undefined> {
  const late = AbortSignal.timeout(PRINTER_WITHIN_MS);
  const { address, fileName: name, printer } = await (await post('/paper?show', JSON.stringify(paper), PRINTER_WITHIN_MS)).json() as ShownPaper;
  const why = printer === 'ready' ? await showPrinter(address, late) : printer;
  if (why === undefined) return undefined;
  handOut(address, name);
  return { why, name };
}

/** Opens the paper in a frame that is not seen, and the dialog on it. */
async function showPrinter(address: string, late: AbortSignal): Promise<'viewer' | undefined> {
  if (!navigator.pdfViewerEnabled) return 'viewer';
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  const isShown = await new Promise<boolean>((resolve) => {
    frame.addEventListener('load', () => { resolve(true); });
    late.addEventListener('abort', () => { resolve(false); });
    document.body.append(frame);
  });
  if (!isShown || late.aborted || !frame.contentWindow) { frame.remove(); return 'viewer'; }
  frame.contentWindow.focus();
  frame.contentWindow.print();
  setTimeout(() => { frame.remove(); }, 60_000);
  return undefined;
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
  handOut(address, name);
  setTimeout(() => { URL.revokeObjectURL(address); }, 60_000);
  return name;
}

function handOut(address: string, name: string): void {
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
}
