import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TFunction } from 'i18next';
import { speakIn } from './support.ts';
import { en } from '../../../src-renderer/i18n/en/index.ts';
import { vi } from '../../../src-renderer/i18n/vi/index.ts';
import { collections } from '../../../src-shared/domain/collections.ts';
import { documentBase } from '../../../src-shared/domain/common/document.ts';
import { schemaOfCollection } from '../../../src-shared/domain/schema-of-collection.ts';
import { collectionWords } from '../../../src-renderer/ui/collection-words.ts';
import { fieldWords } from '../../../src-renderer/ui/field-words.ts';
import { valueWords as valueIn } from '../../../src-renderer/ui/value-words.ts';
import { draftToRoute } from '../../../src-renderer/ui/draft-route.ts';
import { encounterSummary } from '../../../src-renderer/ui/encounter-summary.ts';
import { formatAge, formatCount, formatDay, formatWhen, lastDigits, unitName } from '../../../src-renderer/ui/format.ts';
import { issueWords, refusalWords, refusedPaths, warningWords } from '../../../src-renderer/ui/refusal-words.ts';
import { hashToRoute, routeToHash, type Route } from '../../../src-renderer/ui/route-hash.ts';
import { hashToHubRoute, hubRouteToHash } from '../../../src-renderer/features/review/hub-route.ts';

let t: TFunction;
beforeEach(async () => { t = await speakIn('vi'); });

describe('refusals in words', () => {
  it('[SCR3] says the facts', () => { expect(refusalWords({ code: 'ReductionBelowZero', lotId: 'x', available: 3 }, t)).toContain('3'); });
  it('[SCR3] names the measure by its name on the form', () => { expect(refusalWords({ code: 'VitalSignMissing', vitalSign: 'weightKg' }, t)).toContain('Cân nặng'); });
  it('[SCR3] a code it does not know says that nothing was saved, in both languages, and is not shown itself', async () => {
    for (const code of ['SomethingNew', 'fallback', 'field']) expect(refusalWords({ code }, t)).toMatch(/^Chưa lưu gì/);
    const said = [refusalWords({ code: 'SomethingNew' }, t), refusalWords({ code: 'SomethingNew' }, await speakIn('en'))];
    expect(said[1]).toMatch(/^Nothing was saved/);
    for (const words of said) expect(words).not.toContain('SomethingNew');
  });
  it('[SCR3] a data file that does not open is said in both languages, behind a right password', async () => {
    for (const code of ['FileCorrupt', 'FileNotFound', 'FileNewerVersion', 'FileReadOnly', 'FileInUse', 'FileDiskFull']) for (const language of ['vi', 'en'] as const) expect(refusalWords({ code }, await speakIn(language))).not.toContain(code);
    expect(refusalWords({ code: 'FileCorrupt' }, await speakIn('vi'))).toMatch(/bị hỏng.*khôi phục/);
  });
  it('[SCR3] a warning it does not know is left out', () => { expect(warningWords({ code: 'SomethingNew' }, t)).toBeUndefined(); });
  it('[SCR3] an input that does not fit is said field by field, by the names on the screen', () => {
    expect(issueWords({ code: 'InvalidInput', issues: [{ path: ['bornOn'], code: 'NotADate' }, { path: 'observations.weightKg.value', code: 'OutOfPlausibleRange' }, { path: 'x.y', code: 'Odd' }] }, t))
      .toEqual(['Ngày sinh: không phải ngày có thật', 'Cân nặng: ngoài khoảng có thể có', 'Một ô: chưa dùng được']);
  });
  it('[SCR3] finds the fields an input was refused for', () => {
    expect(refusedPaths({ code: 'InvalidInput', issues: [{ path: ['items', 0, 'quantity'] }, { path: 'bornOn' }] })).toEqual(['items.0.quantity', 'bornOn']);
    expect(refusedPaths({ code: 'ReasonMissing', field: 'reason' })).toEqual(['reason']);
  });
});

