import { describe, expect, it } from 'vitest';
import { namesOfWriters } from '../../../../src-shared/domain/common/names-of-writers.ts';

describe('names of those who wrote', () => {
  it('[SCR33] are by account and PC, from a version that names its writer, its author or who amended it last', () => {
    const nameOf = namesOfWriters([
      { device: 'pc-a', updatedBy: 'hoa', author: { account: 'hoa', displayName: 'Nguyễn Thị Hoà' } },
      { device: 'pc-b', updatedBy: 'hoa', dispensedBy: { account: 'hoa', displayName: 'Trần Văn Hoà' } },
      { device: 'pc-c', updatedBy: 'lan', author: { account: 'hoa', displayName: 'Nguyễn Thị Hoà' } },
      { device: 'pc-f', updatedBy: 'lan', updatedByName: 'Lý Thị Lan' },
      { device: 'pc-g', updatedBy: 'lan', author: { account: 'hoa', displayName: 'Nguyễn Thị Hoà' }, amendments: [{ by: { account: 'lan', displayName: 'Võ Thị Lan' } }] },
      { device: 'pc-d', updatedBy: 'hoa' }, { device: 'pc-e', updatedBy: 'hoa', author: { account: 'hoa' } },
    ]);
    expect(['pc-a', 'pc-b', 'pc-c', 'pc-d', 'pc-e'].map((device) => nameOf('hoa', device))).toEqual(['Nguyễn Thị Hoà', 'Trần Văn Hoà', undefined, undefined, undefined]);
    expect(['pc-c', 'pc-f', 'pc-g'].map((device) => nameOf('lan', device))).toEqual([undefined, 'Lý Thị Lan', 'Võ Thị Lan']);
  });
});
