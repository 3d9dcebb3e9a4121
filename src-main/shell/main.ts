import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, powerMonitor, session, utilityProcess } from 'electron';
import { denyPermissions } from './deny-permissions.ts';
import { readReleaseKeys } from '../../updates/index.ts';
import { keepProgram } from './keep-program.ts';
import { lockNavigation } from './lock-navigation.ts';
import { menuTemplate } from './menu-template.ts';
import { pageAddress } from './page-address.ts';
import type { PageContents, PageSession } from './parts.ts';
import { quitInOrder } from './quit-in-order.ts';
import { stationDirectory } from './station-directory.ts';
import { superviseStation } from './supervise-station.ts';
import { unsupportedSystem } from './unsupported-system.ts';
import { windowOptions } from './window-options.ts';
import { words } from './words.ts';

/** The bundled station process; beside the shell's bundle (`vite.node.config.ts`). */
const stationEntry = join(import.meta.dirname, '../station/child.js');

let window: BrowserWindow | undefined;

const dir = stationDirectory({ argv: process.argv, env: process.env, platform: process.platform, userData: app.getPath('userData'), exists: existsSync });
const program = keepProgram({
  dir, installed: app.getVersion(), entry: stationEntry, publicKeys: readReleaseKeys(), now: Date.now,
  fork: (entry, port) => utilityProcess.fork(entry, ['--dir', dir, ...(port === undefined ? [] : ['--port', String(port)])], { serviceName: 'tramxa-station', stdio: 'inherit' }),
});
const supervisor = superviseStation({
  ...program,
  onReady: (station) => void showPage(pageAddress(station)),
  onRestart: (attempt) => console.error(`station ended; starting it again (${attempt})`),
  onGivenUp: (code) => void askWhatNow(code),
  timers: { setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout), now: () => Date.now() },
});

async function showPage(address: string): Promise<void> {
  if (window === undefined) {
    const opened = new BrowserWindow(windowOptions);
    window = opened;
    lockNavigation(opened.webContents as unknown as PageContents, supervisor.origin);
    opened.once('ready-to-show', () => opened.show());
    opened.on('closed', () => { window = undefined; });
  }
  await window.loadURL(address);
}

async function askWhatNow(code: string): Promise<void> {
  const { response } = await dialog.showMessageBox({ type: 'error', title: words.title, message: words.givenUp, detail: words.reasons[code] ?? words.otherReason(code), buttons: [words.retry, words.quit], defaultId: 0, cancelId: 1 });
  if (response === 0) supervisor.start();
  else app.quit();
}

function open(): void {
  const why = unsupportedSystem({ platform: process.platform, release: release(), arch: process.arch });
  if (why !== undefined) {
    dialog.showErrorBox(words.title, words.unsupported[why]);
    app.quit();
    return;
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate));
  denyPermissions(session.defaultSession as unknown as PageSession, supervisor.origin);
  powerMonitor.on('shutdown', () => app.quit());
  supervisor.start();
}

function showWindowAgain(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  app.on('second-instance', showWindowAgain);
  app.on('window-all-closed', () => app.quit());
  quitInOrder(app, supervisor.stop);
  // Not awaited: Electron makes itself ready only after this file has been loaded to its end.
  void app.whenReady().then(open);
} else {
  app.quit();
}
