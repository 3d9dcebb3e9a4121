import { describe, expect, it } from 'vitest';
import { listUnits } from '../../../../src-main/station/first-start/list-units.ts';
import { communes2025, communeWords } from '../../../../src-shared/domain/org/commune-names-2025.ts';

describe('names of the communes', () => {
  it('[SCR18] are those of the official list, each with its province', async () => {
    const listed = (await listUnits()).sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(communes2025()).toEqual(listed);
    expect([communeWords('26824'), communeWords('99999')]).toEqual(['Phường Thủ Đức, Thành phố Hồ Chí Minh', undefined]);
  });
});
