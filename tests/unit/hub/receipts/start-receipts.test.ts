import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Engine } from '../../../../src-hub/engine/engine.ts';
import { startReceipts } from '../../../../src-hub/receipts/start-receipts.ts';
import type { ReceiptsOptions } from '../../../../src-hub/receipts/start-receipts.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

it('[RCP31] a receipt that could not be written is tried again, without a write to ask for it', async () => {
  const faults: string[] = [];
  let tries = 0, hasRoom = false;
  const engine = { databases: () => ['health-25001'], has: () => true, onUpdate: () => () => undefined } as unknown as Engine;
  const index = { catchUp: () => { tries += 1; return hasRoom ? Promise.resolve() : Promise.reject(new Error('no room')); }, digests: () => new Map() } as unknown as ReceiptsOptions['index'];
  const receipts = startReceipts({
    engine: { ...engine, use: () => Promise.resolve(false) } as unknown as Engine, index, unit: '79', tier: 'province', intervalMs: 100, now: Date.now, parentUnit: () => undefined,
    refusedAbove: { of: () => [] } as unknown as ReceiptsOptions['refusedAbove'], reconcile: { look: () => Promise.resolve(undefined) }, log: (event) => { faults.push(event); },
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(faults).toEqual(['receipt fault']);
  hasRoom = true;
  await vi.advanceTimersByTimeAsync(20_000);
  expect(tries).toBe(2);
  expect(faults).toHaveLength(1);
  await receipts.stop();
});
