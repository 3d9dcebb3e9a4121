import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDevice, addUser, exportAccessLog, startHub } from '../../../src-hub/main.ts';
import { hubMetrics } from '../../../src-hub/operations/hub-metrics.ts';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import { ask, createHubWorld, minted } from '../../contract/hub/hub-world.ts';
import { anEncounter, aPatient } from '../../support/builders.ts';
import { hasOpenssl, testCertificate } from '../../support/test-certificate.ts';
import { readerPassword, signInReader } from './console-client.ts';

const id = (prefix: string, n: number) => `${prefix}:019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('operations', () => {
  it('[REV60] says that it lives, and tells Prometheus backlog, refusals and lag without a name', async () => {
    const world = createHubWorld();
    try {
      const hub = await world.hub({ unit: '769', tier: 'district' });
      const pc = await world.device(hub, '25001');
      await ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs: [minted({ ...aPatient({ fullName: 'Đặng Bí Mật' }), _id: id('patients', 1) }, 1, 'a'), minted({ ...anEncounter({ kind: 'visit' }), _id: id('encounters', 1), patientId: id('patients', 1) }, 1, 'a')] } });
      expect(await ask(hub.url, 'GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'ok', unit: '769', parent: 'none' } });
      expect((await ask(hub.url, 'POST', '/healthz', { body: {} })).status).toBe(405);
      await signInReader(hub.url, 'nobody').catch(() => undefined);
      const { status, text } = await ask(hub.url, 'GET', '/metrics');
      expect(status).toBe(200);
      for (const line of ['tramxa_denied_records{unit="25001"} 0', 'tramxa_documents{unit="25001"} 2', '# TYPE tramxa_faults_total counter', 'tramxa_faults_total 0']) expect(text.split('\n')).toContain(line);
      expect(text).toMatch(/tramxa_station_silence_seconds\{unit="25001"\} \d+\n/);
      expect(text).not.toContain('Mật');
      expect((await ask(hub.url, 'GET', '/metrics', { headers: { 'X-Forwarded-For': '203.0.113.9' } })).status).toBe(403);
      await hub.close();
      const file = join(hub.dir, 'hub.json');
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')) as object, metricsToken: 'a-token-of-this-hub' }));
      const again = await startHub({ dir: hub.dir });
      const from = (authorization: string) => ask(again.url, 'GET', '/metrics', { headers: { 'X-Forwarded-For': '203.0.113.9', Authorization: authorization } });
      expect([(await from('Bearer wrong')).status, (await from('Bearer a-token-of-this-hub')).status]).toEqual([403, 200]);
      await again.close();
    } finally {
      await world.end();
    }
  });

  it('[REV60] escapes what a unit or tier is called', () => {
    const station = { unit: 'a', devices: [], documents: { health: 0, resources: 0 }, submitted: 0, waiting: 0, returned: 0, conflicts: 0, denied: 0, backlog: 0, days: [], completeness: [], troubles: [], reviewedBy: '', above: [{ unit: '79', tier: 'a"b\n', proved: 1, missing: 2, publishedAt: '2026-11-22T03:00:00.000Z' }] };
    const text = hubMetrics({ stations: [station], parent: { line: 'connected' }, startedAt: 0, residentBytes: 1, faults: 0, lagOf: () => 90 }, Date.parse('2026-11-22T03:01:00.000Z'));
    expect(text).toContain('tramxa_above_missing_records{unit="a",above="79",tier="a\\"b\\n"} 2');
    expect(text).toContain('tramxa_above_lag_seconds{unit="a",above="79",tier="a\\"b\\n"} 90');
    expect(text).toContain('tramxa_above_receipt_age_seconds{unit="a",above="79",tier="a\\"b\\n"} 60');
    expect(text).toContain('tramxa_parent_connected 1');
  });

  it.skipIf(!hasOpenssl)('[REV61] takes commands while it serves by TLS, and gives a person what was noted about them', async () => {
    const world = createHubWorld();
    try {
      const hub = await world.hub({ unit: '769', tier: 'district' });
      const pc = await addDevice({ dir: hub.dir, unit: '25001', device: 'pc1' });
      await addUser({ dir: hub.dir, account: 'hoa', password: readerPassword, role: 'reviewer', unit: '769', passwordOnly: true });
      const docs = [1, 2].flatMap((n) => [minted({ ...aPatient(), nationalId: `00118500000${n}`, _id: id('patients', n) }, 1, 'a'), minted({ ...anEncounter({ kind: 'visit' }), _id: id('encounters', n), patientId: id('patients', n) }, 1, 'a')]);
      await ask(hub.url, 'POST', '/health-25001/_bulk_docs', { as: pc, body: { new_edits: false, docs } });
      const reader = await signInReader(hub.url, 'hoa', { purpose: 'complaint' });
      for (const n of [1, 2, 1]) expect(await reader.query<SubmittedRecord>('record', { unit: '25001', recordId: id('encounters', n) })).not.toBeNull();
      await hub.close();
      const again = await startHub({ dir: hub.dir, port: 0, tls: testCertificate(world.dir, 'example.org') });
      const report = await exportAccessLog({ dir: hub.dir, nationalId: '001185000001' });
      expect(report).toMatchObject({ total: 2, rows: [{ account: 'hoa', purpose: 'complaint', patientId: id('patients', 1) }, { number: 3 }] });
      expect((await exportAccessLog({ dir: hub.dir })).total).toBe(3);
      await expect(exportAccessLog({ dir: hub.dir, nationalId: '001185999999' })).rejects.toMatchObject({ code: 'NoSuchPerson' });
      await again.close();
    } finally {
      await world.end();
    }
  });
});
