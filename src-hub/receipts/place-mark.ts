import type { EngineDatabase, Sequence } from '../engine/engine.ts';

const LOCAL_ID = 'tramxa-index';

/** `rev` where there is one already. */
export interface PlaceMark { sequence: Sequence; rev?: string }

/** How far the index meant to read, kept in the database's own file: a file put back from an older copy brings its older mark. */
export async function readPlaceMark(database: EngineDatabase): Promise<PlaceMark> {
  const mark = await database.readLocal(LOCAL_ID);
  const sequence = mark?.['sequence'];
  return { sequence: typeof sequence === 'string' ? sequence : '', ...(mark?._rev === undefined ? {} : { rev: mark._rev }) };
}

/** Written before the index moves, so that a crash leaves the mark ahead of the index, never behind it. @throws where the mark is not the one that was read */
export async function writePlaceMark(database: EngineDatabase, sequence: Sequence, { rev }: PlaceMark): Promise<PlaceMark> {
  const row = await database.writeLocal(LOCAL_ID, { sequence, ...(rev === undefined ? {} : { _rev: rev }) });
  if ('error' in row) throw new Error(`the index's mark was not written: ${row.error}`);
  return { sequence, rev: row.rev };
}

const partsOf = (sequence: Sequence): [number: number, uuid: string] => {
  const at = sequence.indexOf('-');
  return [Number.parseInt(sequence, 10) || 0, at < 0 ? '' : sequence.slice(at + 1).split('~', 1)[0] ?? ''];
};

/** True when the mark is of the same database and not behind the place. */
export function isReachedBy(place: Sequence, mark: Sequence): boolean {
  const [placeNumber, placeUuid] = partsOf(place);
  const [markNumber, markUuid] = partsOf(mark);
  return placeUuid === markUuid && markNumber >= placeNumber;
}
