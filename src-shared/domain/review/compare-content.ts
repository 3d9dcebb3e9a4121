/** A field whose content differs between two versions; `undefined` where it was not there. */
export interface FieldDifference { field: string; before: unknown; after: unknown }

const contentFields = ['occurredOn', 'reason', 'symptoms', 'diagnoses', 'treatment', 'advice', 'conclusionClass', 'nextVisitOn'] as const;
type Content = Readonly<Record<string, unknown>>;

const observationsOf = (content: Content): Content => (typeof content['observations'] === 'object' && content['observations'] !== null ? content['observations'] as Content : {});
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two versions of an encounter differ; measures one by one, as `observations.weightKg`. */
export function compareContent(before: Content, after: Content): FieldDifference[] {
  const [old, now] = [observationsOf(before), observationsOf(after)];
  const measures = [...new Set([...Object.keys(old), ...Object.keys(now)])].map((name) => ({ field: `observations.${name}`, before: old[name], after: now[name] }));
  const fields = contentFields.map((field) => ({ field, before: before[field], after: after[field] }));
  return [...fields, ...measures].filter((one) => !isSame(one.before, one.after));
}