describe('routes', () => {
  const routes: Route[] = [{ page: 'today' }, { page: 'people' }, { page: 'register', draft: 'k', name: 'Nguyễn Thị Hoà' }, { page: 'person', id: 'patients:1' }, { page: 'visit', patientId: 'patients:1' }, { page: 'amend', id: 'encounters:1', draft: 'k' }, { page: 'store' }, { page: 'dispense', patientId: 'patients:1', encounterId: 'encounters:2' }, { page: 'sync' }];
  it.each(routes)('[SCR16] %j comes back from its address', (route) => { expect(JSON.parse(JSON.stringify(hashToRoute(routeToHash(route))))).toEqual(route); });
  it('[SCR16] an address that says nothing is the first page, a wrong one is said to be missing', () => {
    expect([hashToRoute(''), hashToRoute('#/'), hashToRoute('#/person'), hashToRoute('#/nowhere')]).toEqual([{ page: 'today' }, { page: 'today' }, { page: 'missing' }, { page: 'missing' }]);
  });
  it('[SCR16] the console has its own', () => {
    const route = { page: 'record', unit: '25001', recordId: 'encounters:1' } as const;
    expect(hashToHubRoute(hubRouteToHash(route))).toEqual(route);
    expect(hashToHubRoute('#/record?unit=1')).toEqual({ page: 'stations' });
  });
  it('[SCR13] a half-written form goes on where it was', () => {
    const draft = { key: 'k', updatedAt: '', content: { encounterId: 'encounters:1' }, patientId: 'patients:1' };
    expect(['register', 'editPerson', 'checkup', 'amend', 'dispense', 'other'].map((form) => draftToRoute({ ...draft, form }).page)).toEqual(['register', 'editPerson', 'checkup', 'amend', 'dispense', 'missing']);
  });
});

describe('dates, ages and numbers in words', () => {
  const now = Date.parse('2026-11-22T18:00:00.000Z'); // 01:00 on the 23rd at the unit
  it('[SCR17] an instant is said on the unit’s clock, whatever the zone of the PC', () => {
    expect([formatWhen('2026-11-22T17:30:00.000Z', t, now), formatWhen('2026-11-22T09:42:00.000Z', t, now), formatWhen('2026-11-20T03:00:00.000Z', t, now)]).toEqual(['00:30', 'hôm qua lúc 16:42', '20/11/2026 lúc 10:00']);
  });
  it('[SCR17] a day is today, yesterday or its date', () => { expect(['2026-11-23', '2026-11-22', '2026-11-01'].map((day) => formatDay(day, t, '2026-11-23'))).toEqual(['Hôm nay', 'Hôm qua', '01/11/2026']); });
  it('[SCR17] newborns in days, small children in months, others in years; about, where the day is not known', async () => {
    const ages = (on: TFunction) => ['2026-11-10', '2024-05-01', '1985-03-15', '1950'].map((born) => formatAge(born, on, '2026-11-22'));
    expect(ages(t)).toEqual(['12 ngày tuổi', '30 tháng tuổi', '41 tuổi', 'khoảng 76 tuổi']);
    expect(ages(await speakIn('en'))).toEqual(['12 days', '30 months', '41 years', 'about 76 years']);
  });
  it('[SCR17] thousands and decimals follow the language', () => { expect([formatCount(15000, 'vi'), formatCount(15000, 'en')]).toEqual(['15.000', '15,000']); });
  it('[SCR17] an encounter in one line', () => {
    expect(encounterSummary({ kind: 'visit', diagnoses: [{ icd10: 'J06.9', text: 'Viêm họng' }], observations: { systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 }, temperatureC: { value: 36.8 } } }, t, 'vi')).toBe('Viêm họng (J06.9) · HA\u00a0118/74 · 36,8\u00a0°C');
  });
  it('[SCR17] only the last digits of a number are shown in a list', () => { expect(lastDigits('079185001234')).toBe('···1234'); });
  it('[SCR18] a unit is called by its name, else by what it is, never by its key; a tier nobody knows is the tier above', () => {
    expect([unitName({ unit: '769', tier: 'district', name: 'TTYT Thủ Đức' }, t), unitName({ unit: '769', tier: 'district' }, t), unitName({ unit: 'x1', tier: 'super' }, t)]).toEqual(['TTYT Thủ Đức', 'Huyện', 'Tuyến trên']);
  });
});

