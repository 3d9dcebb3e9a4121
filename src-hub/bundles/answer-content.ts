import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { AnsweredDatabase, BundlePlace, DownLine, TakenBundle } from '../../sync/index.ts';
import type { EngineDatabase } from '../engine/engine.ts';
import type { ChangesRequest } from '../public/changes-request.ts';
import { readChanges } from '../public/select-changes.ts';
import type { WireChange } from '../public/select-changes.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { pathOf } from './receipts-now.ts';

export interface AnswerInput { place: WorkPlace; uuid: string; device: string; databases: readonly string[]; places: readonly BundlePlace[]; taken: TakenBundle[] }

/** Rows of one commit at the station. */
const PAGE = 200;
const numberOf = (sequence: string) => Number.parseInt(sequence, 10) || 0;

/** Where the station's reading goes on: at its own place where that is a place in this database as it is now, else at the start. */
async function placeOf({ place, uuid, places }: AnswerInput, database: string): Promise<AnsweredDatabase> {
  const info = await place.engine.use(database, (db) => db.info());
  // As the welcome and `GET /<database>` name it to a device with a line.
  const hub = `${uuid}/${info.uuid}/0`;
  const known = places.find((one) => one.database === database);
  const isHere = known !== undefined && known.hub === hub && numberOf(known.since) <= numberOf(info.sequence);
  return { database, hub, since: isHere ? known.since : '0', restarted: known !== undefined && known.hub !== '' && !isHere };
}

async function rowOf(database: EngineDatabase, { doc, ...row }: WireChange): Promise<Extract<DownLine, { t: 'row' }>> {
  const wanted = row.changes.map(({ rev }) => rev);
  const found = await database.bulkGet(wanted.map((rev) => ({ id: row.id, rev })), { revisions: true });
  const leaves = found.flatMap((one) => one.docs.flatMap((each): DocumentBody[] => ('ok' in each ? [each.ok] : [])));
  const winningRev = doc === undefined ? undefined : (JSON.parse(String(doc)) as DocumentBody)._rev;
  const winner = leaves.find((leaf) => leaf._rev === winningRev);
  return { t: 'row', database: database.name, row: { ...row, ...(winner ? { doc: winner } : {}) }, leaves: leaves.filter((leaf) => leaf !== winner) };
}

/** What the hub says to a station PC: what it took, its place among the tiers, and everything others wrote since. */
export async function* answerContent(input: AnswerInput): AsyncGenerator<DownLine, void> {
  const { place, device, taken } = input;
  const { engine } = place;
  const path = pathOf(place);
  const databases: AnsweredDatabase[] = [];
  for (const name of input.databases) if (engine.has(name)) databases.push(await placeOf(input, name));
  yield { t: 'state', path, hubName: path[0]?.unit ?? 'hub', taken, databases };
  const request: ChangesRequest = {
    since: '0', limit: PAGE, style: 'all', feed: 'normal', withBodies: true, withConflicts: false, withAttachments: false, descending: false, timeoutMs: undefined, heartbeatMs: undefined,
    selector: { $or: [{ device: { $exists: false } }, { device: { $ne: device } }] },
  };
  for (const { database, since: first } of databases) {
    let since = first;
    for (;;) {
      const page = await engine.use(database, async (db) => {
        const { changes, sequence, finished } = await readChanges(db, request, since, PAGE);
        const rows = [];
        for (const change of changes) rows.push(await rowOf(db, change));
        return { rows, sequence, finished };
      });
      yield* page.rows;
      yield { t: 'place', database, sequence: page.sequence };
      since = page.sequence;
      if (page.finished) break;
    }
  }
  yield { t: 'end' };
}
