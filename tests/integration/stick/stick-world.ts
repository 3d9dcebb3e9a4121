import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { addDevice, initHub } from '../../../src-hub/main.ts';
import { createStick, writeBundleFile } from '../../../sync/index.ts';
import type { MakeOptions, Stick, UpHeader } from '../../../sync/index.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';
import type { Credential } from '../../contract/hub/hub-world.ts';

export interface Carrier extends SyncWorld { stick(now?: () => number): Stick; bundle(options?: MakeOptions): Promise<{ file: string; header: UpHeader; bytes: number }>; file(name: string): string }

let counter = 0;

/** A station's file with sticks of its own; its clock runs with the hubs' so that answers are newer than bundles. */
export function aCarrier(credential: Credential, device = 'pc1', unit = '25001'): Carrier {
  const world = aSyncWorld({ device, unit });
  const dir = mkdtempSync(join(tmpdir(), 'tramxa-stick-'));
  const stick = (now = Date.now) => createStick({ journal: world.journal, user: credential.user, password: credential.password, now });
  const close = world.close.bind(world);
  const file = (name: string) => join(dir, `${++counter}-${name}`);
  return Object.assign(world, {
    stick, file,
    async bundle(options?: MakeOptions) {
      const { header, bytes } = await stick().make(options);
      const out = file('up.tramxa');
      return { file: out, header, bytes: await writeBundleFile(bytes, out) };
    },
    close() {
      close();
      rmSync(dir, { recursive: true, force: true });
    },
  });
}

/** A station, and the directory of a hub that nobody serves. */
export async function aClosedHub(): Promise<{ dir: string; credential: Credential; pc: Carrier; close(): void }> {
  const anchor = aCarrier({ user: '', password: '' });
  const dir = join(dirname(anchor.file('x')), 'hub');
  await initHub({ dir, unit: '769', tier: 'district', port: 0 });
  const credential = await addDevice({ dir, unit: '25001', device: 'pc1' });
  const pc = aCarrier(credential);
  return { dir, credential, pc, close() { pc.close(); anchor.close(); } };
}

export const proved = (world: SyncWorld): Record<string, [proved: number, missing: number]> =>
  Object.fromEntries(world.journal.proofs().map(({ unit, proved: held, missing }) => [unit, [held, missing]]));
