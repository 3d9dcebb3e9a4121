import { readFileSync } from 'node:fs';
import { createHybridClock } from '../../src-shared/domain/common/hybrid-clock.ts';
import { canonicalJson } from '../../src-shared/domain/common/canonical-json.ts';
import { collections } from '../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import type { OrgUnit } from '../../src-shared/domain/org/org-unit.schema.ts';
import { orgFaults, orgUnitInput, type OrgUnitInput } from '../../src-shared/domain/org/plan-org.ts';
import { HubProblem } from '../provisioning/hub-problem.ts';
import { instantOf, type WorkPlace } from '../provisioning/work-place.ts';
import { keepOrg } from './org-table.ts';
import { readUnits } from './read-units.ts';

export interface PublishedOrg { published: string[]; unchanged: number }

const CLOCK = 'referenceClock';

function parseUnits(text: string): OrgUnitInput[] {
  let raw: unknown;
  try { raw = JSON.parse(text.normalize('NFC')); } catch { throw new HubProblem('BadOrg', 'the file is not JSON'); }
  const parsed = orgUnitInput.array().safeParse(raw);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new HubProblem('BadOrg', `the file is no list of units: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}`.trim());
}

const contentOf = ({ name, tier, adminCodes, parents, successors, from, to }: OrgUnitInput | OrgUnit): string => canonicalJson({ name, tier, adminCodes, parents, successors, from, to });

/**
 * Writes organisation data into `reference`, from where it flows down to every hub and station. Only at the top: a hub with a parent
 * would be overruled. All or nothing is checked before anything is written; units that are as they were stay untouched.
 */
export async function publishOrg({ engine, book, config, now }: WorkPlace, { file }: { file: string }): Promise<PublishedOrg> {
  if (config.parent) throw new HubProblem('NotTheTop', 'organisation data is published at the hub without a parent');
  const given = parseUnits(readFileSync(file, 'utf8'));
  const known = await readUnits(engine);
  const faults = orgFaults(given, known);
  if (faults.length) throw new HubProblem('BadOrg', `nothing was published: ${faults.slice(0, 5).map(({ unit, reason }) => `${unit} ${reason}`).join(', ')}${faults.length > 5 ? ` and ${faults.length - 5} more` : ''}`);
  const last = book.setting(CLOCK);
  const clock = createHybridClock({ now, device: `hub-${config.unit}`, ...(last === undefined ? {} : { last }) });
  const at = instantOf(now());
  const changed = given.filter((unit) => { const before = known.get(unit.unit); return !before || contentOf(before) !== contentOf(unit); });
  const documents = changed.map(({ unit, ...content }): DocumentBody => {
    const before = known.get(unit);
    return {
      _id: `org:${unit}`, ...(before?._rev === undefined ? {} : { _rev: before._rev }), ...content, unit, device: `hub-${config.unit}`, createdAt: before?.createdAt ?? at,
      createdBy: before?.createdBy ?? 'hub', updatedAt: at, updatedBy: 'hub', version: clock.next(), schemaVersion: collections.orgUnits.schemaVersion,
    };
  });
  book.setSetting(CLOCK, clock.last());
  const rows = await engine.use('reference', (database) => database.write(documents, { minted: false }));
  const refused = rows.filter((row) => 'error' in row);
  if (refused.length) throw new HubProblem('NotPublished', `${refused.length} of ${documents.length} units were changed by somebody else at this moment; publish again`);
  keepOrg(book, (await readUnits(engine)).values());
  return { published: changed.map(({ unit }) => unit), unchanged: given.length - changed.length };
}
