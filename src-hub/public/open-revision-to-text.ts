import type { BulkGetAnswer, OpenRevision } from '../engine/engine.ts';

/** As it goes over the wire; the text it was stored as is taken where the engine has it at hand. */
export function openRevisionToText(one: OpenRevision | BulkGetAnswer['docs'][number]): string {
  return 'ok' in one ? `{"ok":${one.json ?? JSON.stringify(one.ok)}}` : JSON.stringify(one);
}
