import { canonicalJson } from '../../src-shared/domain/common/canonical-json.ts';
import { collections } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';
import { orgFaults, orgUnitInput, type OrgFault, type OrgUnitInput } from '../../src-shared/domain/org/plan-org.ts';
import { checkMayPublish } from '../catalogues/may-publish.ts';
import { publisherClock } from '../catalogues/publisher-clock.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { issueWords } from '../provisioning/issue-words.ts';
import { readUtf8File } from '../provisioning/read-utf8-file.ts';
import { instantOf, type WorkPlace } from '../provisioning/work-place.ts';
import { knownCodes } from './known-codes.ts';
import { keepOrg } from './org-table.ts';
import { readUnits } from './read-units.ts';

export interface PublishedOrg { published: string[]; unchanged: number }

const words: Readonly<Record<OrgFault['reason'], string>> = {
  twice: 'is there twice', unknownParent: 'has a parent that is neither in the file nor published', unknownSuccessor: 'has a successor that is neither in the file nor published',
  circle: 'would stand above itself', endsBeforeItBegins: 'has something that ends before it begins', unknownCode: 'has an administrative code that the code set of its year does not know',
};
const MOST_NAMED = 8;

/** The first few of a list of problems in words, and how many more there are. */
const named = (problems: readonly string[]): string => `${problems.slice(0, MOST_NAMED).join('; ')}${problems.length > MOST_NAMED ? `; and ${problems.length - MOST_NAMED} more` : ''}`;

function parseUnits(text: string): OrgUnitInput[] {
  let raw: unknown;
  try { raw = JSON.parse(text.normalize('NFC')); } catch (error) { throw new HubProblem('BadOrg', `nothing was published: the file is not JSON (${error instanceof Error ? error.message : ''})`); }
  const parsed = orgUnitInput.array().safeParse(raw);
  if (parsed.success) return parsed.data;
  const keyOf = (at: unknown) => (Array.isArray(raw) && typeof at === 'number' ? String((raw[at] as { unit?: unknown } | null)?.unit ?? `entry ${at + 1}`) : 'the file');
  throw new HubProblem('BadOrg', `nothing was published: ${named(parsed.error.issues.map((issue) => { const [at, ...field] = issue.path; return `${keyOf(at)}: ${field.length > 0 ? `${field.join('.')} ` : ''}${issueWords(issue)}`; }))}`);
}

const contentOf = ({ name, tier, adminCodes, parents, successors, from, to }: OrgUnitInput | OrgUnit): string => canonicalJson({ name, tier, adminCodes, parents, successors, from, to });

/** Reads a file of units (JSON) and publishes them. Throws `BadOrg` naming what is wrong, or `NotUtf8`; then nothing was published. */
export const publishOrg = (place: WorkPlace, { file }: { file: string }): Promise<PublishedOrg> => publishUnits(place, () => parseUnits(readUtf8File(file)), 'hub');

/** What is wrong with units before they are published here, in the order given. */
export async function unitFaults({ engine, config }: WorkPlace, given: readonly OrgUnitInput[]): Promise<(OrgFault | { unit: string; reason: 'ofAnotherPublisher' })[]> {
  const known = await readUnits(engine);
  const isOthers = ({ unit }: OrgUnitInput) => { const device = known.get(unit)?.device; return config.parent !== undefined && device !== undefined && device !== `hub-${config.unit}`; };
  return [...orgFaults(given, known, given.some(({ adminCodes }) => adminCodes?.length) ? await knownCodes() : {}), ...given.filter(isOthers).map(({ unit }) => ({ unit, reason: 'ofAnotherPublisher' as const }))];
}

/**
 * Writes organisation data into `reference`, from where it flows down to every hub and station. Only at the hub that keeps it.
 * All or nothing is checked before anything is written; units that are as they were stay untouched.
 */
export async function publishUnits(place: WorkPlace, read: () => OrgUnitInput[], by: string): Promise<PublishedOrg> {
  const { engine, book, config, now } = place;
  checkMayPublish(config);
  const given = read();
  const faults = await unitFaults(place, given);
  if (faults.length > 0) throw new HubProblem('BadOrg', `nothing was published: ${named(faults.map((fault) => `${fault.unit} ${fault.reason === 'ofAnotherPublisher' ? 'is published by a hub above' : words[fault.reason]}${'on' in fault ? ` from ${String(fault.on)} on` : ''}`))}`);
  const known = await readUnits(engine);
  const clock = publisherClock(place);
  const at = instantOf(now());
  const changed = given.filter((unit) => { const before = known.get(unit.unit); return !before || contentOf(before) !== contentOf(unit); });
  const documents = changed.map(({ unit, ...content }): DocumentBody => {
    const before = known.get(unit);
    return {
      _id: `org:${unit}`, ...(before?._rev === undefined ? {} : { _rev: before._rev }), ...content, unit, device: `hub-${config.unit}`, createdAt: before?.createdAt ?? at,
      createdBy: before?.createdBy ?? by, updatedAt: at, updatedBy: by, version: clock.next(), schemaVersion: collections.orgUnits.schemaVersion,
    };
  });
  clock.keep();
  const rows = await engine.use('reference', (database) => database.write(documents, { minted: false }));
  const refused = rows.filter((row) => 'error' in row);
  if (refused.length > 0) throw new HubProblem('NotPublished', `${refused.length} of ${documents.length} units were changed by somebody else at this moment; publish again`);
  keepOrg(book, (await readUnits(engine)).values());
  return { published: changed.map(({ unit }) => unit), unchanged: given.length - changed.length };
}
