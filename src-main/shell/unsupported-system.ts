/** Windows 10 1809, the oldest that Microsoft's C++ runtime and Chromium's sandbox of this Electron are kept working on. */
const oldestWindows = [10, 0, 17_763] as const;

/** Why this system cannot run the app, where it can be told: the installer asks the same (installers/nsis-include.nsh). */
export function unsupportedSystem({ platform, release, arch }: { platform: string; release: string; arch: string }): 'oldWindows' | 'notSixtyFour' | undefined {
  if (platform !== 'win32') return undefined;
  if (arch === 'ia32') return 'notSixtyFour';
  const parts = release.split('.').map(Number);
  for (const [index, oldest] of oldestWindows.entries()) {
    const part = parts[index] ?? 0;
    if (part !== oldest) return part < oldest ? 'oldWindows' : undefined;
  }
  return undefined;
}
