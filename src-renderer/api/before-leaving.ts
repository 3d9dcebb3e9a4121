/** What must be kept before a session ends on purpose: forms in the middle of a word. */
const keepers = new Set<() => Promise<unknown>>();
const LONGEST_MS = 1500;

export function onLeaving(keep: () => Promise<unknown>): () => void {
  keepers.add(keep);
  return () => { keepers.delete(keep); };
}

/** Resolves when every form is kept, and after a second and a half at the latest: nobody waits longer to lock a screen. */
export async function keepBeforeLeaving(): Promise<void> {
  const late = new Promise((resolve) => { setTimeout(resolve, LONGEST_MS); });
  await Promise.race([Promise.allSettled([...keepers].map((keep) => keep())), late]);
}
