import type { CatalogueRow, ReferenceName } from '../../../src-shared/contract/hub-api.ts';
import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { parentOn } from '../../../src-shared/domain/org/parent-on.ts';
import type { OrgUnit } from '../../../src-shared/domain/org/org-unit.schema.ts';
import type { EntryInput } from '../../../src-shared/domain/reference/plan-release.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';

/** One field of the form: its name, how wide, and whether it must be filled in. */
export interface EntryField { name: string; words: string; span: 3 | 4 | 6 | 12; needed?: true; kind?: 'long' | 'yes' | 'unit' | 'tier' }

/** The fields of an entry beside its code and its days, by catalogue. */
export const entryFields: Readonly<Record<ReferenceName, readonly EntryField[]>> = {
  medicines: [
    { name: 'inn', words: 'inn', span: 6, needed: true }, { name: 'strength', words: 'strength', span: 3 }, { name: 'form', words: 'form', span: 3 }, { name: 'baseUnit', words: 'baseUnit', span: 3, needed: true }, { name: 'atc', words: 'atc', span: 3 }, { name: 'group', words: 'group', span: 6 },
  ],
  diagnoses: [{ name: 'text', words: 'diagnosis', span: 6, needed: true }, { name: 'group', words: 'group', span: 6 }],
  notices: [{ name: 'title', words: 'title', span: 12, needed: true }, { name: 'text', words: 'text', span: 12, needed: true, kind: 'long' }, { name: 'urgent', words: 'urgent', span: 12, kind: 'yes' }],
  units: [
    { name: 'name', words: 'name', span: 6, needed: true }, { name: 'tier', words: 'tier', span: 3, needed: true, kind: 'tier' }, { name: 'adminCode', words: 'adminCode', span: 3 },
    { name: 'professional', words: 'professional', span: 6, kind: 'unit' }, { name: 'administrative', words: 'administrative', span: 6, kind: 'unit' },
  ],
};

/** The form as typed: the code, each field, and the days. */
export type EntryFields = Record<string, string>;
const text = (value: unknown): string => (typeof value === 'string' ? value : value === true ? 'yes' : '');
const codeSet = '2025';

export function rowToFields(catalogue: ReferenceName, row: CatalogueRow | undefined, today: string): EntryFields {
  const days = { from: row?.from === undefined ? '' : formatDate(row.from), to: row?.to === undefined ? '' : formatDate(row.to) };
  const content = row?.content ?? {};
  if (catalogue !== 'units') return { code: row?.code ?? '', ...Object.fromEntries(entryFields[catalogue].map(({ name }) => [name, text(content[name])])), ...days };
  const unit = { parents: [], ...content } as Pick<OrgUnit, 'parents' | 'adminCodes'>;
  return {
    code: row?.code ?? '', name: text(content['name']), tier: text(content['tier']), adminCode: unit.adminCodes?.filter((one) => one.codeSet === codeSet).at(-1)?.code ?? '',
    professional: parentOn(unit, 'professional', today) ?? '', administrative: parentOn(unit, 'administrative', today) ?? '', since: formatDate(today), ...days,
  };
}

const dayOf = (typed: string): string | undefined => { const read = parseTypedDate(typed); return 'date' in read ? read.date : typed.trim() === '' ? undefined : typed.trim(); };

/** The entry that what was typed makes; what does not fit is left to the hub to name. */
export function fieldsToEntry(catalogue: ReferenceName, fields: EntryFields, row: CatalogueRow | undefined, today: string): EntryInput {
  const days = { from: dayOf(fields['from'] ?? ''), to: dayOf(fields['to'] ?? '') };
  const code = (fields['code'] ?? '').trim();
  const dates = { ...(days.from === undefined ? {} : { from: days.from }), ...(days.to === undefined ? {} : { to: days.to }) };
  if (catalogue !== 'units') {
    const content = Object.fromEntries(entryFields[catalogue].flatMap(({ name, kind }) => { const typed = (fields[name] ?? '').trim(); return typed === '' ? [] : [[name, kind === 'yes' ? true : typed]]; }));
    return { code: catalogue === 'diagnoses' ? code.toUpperCase() : code, content, ...dates };
  }
  const before = { parents: [], ...row?.content } as Pick<OrgUnit, 'parents' | 'adminCodes'>;
  const from = days.from ?? today;
  const since = row ? dayOf(fields['since'] ?? '') ?? today : from;
  const kinds = ['professional', 'administrative'] as const;
  const moved = kinds.flatMap((kind) => { const unit = (fields[kind] ?? '').trim(); return unit === '' || unit === parentOn(before, kind, today) ? [] : [{ kind, unit, from: since }]; });
  // A field that was emptied: what stood there ends the day before.
  const left = new Map(kinds.flatMap((kind): [string, string][] => { const unit = parentOn(before, kind, today); return unit !== undefined && (fields[kind] ?? '').trim() === '' ? [[kind, unit]] : []; }));
  const parents = before.parents.map((parent) => (left.get(parent.kind) === parent.unit && parent.to === undefined ? { ...parent, to: parent.from < since ? addDays(since, -1) : parent.from } : parent));
  const adminCode = (fields['adminCode'] ?? '').trim();
  const adminCodes = [...(before.adminCodes ?? []).filter((one) => one.codeSet !== codeSet || one.code === adminCode), ...(adminCode !== '' && !before.adminCodes?.some((one) => one.codeSet === codeSet && one.code === adminCode) ? [{ code: adminCode, codeSet, from: since }] : [])];
  return { code, content: { ...row?.content, name: (fields['name'] ?? '').trim(), tier: (fields['tier'] ?? '').trim(), parents: [...parents, ...moved], ...(adminCodes.length > 0 ? { adminCodes } : {}) }, from, ...(days.to === undefined ? {} : { to: days.to }) };
}

/** The last day of what is retired today: it is offered no more from now on. */
export function retiredDays(fields: EntryFields, today: string): Pick<EntryFields, 'from' | 'to'> {
  const yesterday = addDays(today, -1);
  const from = dayOf(fields['from'] ?? '') ?? yesterday;
  return { from: formatDate(from < yesterday ? from : yesterday), to: formatDate(yesterday) };
}
