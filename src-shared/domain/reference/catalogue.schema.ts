import { z } from 'zod';
import { documentBase, instant } from '../common/document.ts';
import { dateOn, text } from '../common/fields.ts';
import { medicineFields } from '../supply/supply.schema.ts';

/** Catalogues this program knows; one it does not know is kept and sent on untouched. */
export const catalogueNames = ['medicines', 'diagnoses', 'notices'] as const;
export type CatalogueName = (typeof catalogueNames)[number];

/** The key of an entry within its catalogue: a medicine's local code, an ICD-10 code, a notice's number. */
export const entryCode = z.string().trim().regex(/^[A-Za-z0-9][A-Za-z0-9.\-]{0,39}$/);
const { code: _code, ...goods } = medicineFields(text);

/** What an entry says beside its code; the shape a publisher must give. */
export const catalogueContents = {
  medicines: z.strictObject(goods),
  /** `text`: the name as it is written into a record. */
  diagnoses: z.strictObject({ text: text(300), group: text(100).optional() }),
  notices: z.strictObject({ title: text(200), text: text(4000), /** Stands out at the station until it was read. */ urgent: z.boolean().optional() }),
} as const;
export type CatalogueContent<N extends CatalogueName> = z.infer<(typeof catalogueContents)[N]>;

/** Diagnoses are named by their ICD-10 code. */
const icd10 = /^[A-Z]\d{2}(\.\d{1,2})?$/;
export const fitsCatalogue = (catalogue: CatalogueName, code: string): boolean => entryCode.safeParse(code).success && (catalogue !== 'diagnoses' || icd10.test(code));

/**
 * One entry of a catalogue, in `reference`; `_id` is `catalogue:<publishing unit>:<catalogue>:<code>`. In force from `from` up to and
 * with `to`; without `to` still in force. Fields a newer program adds are let through.
 */
export const catalogueEntry = documentBase.extend({
  _id: z.string().startsWith('catalogue:'), catalogue: z.string(), code: entryCode, content: z.record(z.string(), z.unknown()), from: dateOn, to: dateOn.optional(),
  /** Number of the release that last changed it. */
  release: z.number().int().positive(),
}).loose();
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

/** One publication; `_id` is `release:<publishing unit>:<catalogue>:<number>`. Written after its entries. */
export const catalogueRelease = documentBase.extend({
  _id: z.string().startsWith('release:'), catalogue: z.string(), number: z.number().int().positive(), publishedAt: instant, publishedBy: z.string(), note: z.string().optional(),
  /** Entries of the catalogue, those no longer in force too; and how many of them this release changed. */
  entries: z.number().int(), changed: z.number().int(),
}).loose();
export type CatalogueRelease = z.infer<typeof catalogueRelease>;

export const entryId = (unit: string, catalogue: string, code: string): string => `catalogue:${unit}:${catalogue}:${code}`;
export const releaseId = (unit: string, catalogue: string, number: number): string => `release:${unit}:${catalogue}:${String(number).padStart(6, '0')}`;
