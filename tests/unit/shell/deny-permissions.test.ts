import { describe, expect, it } from 'vitest';
import { denyPermissions } from '../../../src-main/shell/deny-permissions.ts';
import type { PageSession } from '../../../src-main/shell/parts.ts';

const station = 'http://127.0.0.1:4100';

function session() {
  const answers: boolean[] = [];
  let download: ((event: unknown, item: { getURL(): string; cancel(): void }) => void) | undefined;
  const part: PageSession = {
    setPermissionRequestHandler: (handler) => { for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb']) handler({}, permission, (granted) => answers.push(granted)); },
    setPermissionCheckHandler: (handler) => answers.push(handler()),
    setDevicePermissionHandler: (handler) => answers.push(handler()),
    on: (_event, listener) => { download = listener; },
  };
  denyPermissions(part, () => station);
  const cancelled = (url: string): boolean => {
    let held = false;
    download?.({}, { getURL: () => url, cancel: () => { held = true; } });
    return held;
  };
  return { answers, cancelled };
}

describe('denyPermissions', () => {
  it('[SHL3] grants no permission and no device', () => {
    const { answers } = session();
    expect(answers).toHaveLength(7);
    expect(answers).not.toContain(true);
  });

  it('[SHL3] downloads only what the station itself offers', () => {
    const { cancelled } = session();
    expect(cancelled(`${station}/report.xlsx`)).toBe(false);
    expect(cancelled(`blob:${station}/6f9619ff`)).toBe(false);
    expect(cancelled('https://example.org/x.exe')).toBe(true);
  });
});
