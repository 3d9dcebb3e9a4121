import { HubProblem } from './hub-problem.ts';
import { runCommand } from './commands.ts';
import type { CommandAnswer, CommandInput, CommandName } from './commands.ts';
import { openAnyWorkPlace } from './open-work-place.ts';
import { readHubConfig } from './hub-config.ts';
import { readRuntimeFile } from './runtime-file.ts';

export const ADMIN_PATH = '/_tramxa/admin';
/** A comparison with the parent reads every document. */
const ANSWER_MS = 30 * 60_000;

const isKeptAndClosed = (error: unknown): boolean => ['UND_ERR_SOCKET', 'ECONNRESET'].includes(((error as Error).cause as { code?: string } | undefined)?.code ?? '');

/** Asks the hub serving the directory; `undefined` when none answers there. */
async function askServing(dir: string, command: string, input: unknown): Promise<{ value: unknown } | undefined> {
  const runtime = readRuntimeFile(dir);
  if (!runtime) return undefined;
  const send = () => fetch(runtime.url + ADMIN_PATH, {
    method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${runtime.token}` },
    body: JSON.stringify({ command, input }), signal: AbortSignal.timeout(ANSWER_MS),
  });
  let response: Response;
  try {
    // A connection kept to a hub that was ended on this port meanwhile breaks before anything is heard.
    response = await send().catch((error: unknown) => { if (isKeptAndClosed(error)) return send(); throw error; });
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') throw new HubProblem('NoAnswer', 'the serving hub does not answer');
    return undefined;
  }
  // The address may have passed to somebody else after a crash.
  if (response.status === 401 || response.status === 404) return undefined;
  const body = await response.json() as { value?: unknown; error?: string; reason?: string };
  if (!response.ok) throw new HubProblem(body.error ?? 'HubFault', body.reason ?? 'the hub could not do it');
  return { value: body.value };
}

/** Does a command through the hub that serves the directory, else on the directory itself. */
export async function askHub<N extends CommandName>(dir: string, command: N, input: CommandInput<N>): Promise<CommandAnswer<N>> {
  readHubConfig(dir);
  const served = await askServing(dir, command, input);
  if (served) return served.value as CommandAnswer<N>;
  const place = await openAnyWorkPlace(dir);
  try {
    return await runCommand(place, command, input) as CommandAnswer<N>;
  } finally {
    await place.close();
  }
}
