import { describe, expect, it } from 'vitest';
import { awaitsConclusion } from '../../../../src-shared/domain/encounter/awaits-conclusion.ts';
import { aContext, anEncounter } from '../../../support/builders.ts';

const adult = { bornOn: '1985-03-15' };
const awaits = (with_: Parameters<typeof anEncounter>[0], patient: { bornOn: string } | undefined = adult) => awaitsConclusion(anEncounter({ status: 'draft', conclusionClass: undefined, ...with_ }), patient, aContext());

describe('awaitsConclusion', () => {
  it('[ENC19] a prepared checkup with everything but its class waits', () => {
    expect(awaits({})).toBe(true);
    expect(awaits({}, { bornOn: '2015-01-01' })).toBe(true);
  });

  it('[ENC19] one with something missing, concluded, submitted, or a visit does not', () => {
    expect(awaits({ reason: undefined })).toBe(false);
    expect(awaits({ observations: { heightCm: { value: 160 } } })).toBe(false);
    expect(awaits({ conclusionClass: 'II' })).toBe(false);
    expect(awaitsConclusion(anEncounter({ conclusionClass: 'II' }), adult, aContext())).toBe(false);
    expect(awaits({ kind: 'visit' })).toBe(false);
    expect(awaitsConclusion(anEncounter({ status: 'draft', conclusionClass: undefined }), undefined, aContext())).toBe(false);
  });
});
