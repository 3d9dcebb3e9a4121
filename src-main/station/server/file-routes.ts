import type { IncomingMessage, ServerResponse } from 'node:http';
import { importFields, type ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import { paperInput, type ShownPaper } from '../../../src-shared/contract/papers.ts';
import { LARGEST_FILE_BYTES } from '../import/read-table.ts';
import type { ImportDesk } from '../import/import-desk.ts';
import type { ShownPapers } from './shown-papers.ts';
import type { Desk } from './desk.ts';
import { plainHeaders } from './page-headers.ts';
import { readLog } from './read-log.ts';
import { readJsonBody } from './read-json-body.ts';

/** The name of an account of this PC, of one that was removed too. */
function nameOfAccount(desk: Desk): (account: string) => string {
  const { accounts, forgotten } = desk.station.accounts.keyring();
  return (account) => [...accounts, ...forgotten].find((one) => one.account === account)?.displayName ?? account;
}

export const fileRoutes: ReadonlySet<string> = new Set(['/paper', '/import/file', '/support', '/log']);

/**
 * Files in and out, beside the typed contract: `POST /paper` (`PaperInput` in, a PDF out; with `?show`
 * a `ShownPaper`: the address of a page that shows it for a minute, and whether there is a printer), `POST /import/file?kind=…&name=…` (the
 * file's bytes in, `ImportFileAnswer` out), `POST /support` (a text out), `POST /log` (`LogLine[]` out). The door was passed; here
 * somebody must be signed in.
 */
export async function serveFiles(request: IncomingMessage, response: ServerResponse, pass: string | undefined, desk: Desk, imports: ImportDesk, papers: ShownPapers): Promise<void> {
  const say = (status: number, content: unknown) => { response.writeHead(status, { ...plainHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(content)); };
  const person = pass === undefined ? undefined : desk.sessions.person(pass);
  const open = desk.station.open();
  if (!person || !open) { say(401, { error: 'SignedOut' }); return; }
  const url = new URL(request.url ?? '/', 'http://station');
  if (url.pathname === '/paper') {
    const parsed = paperInput.safeParse(await readJsonBody(request, 10_000));
    if (!parsed.success) { say(422, { refusal: { code: 'InvalidInput' } }); return; }
    // Loaded here: drawing is asked for seldom.
    const [{ makePaper }, { findPrinter }] = await Promise.all([import('../reports/make-paper.ts'), import('../reports/find-printer.ts')]);
    const show = url.searchParams.has('show');
    const [paper, printer] = await Promise.all([makePaper(open.db, parsed.data, nameOfAccount(desk)), show ? findPrinter() : ('none' as const)]);
    if (!paper.ok) { say(422, { refusal: paper.refusal }); return; }
    if (show) { say(200, { address: papers.keep(pass ?? '', paper.bytes), fileName: paper.fileName, printer } satisfies ShownPaper); return; }
    response.writeHead(200, { ...plainHeaders, 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${paper.fileName}"`, 'cache-control': 'no-store' }).end(paper.bytes);
    return;
  }
  if (url.pathname === '/log') { say(200, readLog(desk.station.dir, 300)); return; }
  if (url.pathname === '/support') {
    const { supportFile } = await import('../reports/support-file.ts');
    response.writeHead(200, { ...plainHeaders, 'content-type': 'text/plain; charset=utf-8', 'content-disposition': 'attachment; filename="tramxa-ho-tro.txt"', 'cache-control': 'no-store' }).end(supportFile(open, desk.station.dir, readLog(desk.station.dir, 500)));
    return;
  }
  const kind = url.searchParams.get('kind') ?? '';
  const bytes = await readBytes(request);
  if (!Object.hasOwn(importFields, kind)) say(422, { ok: false, refusals: [{ code: 'InvalidInput' }] });
  else if (!bytes) say(413, { ok: false, refusals: [{ code: 'FileTooLarge' }] });
  else say(200, await imports.open(open.db, person, kind as ImportKind, url.searchParams.get('name') ?? '', bytes));
}

async function readBytes(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= LARGEST_FILE_BYTES) parts.push(part);
  }
  return length > LARGEST_FILE_BYTES ? undefined : Buffer.concat(parts);
}
