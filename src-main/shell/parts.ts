import type { ShellToStation } from '../../src-shared/contract/shell-messages.ts';

/** The little of Electron's `UtilityProcess` that the shell uses; a stand-in in tests. */
export interface StationChild {
  postMessage(message: ShellToStation): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** The little of `WebContents` that navigation needs. */
export interface PageContents {
  on(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', listener: (event: { url: string; preventDefault(): void }) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'deny' }): void;
}

/** The little of `Session` that permissions need. */
export interface PageSession {
  setPermissionRequestHandler(handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  on(event: 'will-download', listener: (event: unknown, item: { getURL(): string; cancel(): void }) => void): unknown;
}

/** Timers, given. */
export interface Timers { setTimeout(run: () => void, ms: number): unknown; clearTimeout(timer: unknown): void; now(): number }
