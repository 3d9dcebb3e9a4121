import { canonicalJson } from '../common/canonical-json.ts';
import { dateOn } from '../common/fields.ts';
import { catalogueContents, fitsCatalogue, type CatalogueEntry, type CatalogueName } from './catalogue.schema.ts';

/** An entry as its publisher writes it. `from`: the day of publication unless said otherwise; `to`: the last day, for one that is retired. */
export interface EntryInput { code: string; content: Record<string, unknown>; from?: string | undefined; to?: string | undefined }
export type EntryReason = 'badCode' | 'twice' | 'badContent' | 'badDate' | 'endsBeforeItBegins' | 'ofAnotherPublisher';
/** `field`: the one that does not fit, where it is one. */
export interface EntryFault { code: string; reason: EntryReason; field?: string }
export interface PlannedEntry { code: string; content: Record<string, unknown>; from: string; to?: string; before?: CatalogueEntry }
export interface ReleasePlan { faults: EntryFault[]; /** Those that differ from what is published. */ changed: PlannedEntry[]; unchanged: number }

export interface ReleaseFacts {
  catalogue: CatalogueName;
  /** The day of publication. */ today: string;
  /** Published entries of this catalogue by code: this hub's own, else one that came from above. */
  known: ReadonlyMap<string, CatalogueEntry>; ownUnit: string;
}

const same = (before: CatalogueEntry, next: PlannedEntry): boolean => canonicalJson([before.content, before.from, before.to ?? null]) === canonicalJson([next.content, next.from, next.to ?? null]);

/**
 * What publishing these entries would change, or what is wrong with them; nothing may be published while `faults` is not empty.
 * An entry keeps the day it began on unless another is given.
 */
export function planRelease(given: readonly EntryInput[], { catalogue, today, known, ownUnit }: ReleaseFacts): ReleasePlan {
  const plan: ReleasePlan = { faults: [], changed: [], unchanged: 0 };
  const seen = new Set<string>();
  for (const { code, content, from, to } of given) {
    const fault = (reason: EntryReason, field?: string) => { plan.faults.push({ code: code.slice(0, 60), reason, ...(field === undefined ? {} : { field }) }); };
    if (!fitsCatalogue(catalogue, code)) { fault('badCode'); continue; }
    if (seen.has(code.toUpperCase())) { fault('twice'); continue; }
    seen.add(code.toUpperCase());
    const before = known.get(code);
    if (before && before.unit !== ownUnit) { fault('ofAnotherPublisher'); continue; }
    const shape = catalogueContents[catalogue].safeParse(content);
    if (!shape.success) { fault('badContent', String(shape.error.issues[0]?.path[0] ?? '')); continue; }
    if ([from, to].some((day) => day !== undefined && !dateOn.safeParse(day).success)) { fault('badDate'); continue; }
    const next: PlannedEntry = { code, content: JSON.parse(JSON.stringify(shape.data)) as Record<string, unknown>, from: from ?? before?.from ?? today, ...(to === undefined ? {} : { to }), ...(before ? { before } : {}) };
    if (next.to !== undefined && next.to < next.from) { fault('endsBeforeItBegins'); continue; }
    if (before && same(before, next)) plan.unchanged += 1; else plan.changed.push(next);
  }
  return plan;
}
