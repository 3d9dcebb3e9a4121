import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';
import { installPlan } from './install-plan.ts';

/** Finds a Chromium that answers, else installs one where that is allowed; `undefined` and a reason said otherwise. */
export function ensureChromium(say: (line: string) => void): string | undefined {
  const found = findChromium();
  if (found !== undefined) return found;
  const plan = installPlan({ platform: process.platform, env: process.env, exists: existsSync }, process.getuid?.());
  if ('mayNot' in plan) {
    say(`no Chromium found and none installed: ${plan.mayNot}`);
    return undefined;
  }
  for (const [command, ...args] of plan.commands) {
    say(`no Chromium found: ${command} ${args.join(' ')}`);
    const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (status !== 0) {
      say(`${command} ended with ${error?.message ?? `code ${status ?? 'none'}`}`);
      return undefined;
    }
  }
  return findChromium();
}
