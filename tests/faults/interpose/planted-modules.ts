import { registerHooks } from 'node:module';

/** Modules of the product that a planted bug takes the place of, by the plant's name and the end of the module's address. */
const standIns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  losingEditForgotten: { '/sync/conflict/merge-branches.ts': new URL('../planted/merge-without-inbox.ts', import.meta.url).href },
  collectionStaysBelow: { '/src-hub/upstream/send-revisions.ts': new URL('../planted/send-all-but-dispenses.ts', import.meta.url).href },
};

/** To be called before anything of the product is loaded. The stand-in itself gets the real module. */
export function plantModules(plant: string): void {
  const its = Object.entries(standIns[plant] ?? {});
  if (its.length === 0) return;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const standIn = its.find(([end]) => resolved.url.endsWith(end))?.[1];
      return standIn === undefined || context.parentURL === standIn ? resolved : { url: standIn, shortCircuit: true };
    },
  });
}
