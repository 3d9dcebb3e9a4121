import type { PageContents } from './parts.ts';

/** Same scheme, host and port; anything that is no address is not. */
export function isOfOrigin(url: string, origin: string | undefined): boolean {
  return origin !== undefined && URL.canParse(url) && new URL(url).origin === origin;
}

/** Keeps a page on the station's address: no other address, no second window, no embedded view. `origin` is asked each time, since a restarted station may have moved. */
export function lockNavigation(contents: PageContents, origin: () => string | undefined): void {
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event, (navigation) => {
      if (!isOfOrigin(navigation.url, origin())) navigation.preventDefault();
    });
  }
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
