import { describe, expect, it } from 'vitest';
import type { ImportFileAnswer, ImportState } from '../../../src-shared/contract/imports.ts';
import type { LogLine } from '../../../src-shared/contract/support.ts';
import { makeXlsx } from '../../support/xlsx.ts';
import { openPage, serve } from './door-client.ts';
import { aPerson, aStation, aVisit, until } from './world.ts';

const list = makeXlsx([['Họ tên', 'Giới tính', 'Năm sinh', 'Nơi ở hiện tại'], ...Array.from({ length: 400 }, (_, i) => [`Lò Văn ${'ABCDEFGHIJ'[i % 10]} ${'KLMNOPQRST'[Math.floor(i / 10) % 10]}${'UVXYZ'[Math.floor(i / 100)]}`, 'Nam', 1950 + (i % 60), 'Bản Lót'])]);

async function aPage() {
  const { dir } = await aStation();
  const served = await serve(dir);
  const page = await openPage(served);
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) => fetch(`${served.address}${path}`, { method: 'POST', body, headers: { cookie: page.cookie, origin: served.address, ...headers } });
  return { served, page, post };
}

describe('files in and out', () => {
  it('[PAP5] a paper goes to signed-in people through the door, and nobody else', async () => {
    const { served, page, post } = await aPage();
    const register = JSON.stringify({ paper: 'examinationRegister', from: '2026-03-01', to: '2026-03-01' });
    expect((await post('/paper', register)).status).toBe(401);
    await page.signIn();
    const paper = await post('/paper', register);
    expect([paper.status, paper.headers.get('content-type'), paper.headers.get('cache-control')]).toEqual([200, 'application/pdf', 'no-store']);
    expect(Buffer.from(await paper.arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await post('/paper', register, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await fetch(`${served.address}/paper`, { method: 'POST', body: register, headers: { origin: served.address } })).status).toBe(401);
    expect(await (await post('/paper', JSON.stringify({ paper: 'encounterSheet', id: 'encounters:019a0000-0000-7000-8000-00000000ffff', size: 'A5' }))).json()).toEqual({ refusal: { code: 'EncounterNotFound' } });
  });

  it('[IMP10] on the screen a list is tried first, taken in with its progress, stopped between two rows, and gone on with', async () => {
    const { page, post } = await aPage();
    await page.signIn();
    const handed = await (await post('/import/file?kind=patients&name=dan.xlsx', list as Uint8Array<ArrayBuffer>)).json() as ImportFileAnswer;
    if (!handed.ok) throw new Error(handed.refusals[0]?.code);
    const { id } = handed;
    const state = async () => (await page.query('imports.state', { id })).data as ImportState;
    await until(async () => (await state()).step === 'tried');
    expect(await state()).toMatchObject({ rows: 400, added: 400, refused: 0, columns: { fullName: 0, sex: 1, bornOn: 2 } });
    expect((await page.query('ask', { query: 'patientSearch', input: {} })).data).toMatchObject({ people: 0 });

    await page.mutation('imports.start', { id, includeLikely: false });
    await page.mutation('imports.stop', { id });
    await until(async () => (await state()).step === 'stopped');
    const before = (await state()).added;
    expect(before).toBeLessThan(400);
    await page.mutation('imports.start', { id, includeLikely: false });
    await until(async () => (await state()).step === 'done');
    expect(await state()).toMatchObject({ finished: 400, already: before, added: 400 - before });
    expect((await page.query('ask', { query: 'patientSearch', input: {} })).data).toMatchObject({ people: 400 });
  });

  it('[IMP3] the columns chosen by hand are kept for the next list with the same headings', async () => {
    const { page, post } = await aPage();
    await page.signIn();
    const hand = async () => { const answer = await (await post('/import/file?kind=patients&name=dan.xlsx', list as Uint8Array<ArrayBuffer>)).json() as ImportFileAnswer; if (!answer.ok) throw new Error('refused'); return answer.state; };
    const { id } = await hand();
    const chosen = (await page.mutation('imports.choose', { id, columns: { fullName: 0, sex: 1, bornOn: 2, village: 3 }, headerRow: 0 })).data as ImportState;
    expect(chosen.columns).toEqual({ fullName: 0, sex: 1, bornOn: 2, village: 3 });
    await until(async () => ((await page.query('imports.state', { id })).data as ImportState).step === 'tried');
    await page.mutation('imports.start', { id, includeLikely: false });
    await until(async () => ((await page.query('imports.state', { id })).data as ImportState).step === 'done');
    expect((await hand()).columns).toEqual({ fullName: 0, sex: 1, bornOn: 2, village: 3 });
  });

  it('[DAY5] the support file and the log tell of the program and hold nobody', async () => {
    const { page, post } = await aPage();
    await page.signIn();
    const person = aPerson(1, { fullName: 'Đặng Thuỳ Trâm', nationalId: '079185000001', noNationalIdReason: undefined, phone: '0912345678' });
    await page.mutation('run', { operation: 'registerPatient', key: 'k1', input: person });
    await page.mutation('run', { operation: 'recordVisit', key: 'k2', input: aVisit(1, { reason: 'Điều bí mật' }) });
    await page.mutation('run', { operation: 'recordVisit', key: 'k3', input: aVisit(9, { reason: 'Điều bí mật' }) });
    const text = await (await post('/support', '')).text();
    expect(text).toContain('PatientNotFound');
    expect(text).toContain('patients: 1');
    expect(text).toContain('encounters: 1');
    for (const secret of ['Trâm', '079185000001', '0912345678', 'bí mật', 'lan', 'Thôn']) expect(text).not.toContain(secret);
    const log = await (await post('/log', '')).json() as LogLine[];
    expect(log.map(({ event }) => event)).toContain('serving');
    expect(log).toContainEqual(expect.objectContaining({ event: 'refused', facts: { where: 'run', codes: ['PatientNotFound'] } }));
  });
});
