import { collections } from '../collections.ts';
import { buildDocument } from '../common/build-document.ts';
import type { WorkContext } from '../common/context.ts';
import { accepted, refused, type Outcome } from '../common/refusal.ts';
import { yearFiguresContent, yearFiguresId, type RecordYearFiguresInput, type YearFigures } from './year-figures.schema.ts';

/** What the head knows of a year. Refusals: `YearInFuture`, `NothingChanges`, `RecordNewerThanProgram`. */
export function planYearFigures({ year, population }: RecordYearFiguresInput, previous: YearFigures | undefined, context: WorkContext): Outcome<{ figures: YearFigures }> {
  if (previous && previous.schemaVersion > collections.yearFigures.schemaVersion) return refused({ code: 'RecordNewerThanProgram' });
  if (year > context.today.slice(0, 4)) return refused({ code: 'YearInFuture', field: 'year' });
  if (previous?.population === population) return refused({ code: 'NothingChanges', field: 'population' });
  return accepted({ figures: buildDocument('yearFigures', { year, population }, context, { id: yearFiguresId(context.unit, year), ...(previous ? { previous } : {}), knownFields: Object.keys(yearFiguresContent) }) });
}
