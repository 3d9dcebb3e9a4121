import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, expect, test, type ElectronApplication } from '@playwright/test';
import { electronProgram } from '../../../scripts/electron-here.ts';
import { FramePage } from '../pages/frame.page.ts';
import { SignInPage } from '../pages/sign-in.page.ts';
import { runTramxa } from '../support/run-tramxa.ts';

const root = join(import.meta.dirname, '../../..');
const password = 'mot cau dai de nho';
let dir = '';
let app: ElectronApplication;

test.beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-electron-'));
  await runTramxa(['station', 'init', '--dir', join(dir, 'station'), '--unit', '25001', '--name', 'Trạm Y tế An Phú', '--account', 'hoa', '--display-name', 'Nguyễn Thị Hoà'], { TRAMXA_PASSWORD: password });
  app = await electron.launch({ executablePath: electronProgram(), args: [root, '--dir', join(dir, 'station'), `--user-data-dir=${join(dir, 'profile')}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
});

test.afterEach(async () => {
  await app.close().catch(() => undefined);
  rmSync(dir, { recursive: true, force: true, maxRetries: 10 });
});

test('[E2E20] opens one window on the station, without Node in the page, and signs in', async () => {
  const page = await app.firstWindow();
  await new SignInPage(page).signIn('Nguyễn Thị Hoà', password);
  await expect(new FramePage(page).navigation).toBeVisible();
  expect(new URL(page.url()).hostname).toBe('127.0.0.1');
  expect(await page.evaluate('[typeof require, typeof process, typeof module]')).toEqual(['undefined', 'undefined', 'undefined']);
});

test('[E2E21] stays on the station: no other address, no second window, no permission', async () => {
  const page = await app.firstWindow();
  const home = page.url();
  await page.evaluate("location.href = 'https://example.org/'").catch(() => undefined);
  await page.evaluate("window.open('https://example.org/')");
  expect(new URL(page.url()).origin).toBe(new URL(home).origin);
  expect(app.windows()).toHaveLength(1);
  expect(await page.evaluate("Notification.requestPermission()")).toBe('denied');
});

test('[E2E22] ends in order: after the window is closed the station lets go of its file', async () => {
  const page = await app.firstWindow();
  await new SignInPage(page).signIn('Nguyễn Thị Hoà', password);
  await expect(new FramePage(page).navigation).toBeVisible();
  await app.close();
  const report = await runTramxa<{ ok?: boolean }>(['station', 'verify', '--dir', join(dir, 'station'), '--account', 'hoa'], { TRAMXA_PASSWORD: password });
  expect(report).toBeTruthy();
});
