import { parseArgs } from 'node:util';
import type { ShellToStation, StationToShell } from '../../src-shared/contract/shell-messages.ts';
import { keepMemorySmall } from './keep-memory-small.ts';
import { serveDirectory } from './server/serve-directory.ts';
import { StationProblem } from './station-problem.ts';
import type { Served } from './server/serve-first-start.ts';

keepMemorySmall();

/** The side of Electron's `utilityProcess` this process sees; a child of plain Node has `process.send` instead. */
interface ParentPort { postMessage(message: StationToShell): void; on(event: 'message', listener: (event: { data: ShellToStation }) => void): void }

/** Started by the shell: serves the directory and talks to the shell by messages (contract/shell-messages.ts). */
const parentPort = (process as { parentPort?: ParentPort }).parentPort;
const tell = (message: StationToShell): void => { if (parentPort) parentPort.postMessage(message); else process.send?.(message); };
const listen = (hear: (message: ShellToStation) => void): void => {
  if (parentPort) parentPort.on('message', ({ data }) => hear(data));
  else process.on('message', hear);
};

const { values } = parseArgs({ options: { dir: { type: 'string' }, port: { type: 'string' } } });
/** A refusal is said to the person; only what the program itself cannot do speaks against this version. */
const onOpened = (error?: unknown): void => {
  if (error === undefined) tell({ kind: 'healthy' });
  else if (!(error instanceof StationProblem)) tell({ kind: 'unfit', code: 'Fault' });
};
const serve = (port: number): Promise<Served> => serveDirectory({ dir: values.dir ?? '', port, now: Date.now, onOpened, restart: () => { tell({ kind: 'restart' }); } });
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'Fault');

try {
  // The port of last time where it is still free: the page's address stays.
  const served = await serve(Number(values.port ?? 0)).catch((error: unknown) => { if (codeOf(error) === 'EADDRINUSE') return serve(0); throw error; });
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await served.close();
    tell({ kind: 'done' });
    // Gives the message its turn to leave.
    setTimeout(() => process.exit(0), 50);
  };
  listen((message) => { if (message.kind === 'shutdown') void end(); });
  process.on('disconnect', () => void end());
  process.on('SIGTERM', () => void end());
  process.on('SIGINT', () => void end());
  tell({ kind: 'ready', address: served.address, token: served.mintToken() });
} catch (error) {
  tell({ kind: 'failed', code: codeOf(error) });
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 50);
}
