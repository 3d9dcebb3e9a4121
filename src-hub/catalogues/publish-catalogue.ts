import { collections } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { entryId, releaseId, type CatalogueName } from '../../src-shared/domain/reference/catalogue.schema.ts';
import { planRelease, type EntryFault, type EntryInput } from '../../src-shared/domain/reference/plan-release.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { instantOf, type WorkPlace } from '../provisioning/work-place.ts';
import { readCatalogue } from './catalogue-book.ts';
import { checkMayPublish } from './may-publish.ts';
import { publisherClock } from './publisher-clock.ts';

export interface NewRelease { catalogue: CatalogueName; entries: EntryInput[]; by: string; note?: string | undefined }
/** `release`: its number; none where nothing differed and nothing was written. `faults`: nothing was written because of them. */
export interface Published { faults: EntryFault[]; release?: number; changed: string[]; unchanged: number }

const WRITTEN_AT_ONCE = 500;

/**
 * Publishes entries: what differs from what is published is written with the number of a new release, the release itself last. All of it is checked before
 * anything is written. Half of it written (a crash) is no harm: the same again writes the rest.
 */
export async function publishCatalogue(place: WorkPlace, { catalogue, entries, by, note }: NewRelease): Promise<Published> {
  const { engine, config, now } = place;
  checkMayPublish(config);
  const known = await readCatalogue(engine, catalogue, config.unit);
  const { faults, changed, unchanged } = planRelease(entries, { catalogue, today: todayInUnitZone(now()), known: known.entries, ownUnit: config.unit });
  if (faults.length > 0 || changed.length === 0) return { faults, changed: [], unchanged };
  const own = known.releases.filter(({ unit }) => unit === config.unit);
  const number = Math.max(0, ...own.map((one) => one.number)) + 1;
  const clock = publisherClock(place);
  const at = instantOf(now());
  const stamp = () => ({ unit: config.unit, device: `hub-${config.unit}`, updatedAt: at, updatedBy: by, version: clock.next() });
  const documents = changed.map(({ code, content, from, to, before }): DocumentBody => {
    const { to: _ended, ...kept } = before ?? {};
    return {
      ...kept, _id: entryId(config.unit, catalogue, code), catalogue, code, content, from, ...(to === undefined ? {} : { to }), release: number,
      createdAt: before?.createdAt ?? at, createdBy: before?.createdBy ?? by, ...stamp(), schemaVersion: Math.max(before?.schemaVersion ?? 0, collections.catalogueEntries.schemaVersion),
    };
  });
  const codes = new Set([...known.entries.keys(), ...changed.map(({ code }) => code)]);
  const release: DocumentBody = {
    _id: releaseId(config.unit, catalogue, number), catalogue, number, publishedAt: at, publishedBy: by, ...(note === undefined ? {} : { note }), entries: codes.size, changed: changed.length,
    createdAt: at, createdBy: by, ...stamp(), schemaVersion: collections.catalogueReleases.schemaVersion,
  };
  clock.keep();
  const write = async (some: DocumentBody[]) => {
    const rows = await engine.use('reference', (database) => database.write(some, { minted: false }));
    const refused = rows.filter((row) => 'error' in row);
    if (refused.length > 0) throw new HubProblem('NotPublished', `${refused.length} entries were changed by somebody else at this moment; publish again`);
  };
  for (let from = 0; from < documents.length; from += WRITTEN_AT_ONCE) await write(documents.slice(from, from + WRITTEN_AT_ONCE));
  await write([release]);
  return { faults, release: number, changed: changed.map(({ code }) => code), unchanged };
}
