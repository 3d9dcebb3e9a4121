import { openLan } from '../../../sync/index.ts';
import type { Lan } from '../../../sync/index.ts';
import { aSyncWorld } from '../../support/sync-world.ts';
import type { SyncWorld } from '../../support/sync-world.ts';

export interface Pc extends SyncWorld { lan: Lan; on(port?: number): Promise<void>; at(): { host: string; port: number } }

/** A PC of the unit with the LAN switched on, on this machine only. */
export async function aPc(device: string, unit = '25001'): Promise<Pc> {
  const world = aSyncWorld({ device, unit });
  const close = world.close.bind(world);
  const open = (port: number) => openLan({ journal: world.journal, name: `Máy ${device}`, host: '127.0.0.1', port, now: Date.now, random: () => 0.1 });
  const pc: Pc = Object.assign(world, {
    lan: await open(0),
    async on(port = 0) { pc.lan = await open(port); },
    at: () => ({ host: '127.0.0.1', port: pc.lan.port }),
    close() { close(); },
  });
  return pc;
}

/** Pairs `guest` with `host` by a code. */
export async function pair(host: Pc, guest: Pc): Promise<void> {
  await guest.lan.join(host.at(), (await host.lan.offer()).code);
}

export async function until(holds: () => boolean, withinMs = 30_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
