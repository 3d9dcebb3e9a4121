import type { LeafIndex } from '../receipts/leaf-index.ts';
import type { PathEntry } from '../public/path-entry.ts';
import type { Engine } from '../engine/engine.ts';
import type { HubBook } from './hub-book.ts';
import type { HubConfig } from './hub-config.ts';

/** What a command of the hub works on, whether the hub is serving or not. */
export interface WorkPlace {
  dir: string; config: HubConfig; book: HubBook; engine: Engine;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Only where the hub serves: the one index of its leaves, and its place among the tiers. */
  serving?: { index: LeafIndex; path(): PathEntry[] };
  /** A serving hub forgets what it remembers of sign-ins, owners and its parent. */
  changed: (what: 'credentials' | 'parent') => void;
}

export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
