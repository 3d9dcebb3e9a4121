import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { StationProblem } from '../station-problem.ts';

const claimSchema = z.object({ address: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/), name: z.string().min(20) });

/** Says beside a directory that its first start is being shown: the directory itself stays empty until the station is made. */
export interface FirstStartClaim { /** Asked for by whoever finds the claim: `GET /first-start/<name>`. */ readonly name: string; take(address: string): Promise<void>; release(): void }

/** `take` throws StationProblem `AlreadyServed {address}` where another first start of this directory answers; one left by a killed process is nothing. */
export function createFirstStartClaim(dir: string): FirstStartClaim {
  const file = `${resolve(dir)}.first-start`;
  const name = randomBytes(20).toString('base64url');
  let taken = false;
  const write = (address: string): boolean => {
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, JSON.stringify({ address, name }), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  };
  return {
    name,
    async take(address) {
      taken = write(address);
      if (taken) return;
      const other = await whoAnswers(file);
      if (other === undefined) {
        rmSync(file, { force: true });
        taken = write(address);
      }
      if (!taken) throw new StationProblem('AlreadyServed', `the first start of this directory is open already${other === undefined ? '' : ` at ${other}`}: go on there, or end that one first`, { ...(other !== undefined && { address: other }) });
    },
    release() {
      if (taken) rmSync(file, { force: true });
      taken = false;
    },
  };
}

/** The address, with a token for one more browser, of the first start of this directory that is open already; of the same user only, who alone can read the claim. */
export async function findFirstStart(dir: string): Promise<{ address: string; open: string } | undefined> {
  try {
    const { address, name } = claimSchema.parse(JSON.parse(readFileSync(`${resolve(dir)}.first-start`, 'utf8')));
    const answer = await fetch(`${address}/first-start/${name}`, { method: 'POST', signal: AbortSignal.timeout(5000) });
    const { token } = z.object({ token: z.string() }).parse(await answer.json());
    return { address, open: `${address}/#token=${token}` };
  } catch {
    return undefined;
  }
}

async function whoAnswers(file: string): Promise<string | undefined> {
  try {
    const { address, name } = claimSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const answer = await fetch(`${address}/first-start/${name}`, { signal: AbortSignal.timeout(5000) });
    await answer.body?.cancel();
    return answer.status === 204 ? address : undefined;
  } catch {
    return undefined;
  }
}
