import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(join(root, 'installers/hub', name), 'utf8');
const compose = read('compose.yml');
const all = (text: string, pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ''))].sort();

it('[TOO40] the compose file names only files, settings, volumes and services that there are', () => {
  // The certificate and the folder of copies are the administrator's.
  for (const file of all(compose, /"\.\/([\w.-]+):/g).filter((name) => name !== 'tls')) expect(existsSync(join(root, 'installers/hub', file)), file).toBe(true);
  expect(existsSync(join(root, all(compose, /dockerfile: ([\w./-]+)/g)[0] ?? '?'))).toBe(true);
  expect(all(compose, /\$\{([A-Z_]+)/g).filter((name) => !new RegExp(`^${name}=`, 'm').test(read('hub.env.example')))).toEqual([]);
  const services = all(compose.slice(compose.indexOf('\nservices:')), /^ {2}([a-z0-9]+):$/gm);
  const wanted = [...all(compose, /depends_on: (.*)$/gm).flatMap((line) => [...line.matchAll(/\b(couchdb\d|balancer|cluster|hub)\b(?!\w)/g)].map(([name]) => name)), ...all(compose, /network_mode: "service:(\w+)"/g)];
  for (const name of wanted) expect(services).toContain(name);
  const volumes = all(/^volumes: (.*)$/m.exec(compose)?.[1] ?? '', /(\w+): \{\}/g);
  for (const name of all(compose, /"(\w+):\/(?!\/)/g)) expect(volumes).toContain(name);
  // CouchDB's image takes over what lies below its folder, and ends at what it may not.
  expect(compose).not.toMatch(/:\/opt\/couchdb\/[^"]*:ro"/);
  // Each node by the name the cluster is joined by and the balancer asks.
  for (const node of ['couchdb1', 'couchdb2', 'couchdb3']) for (const text of [compose, read('haproxy.cfg'), read('join-cluster.sh')]) expect(text).toContain(`${node}.tramxa`);
});

it('[TOO40] what they start is there: the programs, the verbs of the command, and scripts a shell can read', () => {
  for (const text of [compose, read('tramxa-hub.service'), read('back-up.sh')]) {
    for (const path of all(text, /\/opt\/tramxa\/(src-main[\w./-]+)/g)) expect(existsSync(join(root, path)), path).toBe(true);
  }
  expect(existsSync(join(root, 'node_modules/.bin/node'))).toBe(true);
  for (const script of ['back-up.sh', 'join-cluster.sh']) expect(spawnSync('sh', ['-n', join(root, 'installers/hub', script)]).status, script).toBe(0);
});

it('[TOO40] no secret and no copy of a hub served from here gets into its image', () => {
  const left = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
  for (const name of ['installers/hub/hub.env', 'installers/hub/tls', 'installers/hub/backups', '.data', '**/node_modules']) expect(left).toContain(name);
});

it('[TOO40] the copy holds every shard but what a compaction works on, then the map of them; what cannot be read fails', () => {
  const at = mkdtempSync(join(tmpdir(), 'tramxa-copy-'));
  try {
    const shard = 'shards/00000000-ffffffff/health-25001.1700000000.couch';
    const fill = () => {
      mkdirSync(join(at, 'couch', dirname(shard)), { recursive: true });
      for (const file of [shard, `${shard}.compact.data`, `${shard}.compact.meta`, '_dbs.couch']) writeFileSync(join(at, 'couch', file), file);
      writeFileSync(join(at, 'hub-command'), '#!/bin/sh\nmkdir "$6"\n', { mode: 0o755 });
    };
    const run = () => spawnSync('sh', [join(root, 'installers/hub/back-up.sh')], { env: { ...process.env, BACKUPS: join(at, 'backups'), COUCHDB_DATA: join(at, 'couch'), TRAMXA: join(at, 'hub-command') } });
    fill();
    expect(run().status).toBe(0);
    const [day = ''] = readdirSync(join(at, 'backups'));
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(readdirSync(join(at, 'backups', day)).sort()).toEqual(['_dbs.couch', 'hub', 'shards']);
    expect(readdirSync(join(at, 'backups', day, dirname(shard)))).toEqual([basename(shard)]);
    expect(readFileSync(join(at, 'backups', day, shard), 'utf8')).toBe(shard);
    rmSync(join(at, 'couch/_dbs.couch'));
    expect(run().status).not.toBe(0);
  } finally {
    rmSync(at, { recursive: true, force: true });
  }
});
