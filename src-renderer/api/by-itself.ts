/** What somebody pressed or typed this long ago still counts as somebody being there. */
const SOMEBODY_THERE_MS = 60_000;
let touchedAt = Date.now();
if (typeof window !== 'undefined') for (const touch of ['keydown', 'pointerdown'] as const) window.addEventListener(touch, () => { touchedAt = Date.now(); }, { capture: true, passive: true });

/** Says of a request that the page asks by itself: it keeps nobody signed in. */
export const byItself = (): Record<string, string> => (Date.now() - touchedAt > SOMEBODY_THERE_MS ? { 'x-tramxa-by-itself': '1' } : {});
