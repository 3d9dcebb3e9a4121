import { registerHooks } from 'node:module';

const standIns: Readonly<Record<string, string>> = {
  '@node-rs/argon2': new URL('./plain-passwords.ts', import.meta.url).href,
  'node:zlib': new URL('./sync-zlib.ts', import.meta.url).href,
};
/** Where bundles are written and read. */
const ofBundles: Readonly<Record<string, string>> = {
  'age-encryption': new URL('./plain-age.ts', import.meta.url).href,
  'node:fs': new URL('./sync-file-streams.ts', import.meta.url).href,
  'node:fs/promises': new URL('./sync-file-handles.ts', import.meta.url).href,
};
/** Where PCs of a LAN speak with one another. */
const ofLan: Readonly<Record<string, string>> = { 'node:https': new URL('./plain-lan.ts', import.meta.url).href };
/** Keeps a pool of random bytes, and with it something of the seed before. */
const pooled: Readonly<Record<string, string>> = { uuid: new URL('./seeded-uuid.ts', import.meta.url).href };
/** The product's own sources; packages keep what they import. */
const product = /\/(sync|store|src-hub|src-main|src-shared)\//;

/** Threads answer when they like: compression is done on the spot instead, and passwords are compared as they are. */
export function installThreadless(): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const url = pooled[specifier] ?? (context.parentURL?.includes('/sync/bundle/') === true ? ofBundles[specifier] : undefined) ?? (context.parentURL?.includes('/sync/topology/') === true ? ofLan[specifier] : undefined) ?? (product.test(context.parentURL ?? '') ? standIns[specifier] : undefined);
      return url === undefined ? nextResolve(specifier, context) : { url, shortCircuit: true };
    },
  });
}
