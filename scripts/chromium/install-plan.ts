import type { Surroundings } from './find-chromium.ts';

export type InstallPlan = { commands: [string, ...string[]][] } | { mayNot: string };

/** How a Chromium may be installed here by the system's own package manager, or why it may not. */
export function installPlan({ platform, env, exists }: Surroundings, uid: number | undefined): InstallPlan {
  if (platform === 'linux') {
    if (!exists('/usr/bin/apt-get')) return { mayNot: 'no apt-get here' };
    if (uid !== 0) return { mayNot: 'not root; run: sudo apt-get install chromium' };
    return { commands: [['apt-get', 'update', '-qq'], ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium']] };
  }
  if (platform === 'win32') {
    if (env.ChocolateyInstall !== undefined) return { commands: [['choco', 'install', 'chromium', '-y', '--no-progress']] };
    return { commands: [['winget', 'install', '--id', 'Hibbiki.Chromium', '--silent', '--accept-source-agreements', '--accept-package-agreements']] };
  }
  return { mayNot: 'no package manager known for this system' };
}
