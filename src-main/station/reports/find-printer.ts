import { execFile } from 'node:child_process';
import type { ShownPaper } from '../../../src-shared/contract/papers.ts';

/** `none`: the system knows no printer that would put ink on paper; `silent`: it does not say. */
type PrinterState = ShownPaper['printer'];

/** What the page waits for a printer (four seconds) leaves room for the paper itself. */
const ANSWER_WITHIN_MS = 3000;
/** Windows always has these: they make files. */
const notOnPaper = /Print to PDF|XPS Document Writer|OneNote|^\s*Fax\b/i;

interface Lookup { command: string; args: readonly string[]; hasOne(output: string): boolean; /** Of a system whose own way to list them is missing or fails. */ otherwise: PrinterState }

const ofCups: Lookup = { command: 'lpstat', args: ['-p'], hasOne: (output) => output.split('\n').some((line) => line.startsWith('printer ') && !line.includes(' disabled ')), otherwise: 'none' };
/** The registry answers in milliseconds, PowerShell on an old PC in many seconds. Where it does not, Windows is left to ask. */
const ofWindows: Lookup = {
  command: 'reg.exe', args: ['query', 'HKCU\\Software\\Microsoft\\Windows NT\\CurrentVersion\\Devices'],
  hasOne: (output) => output.split('\n').some((line) => line.includes('REG_SZ') && !notOnPaper.test(line)), otherwise: 'ready',
};

/** Whether this PC has a printer, as its system tells; answers within three seconds whatever that does. */
export function findPrinter(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env, withinMs = ANSWER_WITHIN_MS): Promise<PrinterState> {
  const { command, args, hasOne, otherwise } = platform === 'win32' ? ofWindows : ofCups;
  return new Promise((resolve) => {
    const child = execFile(command, args, { env: { ...env, LC_ALL: 'C' }, windowsHide: true }, (error, stdout) => { clearTimeout(tooLate); resolve(error ? otherwise : hasOne(stdout) ? 'ready' : 'none'); });
    // What it started may hold its output open: its end is not waited for.
    const tooLate = setTimeout(() => { child.kill('SIGKILL'); child.stdout?.destroy(); child.stderr?.destroy(); resolve('silent'); }, withinMs);
  });
}
