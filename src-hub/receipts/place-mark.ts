import type { EngineDatabase, Sequence } from '../engine/engine.ts';

const LOCAL_ID = 'tramxa-index';

/** How far the index meant to read, kept in the database's own file: a file put back from an older copy brings its older mark. */
export async function readPlaceMark(database: EngineDatabase): Promise<Sequence> {
  const mark = (await database.readLocal(LOCAL_ID))?.['sequence'];
  return typeof mark === 'string' ? mark : '';
}

/** Written before the index moves, so that a crash leaves the mark ahead of the index, never behind it. */
export async function writePlaceMark(database: EngineDatabase, sequence: Sequence): Promise<void> {
  const rev = (await database.readLocal(LOCAL_ID))?._rev;
  await database.writeLocal(LOCAL_ID, { sequence, ...(rev === undefined ? {} : { _rev: rev }) });
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
