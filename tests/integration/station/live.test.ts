import { describe, expect, it } from 'vitest';
import { openPage, serve } from './door-client.ts';
import { aPerson, aStation, personId, until } from './world.ts';

describe('live answers', () => {
  it('[STA36] answers at once, again when the answer changed, and once for a burst', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    const live = await page.live('patientSearch', { text: 'hoa' });
    const one = await page.live('patient', { id: personId(1) });
    await until(() => live.answers.length === 1 && one.answers.length === 1);
    expect(one.answers).toEqual([null]);
    for (let n = 1; n <= 30; n += 1) await page.mutation('run', { operation: 'registerPatient', key: `k${n}`, input: aPerson(n) });
    await until(() => (live.answers.at(-1) as { total: number }).total === 30);
    expect(live.answers.length).toBeLessThan(20);
    await until(() => one.answers.length === 2);
    await page.mutation('run', { operation: 'registerPatient', key: 'other', input: aPerson(50, { fullName: 'Trần Văn Bình' }) });
    await page.mutation('run', { operation: 'registerPatient', key: 'another', input: aPerson(51) });
    await until(() => (live.answers.at(-1) as { total: number }).total === 31);
    expect(one.answers.length).toBe(2);
  });

  it('[STA36] tells of the exchange and of the stock too', async () => {
    const { dir } = await aStation();
    const served = await serve(dir);
    const page = await openPage(served);
    await page.signIn();
    const status = await page.live('syncStatus', {});
    const list = await page.live('medicineList', {});
    await until(() => status.answers.length === 1 && list.answers.length === 1);
    expect(status.answers[0]).toMatchObject({ line: 'notEnrolled', waiting: 0 });
    await page.mutation('run', { operation: 'addMedicine', key: 'm', input: { code: 'PARA', inn: 'Paracetamol', baseUnit: 'viên' } });
    await until(() => (list.answers.at(-1) as unknown[]).length === 1 && (status.answers.at(-1) as { waiting: number }).waiting === 2);
  });
});
