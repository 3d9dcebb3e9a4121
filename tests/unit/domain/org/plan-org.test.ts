import { describe, expect, it } from 'vitest';
import { orgFaults, orgUnitInput } from '../../../../src-shared/domain/org/plan-org.ts';

const unit = (key: string, parents: { kind?: 'administrative' | 'professional'; unit: string; from?: string; to?: string }[] = [], more: object = {}) =>
  orgUnitInput.parse({ unit: key, name: `Đơn vị ${key}`, tier: 'district', from: '2025-07-01', parents: parents.map((parent) => ({ kind: 'professional', from: '2025-07-01', ...parent })), ...more });

describe('organisation data before it is published', () => {
  it('[ORG6] is in order where parents are known, given or published before', () => {
    expect(orgFaults([unit('vn'), unit('79', [{ unit: 'vn' }]), unit('769', [{ unit: '79' }, { kind: 'administrative', unit: 'ubnd' }])], new Map([['ubnd', { parents: [] }]]))).toEqual([]);
  });

  it('[ORG6] is refused with parents or successors nobody knows, a unit twice, an end before the beginning', () => {
    expect(orgFaults([unit('769', [{ unit: '80' }])], new Map())).toEqual([{ unit: '769', reason: 'unknownParent' }]);
    expect(orgFaults([unit('769', [], { successors: [{ unit: '9', from: '2026-01-01' }] })], new Map())).toEqual([{ unit: '769', reason: 'unknownSuccessor' }]);
    expect(orgFaults([unit('769'), unit('769')], new Map())).toEqual([{ unit: '769', reason: 'twice' }]);
    expect(orgFaults([unit('769', [], { to: '2024-01-01' })], new Map())).toEqual([{ unit: '769', reason: 'endsBeforeItBegins' }]);
  });

  it('[ORG6] is refused where a unit would come to stand above itself, on a later day too', () => {
    const faults = orgFaults([unit('a', [{ unit: 'b', from: '2026-01-01' }]), unit('b', [{ unit: 'c' }]), unit('c', [{ unit: 'a' }])], new Map());
    expect(faults).toEqual(['a', 'b', 'c'].map((one) => ({ unit: one, reason: 'circle', on: '2026-01-01' })));
    expect(orgFaults([unit('a', [{ unit: 'b', from: '2026-01-01' }]), unit('b', [{ unit: 'a', to: '2025-12-31' }])], new Map())).toEqual([]);
    expect(orgFaults([unit('a', [{ kind: 'administrative', unit: 'b', from: '2027-05-01' }, { unit: 'b', from: '2027-03-02' }]), unit('b', [{ kind: 'administrative', unit: 'a' }, { unit: 'a' }])], new Map()).map(({ on }) => on)).toEqual(['2027-03-02', '2027-03-02']);
  });

  it('[ORG6] is refused where a unit would come to stand above itself the day after it ends', () => {
    const ended = unit('a', [{ unit: 'vn' }], { to: '2025-12-31', successors: [{ unit: 'b', from: '2025-10-01' }] });
    expect(orgFaults([unit('vn'), ended, unit('b', [{ unit: 'a' }])], new Map())).toEqual(['a', 'b'].map((one) => ({ unit: one, reason: 'circle', on: '2026-01-01' })));
  });
});
