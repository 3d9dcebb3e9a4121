import { describe, expect, it } from 'vitest';
import type { CatalogueRow } from '../../../src-shared/contract/hub-api.ts';
import { fieldsToEntry, retiredDays, rowToFields } from '../../../src-renderer/features/review/entry-form.ts';

const today = '2026-11-22';
const unit: CatalogueRow = {
  code: '25001', from: '2025-07-01', isOver: false, isOwn: true, edited: null,
  content: { name: 'Trạm An Bình', tier: 'station', parents: [{ kind: 'professional', unit: '769', from: '2025-07-01' }], adminCodes: [{ code: '00004', codeSet: '2025', from: '2025-07-01' }], colour: 'đỏ' },
};

describe('the form of an entry', () => {
  it('[CAT11] moves a unit from a day on, ends a parent that was emptied, and keeps what the form does not show', () => {
    const fields = rowToFields('units', unit, today);
    expect(fields).toMatchObject({ name: 'Trạm An Bình', professional: '769', administrative: '', adminCode: '00004', since: '22/11/2026' });
    expect(fieldsToEntry('units', fields, unit, today)).toEqual({ code: '25001', content: unit.content, from: '2025-07-01' });
    expect(fieldsToEntry('units', { ...fields, professional: '770', since: '01/12/2026' }, unit, today).content).toMatchObject({ colour: 'đỏ', parents: [{ unit: '769', from: '2025-07-01' }, { kind: 'professional', unit: '770', from: '2026-12-01' }] });
    expect(fieldsToEntry('units', { ...fields, professional: '' }, unit, today).content['parents']).toEqual([{ kind: 'professional', unit: '769', from: '2025-07-01', to: '2026-11-21' }]);
  });

  it('[CAT9] reads days as people type them, leaves out what is empty, and retires from today', () => {
    expect(fieldsToEntry('medicines', { code: ' A-1 ', inn: 'Thuốc A', baseUnit: 'viên', strength: ' ', from: '1/3/2026', to: '' }, undefined, today)).toEqual({ code: 'A-1', content: { inn: 'Thuốc A', baseUnit: 'viên' }, from: '2026-03-01' });
    expect(fieldsToEntry('notices', { code: 'TB1', title: 'Họp', text: '8 giờ', urgent: 'yes', from: '31/2/2026' }, undefined, today)).toEqual({ code: 'TB1', content: { title: 'Họp', text: '8 giờ', urgent: true }, from: '31/2/2026' });
    expect(retiredDays({ from: '01/07/2025' }, today)).toEqual({ from: '01/07/2025', to: '21/11/2026' });
    expect(retiredDays({ from: '22/11/2026' }, today)).toEqual({ from: '21/11/2026', to: '21/11/2026' });
  });
});
