import { describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/chromium/find-chromium.ts';
import { installPlan } from '../../../scripts/chromium/install-plan.ts';
import { hasDisplay } from '../../../scripts/electron-here.ts';

const machine = (platform: NodeJS.Platform, files: string[], env: NodeJS.ProcessEnv = {}) => ({ platform, env, exists: (path: string) => files.includes(path.replaceAll('\\', '/')) });

describe.skipIf(process.platform === 'win32')('findChromium on Linux', () => {
  it('[TOO11] takes the first of chromium, chromium-browser, google-chrome on the path', () => {
    expect(findChromium(machine('linux', ['/b/google-chrome', '/b/chromium-browser'], { PATH: '/a:/b' }))).toBe('/b/chromium-browser');
  });
});

describe('findChromium', () => {
  it('[TOO11] takes CHROMIUM_PATH first', () => {
    expect(findChromium(machine('linux', ['/x/chrome', '/b/chromium'], { PATH: '/b', CHROMIUM_PATH: '/x/chrome' }))).toBe('/x/chrome');
  });
  it('[TOO11] finds Edge on Windows and nothing where nothing is', () => {
    expect(findChromium(machine('win32', ['C:/P/Microsoft/Edge/Application/msedge.exe'], { ProgramFiles: 'C:/P' }))).toBe('C:/P/Microsoft/Edge/Application/msedge.exe');
    expect(findChromium(machine('linux', [], { PATH: '/b' }))).toBeUndefined();
  });
});

describe('installPlan', () => {
  it('[TOO12] installs through apt-get as root only', () => {
    const debian = machine('linux', ['/usr/bin/apt-get']);
    expect(installPlan(debian, 0)).toHaveProperty('commands');
    expect(installPlan(debian, 1000)).toEqual({ mayNot: expect.stringContaining('not root') as string });
    expect(installPlan(machine('linux', []), 0)).toHaveProperty('mayNot');
  });
  it('[TOO12] tries choco or winget on Windows', () => {
    expect(installPlan(machine('win32', [], { ChocolateyInstall: 'C:/choco' }), undefined)).toMatchObject({ commands: [['choco', 'install', 'chromium', '-y', '--no-progress']] });
    expect(installPlan(machine('win32', []), undefined)).toMatchObject({ commands: [['winget', 'install', '--id', 'Hibbiki.Chromium', '--silent', '--accept-source-agreements', '--accept-package-agreements']] });
  });
});

describe('hasDisplay', () => {
  it('[TOO13] asks for DISPLAY or WAYLAND_DISPLAY on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});
