import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { incomingBundle, readPiece } from '../../../../src-hub/bundles/bundle-pieces.ts';
import { bundleWay } from '../../../../src-hub/bundles/bundle-way.ts';
import type { BundleSource } from '../../../../src-hub/bundles/bundle-way.ts';
import { bundlesDirectory, findKept, keepBundle, keptFile, keptFor } from '../../../../src-hub/bundles/kept-bundles.ts';
import { keepOrg } from '../../../../src-hub/organisation/org-table.ts';
import { openHubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubBook } from '../../../../src-hub/provisioning/hub-book.ts';
import type { HubConfig } from '../../../../src-hub/provisioning/hub-config.ts';
import type { WorkPlace } from '../../../../src-hub/provisioning/work-place.ts';
import type { OrgUnit } from '../../../../src-shared/domain/org/org-unit.schema.ts';
import { introduce, mintBundleKeys, openBundle, sealBundle, writeBundleFile } from '../../../../sync/index.ts';
import type { BundleKeys } from '../../../../sync/index.ts';

let dir: string, book: HubBook, keys: BundleKeys, place: WorkPlace, now: number, made: number;
const parent = { url: 'http://parent', user: 'child.79' };
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'tramxa-kept-'));
  book = openHubBook(dir, Buffer.alloc(32, 7), Date.now);
  [now, made] = [Date.parse('2026-11-22T03:00:00Z'), 0];
  keys = await mintBundleKeys();
  place = { dir, book, config: { unit: '79', tier: 'province', parent } as HubConfig, now: () => now } as WorkPlace;
  book.setSetting('parentPath', JSON.stringify([{ unit: 'vn', tier: 'central' }]));
  for (const child of ['769', '770']) book.sql.run("INSERT INTO credentials (user, kind, unit, device, hash, createdAt) VALUES (?, 'child', ?, '', '', '')", `child.${child}`, child);
});
afterEach(() => { book.close(); rmSync(dir, { recursive: true, force: true }); });

/** A bundle of a station below 769 unless said otherwise. */
async function aBundle(to = '769', unit = '25001', lines = 1) {
  const file = join(dir, `up-${made += 1}`);
  const header = { kind: 'up' as const, id: `bundle-${made}`, madeAt: new Date(now).toISOString(), from: { ...introduce('secret', 'device', keys), unit, user: `${unit}.pc1`, device: 'pc-a' }, to, documents: 0, left: 0 };
  await writeBundleFile(sealBundle({ header, content: Array.from({ length: lines }, (_, n) => ({ t: 'line', n })), to: { recipient: keys.recipient }, signingPrivate: keys.signingPrivate }), file);
  return openBundle(file);
}
const names = () => (existsSync(bundlesDirectory(dir)) ? readdirSync(bundlesDirectory(dir)) : []);
const keep = async (source: BundleSource = 'stick', bundle = aBundle()) => keepBundle(place, await bundle, { source, way: 'child.769' });

describe('[BUN51] the way of a bundle', () => {
  const way = (to: string, unit = '25001', source: BundleSource = 'stick') => bundleWay(place, { to, from: { unit, user: `${unit}.pc1` } }, source);

  it('[BUN51] goes down towards its home hub, up to tiers above and to other branches, and never back', () => {
    const from = '2025-07-01';
    const below = (key: string, above: string): OrgUnit => ({ _id: `org:${key}`, name: key, tier: 'x', from, parents: [{ kind: 'professional', unit: above, from }] } as OrgUnit);
    keepOrg(book, [below('7691', '769'), below('25001', '7691'), below('769', '79')]);
    expect([way('79'), way('769'), way('7691'), way('vn'), way('92')]).toEqual(['here', 'child.769', 'child.769', 'parent', 'parent']);
    // Before the first answer the label names no hub: who brings the station's records, and else whoever is above.
    expect([way(''), way('', '99999')]).toEqual(['child.769', 'parent']);
    expect([way('769', '25001', 'child.769'), way('769', '25001', 'parent'), way('92', '99999', 'parent'), way('92', '99999', 'child.770')]).toEqual(['parent', 'child.769', undefined, 'parent']);
    book.sql.run("UPDATE credentials SET revokedAt = 'x' WHERE user = 'child.769'");
    expect(way('769')).toBe('parent');
    Object.assign(place.config, { parent: undefined });
    expect(way('769')).toBeUndefined();
  });

  it('[BUN51] without organisation data goes to whom the unit came through; a PC with a credential here is at home', () => {
    book.sql.run("INSERT INTO unitOwners (unit, child) VALUES ('25007', 'child.770')");
    expect([way('', '25007'), way('', '25007', 'child.770')]).toEqual(['child.770', 'parent']);
    book.sql.run("INSERT INTO credentials (user, kind, unit, device, hash, createdAt) VALUES ('25008.pc1', 'device', '25008', 'pc1', '', '')");
    expect([way('', '25008'), way('769', '25008')]).toEqual(['here', 'child.769']);
  });
});

