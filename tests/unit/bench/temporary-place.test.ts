import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inTemporaryPlace } from '../../../bench/support/temporary-place.ts';

describe('place of a benchmark', () => {
  it('[BEN15] is empty, its own, and gone afterwards', async () => {
    const listening = process.listenerCount('exit');
    const places: string[] = [];
    const work = async (place: string) => {
      writeFileSync(join(place, 'file'), 'content');
      places.push(place);
      return places.length;
    };
    expect(await inTemporaryPlace(work)).toBe(1);
    expect(await inTemporaryPlace(work)).toBe(2);
    expect(new Set(places).size).toBe(2);
    expect(places.some((place) => existsSync(place))).toBe(false);
    expect(process.listenerCount('exit')).toBe(listening);
  });

  it('[BEN15] is gone after a fault, and when the process ends meanwhile', async () => {
    let place = '';
    await expect(inTemporaryPlace(async (given) => { place = given; throw new Error('as it must'); })).rejects.toThrow('as it must');
    expect(existsSync(place)).toBe(false);
    await inTemporaryPlace(async (given) => {
      const atExit = process.listeners('exit').at(-1);
      atExit?.call(process, 0);
      expect(existsSync(given)).toBe(false);
    });
  });
});
