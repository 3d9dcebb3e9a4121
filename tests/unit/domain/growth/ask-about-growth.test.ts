import { describe, expect, it } from 'vitest';
import { askAboutGrowth } from '../../../../src-shared/domain/growth/ask-about-growth.ts';
import { emptyEncounter, measurementTyped } from '../../../../src-renderer/features/encounters/encounter-form.ts';

const girl = { sex: 'female', bornOn: '2025-01-10' } as const;
const on = '2026-11-22';
const asked = (size: { weightKg?: number; heightCm?: number }, child: Parameters<typeof askAboutGrowth>[0] = girl) => askAboutGrowth(child, { on, ...size });

describe('what is asked about before weight and height of a child are saved', () => {
  it('[GRO7] [GRO16] is what nobody believes at that age, and nothing else', () => {
    expect(asked({ weightKg: 10.6, heightCm: 83 })).toEqual([]);
    expect(asked({ weightKg: 7, heightCm: 74 })).toEqual([]);
    expect(asked({ weightKg: 106, heightCm: 83 })).toEqual([{ code: 'WeightUnlikely', field: 'observations.weightKg', weightKg: 106 }]);
    expect(asked({ heightCm: 183 })).toEqual([{ code: 'HeightUnlikely', field: 'observations.heightCm', heightCm: 183 }]);
    expect(asked({ weightKg: 106, heightCm: 183 }).map(({ code }) => code)).toEqual(['WeightUnlikely', 'HeightUnlikely']);
    // Each alone may be so, not both of one child.
    expect(asked({ weightKg: 15.5, heightCm: 73 })).toEqual([{ code: 'WeightForHeightUnlikely', field: 'observations.weightKg', weightKg: 15.5, heightCm: 73 }]);
  });

  it('[GRO2] [GRO5] is nothing of an adult, and of a child known by the year only weight for height', () => {
    expect(asked({ weightKg: 106, heightCm: 183 }, { sex: 'female', bornOn: '1985-03-15' })).toEqual([]);
    expect(asked({ weightKg: 106, heightCm: 83 }, { sex: 'female', bornOn: '2025' }).map(({ code }) => code)).toEqual(['WeightForHeightUnlikely']);
  });

  it('[GRO16] is read from the form as it is typed, on the day that stands in it', () => {
    const typed = { ...emptyEncounter(on), vitals: { weightKg: { typed: '10,6', notMeasured: '' }, heightCm: { typed: '8', notMeasured: '' } } };
    expect(measurementTyped(typed)).toEqual({ on, weightKg: 10.6, heightCm: undefined });
    expect(measurementTyped({ ...typed, occurredOn: '32/01' })).toBeUndefined();
  });
});
