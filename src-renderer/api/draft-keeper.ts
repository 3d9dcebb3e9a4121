export interface DraftStore { save(content: Record<string, unknown>): Promise<{ updatedAt: string }>; discard(): Promise<unknown> }
export type KeptDraft = { kind: 'kept'; at: string } | { kind: 'failed' };

export interface DraftKeeper {
  /** Stores this text unless it is the one stored already or the form is done; saves go one after another. */
  keep(text: string): Promise<KeptDraft | undefined>;
  isKept(text: string): boolean;
  /** The record was saved or the form thrown away: the draft goes, and no late save brings it back. */
  finish(): Promise<void>;
}

/** Keeps one half-written form in the station. `stored`: its text when it was restored from there. */
export function createDraftKeeper(store: DraftStore, stored?: string): DraftKeeper {
  let keptText = stored;
  let isStored = stored !== undefined;
  let finished = false;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    isKept: (text) => text === keptText,
    keep(text) {
      const turn = queue.then(async (): Promise<KeptDraft | undefined> => {
        if (finished || text === keptText) return undefined;
        try {
          const { updatedAt } = await store.save(JSON.parse(text) as Record<string, unknown>);
          keptText = text;
          isStored = true;
          return { kind: 'kept', at: updatedAt };
        } catch {
          return { kind: 'failed' };
        }
      });
      queue = turn;
      return turn;
    },
    async finish() {
      finished = true;
      await queue;
      if (isStored) await store.discard().catch(() => undefined);
    },
  };
}
