import { z } from 'zod';
import { parseCsv } from '../../src-shared/domain/common/parse-csv.ts';
import { todayInUnitZone } from '../../src-shared/domain/common/today-in-unit-zone.ts';
import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import { catalogueNames, type CatalogueName } from '../../src-shared/domain/reference/catalogue.schema.ts';
import type { EntryInput } from '../../src-shared/domain/reference/plan-release.ts';
import { rowsToEntries } from '../../src-shared/domain/reference/rows-to-entries.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { readUtf8File } from '../provisioning/read-utf8-file.ts';
import type { WorkPlace } from '../provisioning/work-place.ts';
import { readCatalogue } from './catalogue-book.ts';
import { publishCatalogue, type Published } from './publish-catalogue.ts';

/** `whole`: the file is the whole catalogue, what it does not have ends yesterday. */
export interface CatalogueFile { catalogue: CatalogueName; file: string; whole?: boolean; note?: string | undefined }

const jsonEntry = z.looseObject({ code: z.string(), from: z.string().optional(), to: z.string().optional() });

function readEntries(catalogue: CatalogueName, text: string): EntryInput[] {
  if (!/^\s*\[/.test(text)) {
    const { entries, missing } = rowsToEntries(catalogue, parseCsv(text));
    if (missing.length > 0) throw new HubProblem('BadCatalogue', `the first line must name the columns; these are missing: ${missing.join(', ')}`);
    return entries;
  }
  let raw: unknown;
  try { raw = JSON.parse(text.normalize('NFC')); } catch { throw new HubProblem('BadCatalogue', 'the file is neither CSV nor JSON'); }
  const parsed = jsonEntry.array().safeParse(raw);
  if (!parsed.success) throw new HubProblem('BadCatalogue', 'the file is no list of entries, each with its code');
  return parsed.data.map(({ code, from, to, ...content }) => ({ code, content, from, to }));
}

/** Publishes a catalogue from a file (CSV with a line of headings, or JSON). Throws `BadCatalogue` with what is wrong, or `NotUtf8`; then nothing was published. */
export async function publishFile(place: WorkPlace, { catalogue, file, whole = false, note }: CatalogueFile): Promise<Published> {
  if (!catalogueNames.includes(catalogue)) throw new HubProblem('BadCatalogue', `there is no catalogue ${JSON.stringify(catalogue)}; there are ${catalogueNames.join(', ')}`);
  const entries = readEntries(catalogue, readUtf8File(file));
  if (entries.length === 0) throw new HubProblem('BadCatalogue', 'the file has no entry');
  const published = await publishCatalogue(place, { catalogue, entries: whole ? [...entries, ...await retired(place, catalogue, entries)] : entries, by: 'hub', note });
  if (published.faults.length > 0) {
    const shown = published.faults.slice(0, 8).map(({ code, reason, field }) => `${code} ${reason}${field ? ` (${field})` : ''}`).join(', ');
    throw new HubProblem('BadCatalogue', `nothing was published: ${shown}${published.faults.length > 8 ? ` and ${published.faults.length - 8} more` : ''}`);
  }
  return published;
}

/** What is in force and not in the file ends the day before. */
async function retired({ engine, config, now }: WorkPlace, catalogue: CatalogueName, given: readonly EntryInput[]): Promise<EntryInput[]> {
  const kept = new Set(given.map(({ code }) => code));
  const yesterday = addDays(todayInUnitZone(now()), -1);
  const { entries } = await readCatalogue(engine, catalogue, config.unit);
  return [...entries.values()].filter(({ code, to, unit }) => unit === config.unit && !kept.has(code) && (to === undefined || to > yesterday))
    .map(({ code, content, from }) => ({ code, content, from: from < yesterday ? from : yesterday, to: yesterday }));
}