describe('what differs, in words', () => {
  const valueWords = (field: string, value: unknown) => valueIn(field, value, t, 'vi');
  it('[SCR18] fields and values are said as on their forms, those of a newer version said to be such', () => {
    expect([fieldWords('observations.weightKg', t), fieldWords('phone', t), fieldWords('brandNew', t), collectionWords('patients', t), collectionWords('brandNew', t)]).toEqual(['Cân nặng', 'Điện thoại', 'Mục mới', 'Thông tin người dân', 'Hồ sơ loại mới']);
    expect([valueWords('sex', 'female'), valueWords('bornOn', '1985-03'), valueWords('observations.weightKg', { value: 52.5 }), valueWords('observations.weightKg', { notMeasured: 'refused' }), valueWords('phone', undefined), valueWords('allergies', [{ substance: 'Tôm', reaction: 'mẩn' }])])
      .toEqual(['Nữ', '03/1985', '52,5\u00a0kg', 'Không đo: Người bệnh từ chối', '', 'Tôm, mẩn']);
    expect([valueWords('address', { line: 'Số 4', communeCode: '26824', codeSet: '2025' }), valueWords('address.communeCode', '26824'), valueWords('patientId', 'patients:019a0000-0000-7000-8000-000000000001'), valueWords('bornOnPrecision', 'month'), valueWords('status', 'onHold'), valueWords('voided', { at: '2026-11-20T03:00:00.000Z', by: { account: 'lan' }, reason: 'enteredInError' })])
      .toEqual([expect.stringMatching(/^Số 4 · Phường Thủ Đức, Thành phố Hồ Chí Minh$/), 'Phường Thủ Đức, Thành phố Hồ Chí Minh', 'hồ sơ khác', 'tháng', 'Tạm giữ', expect.stringMatching(/lúc 10:00, Ghi nhầm$/)]);
  });
  it('[SCR18] every field and every listed value of a record the station writes has words', () => {
    const listed = (schema: unknown): string[] => (schema && typeof schema === 'object' && 'options' in schema && Array.isArray(schema.options) && schema.options.every((one) => typeof one === 'string') ? schema.options : []);
    const names = Object.keys(collections) as (keyof typeof collections)[];
    for (const name of names.filter((one) => collections[one].owner === 'station')) {
      const { shape } = schemaOfCollection(name) as unknown as { shape: Record<string, { unwrap?: () => unknown }> };
      const own = Object.entries(shape).filter(([field]) => !Object.hasOwn(documentBase.shape, field));
      expect(own.map(([field]) => field).filter((field) => fieldWords(field, t) === 'Mục mới'), name).toEqual([]);
      expect(own.flatMap(([field, schema]) => listed(schema.unwrap?.() ?? schema).filter((value) => !/^(I|V)+$/.test(value) && valueWords(field, value) === value)), name).toEqual([]);
    }
  });
});

it('[DAY5] every event the program writes into its log has words in both languages', () => {
  const root = join(import.meta.dirname, '../../..');
  const logged = ['src-main/station/**/*.ts', 'sync/**/*.ts'].flatMap((sources) => globSync(sources, { cwd: root })).flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\blog(?:\?\.)?\('([^']+)'/g)].map(([, event]) => event ?? ''));
  expect(logged.length).toBeGreaterThan(15);
  for (const words of [vi, en]) expect(logged.filter((event) => !Object.hasOwn(words.help.events, event))).toEqual([]);
});
