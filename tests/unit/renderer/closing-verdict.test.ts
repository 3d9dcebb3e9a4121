import { describe, expect, it } from 'vitest';
import { closingVerdict } from '../../../src-renderer/features/closing/closing-verdict.ts';
import { speakIn } from './support.ts';

const well = { fileDamaged: false, diskFull: false, clockBehind: false };

describe('what the end of the day says first', () => {
  it('[DAY3] the PC can be switched off only when nothing stands against it', () => {
    expect(closingVerdict(well, 0)).toBe('canSwitchOff');
    expect(closingVerdict(well, 1)).toBe('notYet');
    expect(closingVerdict({ ...well, clockBehind: true }, 0)).toBe('clock');
    expect(closingVerdict({ ...well, diskFull: true }, 0)).toBe('diskFull');
    expect(closingVerdict({ ...well, fileDamaged: true }, 0)).toBe('fileDamaged');
  });
  it('[DAY3] the worst is said first', () => {
    expect(closingVerdict({ fileDamaged: true, diskFull: true, clockBehind: true }, 2)).toBe('fileDamaged');
    expect(closingVerdict({ ...well, diskFull: true, clockBehind: true }, 2)).toBe('diskFull');
    expect(closingVerdict({ ...well, clockBehind: true }, 2)).toBe('clock');
  });
  it('[DAY3] no other verdict says that the PC can be switched off', async () => {
    for (const [language, allowed] of [['vi', 'Bạn có thể tắt máy'], ['en', 'You can switch off']] as const) {
      const t = await speakIn(language);
      for (const verdict of ['fileDamaged', 'diskFull', 'clock', 'notYet'] as const) expect(`${t(`closing.${verdict}`)} ${t(`closing.${verdict}Body`)}`).not.toContain(allowed);
    }
  });
});
