import { describe, expect, it } from 'vitest';
import { pauseBeforeAsking } from '../../../src-renderer/ui/pause-before-asking.ts';

describe('search text', () => {
  it('[SCR20] asks at once for each letter, and waits where letters were taken back', () => {
    expect(pauseBeforeAsking('n', '')).toBe(0);
    expect(pauseBeforeAsking('nguyê', 'nguye')).toBe(0);
    expect(pauseBeforeAsking('nguy', 'nguye')).toBeGreaterThan(0);
    // The first of two letters put back is not the end of it.
    expect(pauseBeforeAsking('nguyê', 'nguyen')).toBeGreaterThan(0);
    expect(pauseBeforeAsking('nguyễn', 'nguyen')).toBe(0);
    expect(pauseBeforeAsking('', 'nguyen')).toBe(0);
  });

  it('[SCR20] never asks oftener than a line bears', () => {
    expect(pauseBeforeAsking('ng', 'n', 150)).toBe(150);
    expect(pauseBeforeAsking('', 'n', 150)).toBe(0);
  });
});
