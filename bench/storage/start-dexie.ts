import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { StorageLab } from './create-lab.ts';

export interface DexieBrowser {
  call<K extends keyof StorageLab & string>(name: K, ...args: Parameters<StorageLab[K]>): Promise<Awaited<ReturnType<StorageLab[K]>>>;
  stop(): Promise<void>;
}

/** The page of the Dexie peer as one script. */
export async function bundleDexiePage(): Promise<string> {
  const built = await build({
    configFile: false, logLevel: 'silent', define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry: `${import.meta.dirname}/dexie-page.ts`, formats: ['iife'], name: 'dexiePage' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('the page was not built');
  return bundle.output[0].code;
}

/** A fresh Chromium on a profile of its own; what was stored in it before is there again. */
export async function startDexie({ program, profile, script, port }: { program: string; profile: string; script: string; port: number }): Promise<DexieBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program, headless: true, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.addScriptTag({ content: script });
  return {
    async call(name, ...args) {
      return await page.evaluate(([call, given]) => {
        const { lab } = globalThis as unknown as { lab: Record<string, (...all: unknown[]) => unknown> };
        return lab[call]?.(...given);
      }, [name, args] as const) as never;
    },
    stop: () => context.close(),
  };
}

/** An empty page to store under: IndexedDB belongs to an address, which must stay the same. */
export async function serveEmptyPage(): Promise<{ port: number; stop: () => void }> {
  const server = createServer((_, answer) => { answer.setHeader('content-type', 'text/html'); answer.end('<!doctype html><title>bench</title>'); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { port: (server.address() as AddressInfo).port, stop: () => { server.closeAllConnections(); server.close(); } };
}
