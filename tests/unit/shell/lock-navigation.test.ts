import { describe, expect, it } from 'vitest';
import { isOfOrigin, lockNavigation } from '../../../src-main/shell/lock-navigation.ts';
import type { PageContents } from '../../../src-main/shell/parts.ts';

const station = 'http://127.0.0.1:4100';

function page(origin: () => string | undefined) {
  const listeners = new Map<string, (event: { url: string; preventDefault(): void }) => void>();
  let openWindow: ((details: { url: string }) => { action: 'deny' }) | undefined;
  const contents: PageContents = { on: (event: string, listener: never) => listeners.set(event, listener), setWindowOpenHandler: (handler) => { openWindow = handler; } };
  lockNavigation(contents, origin);
  const prevented = (event: string, url: string): boolean => {
    let held = false;
    listeners.get(event)?.({ url, preventDefault: () => { held = true; } });
    return held;
  };
  return { prevented, open: (url: string) => openWindow?.({ url }) };
}

describe('lockNavigation', () => {
  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('[SHL1] lets %s go to the station only', (event) => {
    const { prevented } = page(() => station);
    expect(prevented(event, `${station}/people`)).toBe(false);
    for (const elsewhere of ['https://example.org/', 'http://127.0.0.1:4101/', 'http://localhost:4100/', 'http://127.0.0.1:4100.example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'no address']) {
      expect(prevented(event, elsewhere), elsewhere).toBe(true);
    }
  });

  it('[SHL1] lets nothing through before the station has an address, and follows it when it moves', () => {
    let origin = undefined as string | undefined;
    const { prevented } = page(() => origin);
    expect(prevented('will-navigate', `${station}/`)).toBe(true);
    origin = 'http://127.0.0.1:5200';
    expect(prevented('will-navigate', `${station}/`)).toBe(true);
    expect(prevented('will-navigate', 'http://127.0.0.1:5200/')).toBe(false);
  });

  it('[SHL2] opens no second window, not even of the station, and no embedded view', () => {
    const { open, prevented } = page(() => station);
    expect(open(`${station}/`)).toEqual({ action: 'deny' });
    expect(prevented('will-attach-webview', station)).toBe(true);
  });

  it('[SHL1] compares origins, not beginnings of text', () => {
    expect(isOfOrigin('http://127.0.0.1:41000/', station)).toBe(false);
    expect(isOfOrigin(`${station}/?q=1#x`, station)).toBe(true);
  });
});
