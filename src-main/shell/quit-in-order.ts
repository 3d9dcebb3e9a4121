/** The little of Electron's `app` that ending needs. */
export interface QuittingApp { on(event: 'before-quit', listener: (event: { preventDefault(): void }) => void): unknown; exit(code: number): void }

/** Holds the end of the app back until the station has written its last and closed its file; asked twice it still stops once. */
export function quitInOrder(app: QuittingApp, stop: () => Promise<unknown>): void {
  let asked = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (asked) return;
    asked = true;
    void stop().finally(() => app.exit(0));
  });
}