it('[BUN50] is kept once however often it comes, as it came, and is there after the book was opened anew', async () => {
  const bundle = await aBundle();
  await keep('stick', Promise.resolve(bundle));
  await keep('child.770', Promise.resolve(bundle));
  const kept = keptFor(place, 'child.769');
  expect(kept).toMatchObject([{ bundle: 'bundle-1', user: '25001.pc1', addressee: '769', source: 'child.770' }]);
  expect(names()).toEqual([`${kept[0]?.digest}.tramxa`]);
  expect(readFileSync(keptFile(dir, kept[0]?.digest ?? ''))).toEqual(readFileSync(bundle.file));
  book.close();
  book = openHubBook(dir, Buffer.alloc(32, 7), Date.now);
  expect(keptFor({ ...place, book }, 'child.769')).toEqual(kept);
  expect([findKept({ ...place, book }, 'child.770', kept[0]?.digest ?? ''), keptFor({ ...place, book }, 'parent')]).toEqual([undefined, []]);
});

it('[BUN53] is forgotten after thirty days, with its file; what a hub that died left of one goes with the next', async () => {
  await keep();
  writeFileSync(join(bundlesDirectory(dir), 'half'), 'x');
  now += 29 * 86_400_000;
  await keep();
  expect([keptFor(place, 'child.769').length, names().length]).toEqual([2, 2]);
  now += 2 * 86_400_000;
  expect([keptFor(place, 'child.769').length, names().length]).toEqual([1, 1]);
});

it('[BUN53] no more than two hundred wait on one way, and none that is very large', async () => {
  for (let n = 0; n < 200; n++) book.sql.run("INSERT INTO keptBundles VALUES (?, 1, 'b', '25001', '25001.pc1', '769', 'stick', ?)", `digest${n}`, new Date(now).toISOString());
  await expect(keep()).rejects.toMatchObject({ code: 'TooManyKept' });
  expect(names()).toEqual([]);
  await keepBundle(place, await aBundle('770'), { source: 'stick', way: 'child.770' });
  book.sql.run("DELETE FROM keptBundles WHERE addressee = '769'");
  const bundle = await aBundle();
  truncateSync(bundle.file, 64 * 1024 * 1024 + 1);
  await expect(keep('stick', openBundle(bundle.file))).rejects.toMatchObject({ code: 'BundleTooLarge' });
  expect(names()).toHaveLength(1);
});

it('[BUN55] goes piece by piece, on from where it broke off; what goes on elsewhere changes nothing, and what is another file in the end is thrown away', async () => {
  await keep('stick', aBundle('769', '25001', 20_000));
  const [{ digest = '', bytes = 0 } = {}] = keptFor(place, 'child.769');
  expect(bytes).toBeGreaterThan(2 * 64 * 1024 / 3);
  const far = mkdtempSync(join(tmpdir(), 'tramxa-far-'));
  const incoming = () => incomingBundle(far, 'child.769', digest);
  const piece = (at: number) => (readPiece(dir, digest, at) ?? Buffer.alloc(0)).subarray(0, 10_000);
  expect(incoming().add(0, piece(0))).toBe(10_000);
  expect([incoming().add(0, piece(0)), incoming().add(20_000, piece(20_000)), incoming().size()]).toEqual([10_000, 10_000, 10_000]);
  for (let at = 10_000; at < bytes;) at = incoming().add(at, piece(at));
  const whole = readFileSync(incoming().finish() ?? '');
  expect(createHash('sha256').update(whole).digest('hex')).toBe(digest);
  // Another one takes its place.
  const other = incomingBundle(far, 'child.769', 'b'.repeat(64));
  other.add(0, Buffer.from('not it'));
  expect([incoming().size(), other.finish(), other.size()]).toEqual([0, undefined, 0]);
  rmSync(keptFile(dir, digest));
  expect(readPiece(dir, digest, 0)).toBeUndefined();
  rmSync(far, { recursive: true });
});
