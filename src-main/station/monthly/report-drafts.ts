import { reportForms, reportLineIds, type ReportForm, type ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { spanOf } from '../queries/care-month.ts';
import { createBookPeople } from './book-people.ts';
import { countChildren } from './count-children.ts';
import { countChronic } from './count-chronic.ts';
import { countCold } from './count-cold.ts';
import { countDiseases } from './count-diseases.ts';
import { countMothers } from './count-mothers.ts';
import { countPeople } from './count-people.ts';
import { countStock } from './count-stock.ts';
import { countVaccination } from './count-vaccination.ts';
import { countVisits } from './count-visits.ts';
import { numberOf, type CountedLine } from './counted-line.ts';

/** The records each part is counted from: it is counted anew only when one of them changed. */
const people = ['patients', 'handovers', 'handoverAnswers', 'transfers'];
export const formTables: Readonly<Record<ReportForm, readonly string[]>> = {
  people: [...people, 'encounters', 'followUps', 'immunizations', 'yearFigures'], mothers: [...people, 'pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'immunizations'],
  children: [...people, 'encounters'], vaccination: [...people, 'immunizations'],
  visits: [...people, 'encounters', 'yearFigures'], chronic: [...people, 'episodes', 'followUps', 'encounters'], stock: ['medicines', 'lots', 'stockMovements'],
  diseases: ['patients', 'caseReports'], cold: ['equipment', 'equipmentEvents', 'temperatureReadings'],
};
/** One that is looked at, and the one before it. */
const KEPT_MONTHS = 2;

export interface CountedMonth { numbers: ReportNumber[]; /** People, visits, doses and medicines it was counted from. */ records: number }
/** Months as they are counted now, in memory: those asked for last. */
export interface ReportDrafts {
  /** Counted in turns, again only where something changed since. */
  form(month: string, form: ReportForm): Promise<readonly CountedLine[]>;
  /** The whole month, where all of it was counted and nothing changed since. */
  counted(month: string): CountedMonth | undefined;
  /** Counts until `counted` has an answer. */
  count(month: string): Promise<CountedMonth>;
}

interface Kept { /** Changes of its tables before it was counted. */ at: number; /** The day it was counted for; any after its month. */ on: string; lines: Promise<CountedLine[]>; done?: CountedLine[] }

const drafts = new WeakMap<StationDatabase, ReportDrafts>();

/** Of an open file; made at first use. */
export function reportDraftsOf(db: StationDatabase): ReportDrafts {
  const known = drafts.get(db) ?? createReportDrafts(db);
  drafts.set(db, known);
  return known;
}

function createReportDrafts(db: StationDatabase): ReportDrafts {
  const book = createBookPeople(db);
  const changes = new Map<string, number>();
  const months = new Map<string, Map<ReportForm, Kept>>();
  db.store.changes.subscribe(({ changes: all }) => { for (const { table } of all) changes.set(table, (changes.get(table) ?? 0) + 1); });
  const changesOf = (form: ReportForm): number => formTables[form].reduce((sum, table) => sum + (changes.get(table) ?? 0), 0);
  const span = (month: string) => spanOf(month, db.clock.today());
  // On its last day a month still runs.
  const dayOf = (month: string): string => { const { on } = span(month); return on < db.clock.today() ? '' : on; };
  const isFresh = (kept: Kept | undefined, month: string, form: ReportForm): kept is Kept => kept !== undefined && kept.at === changesOf(form) && kept.on === dayOf(month);
  const count = (month: string, form: ReportForm): Promise<CountedLine[]> => {
    const days = span(month);
    switch (form) {
      case 'people': return countPeople(db, book, days);
      case 'mothers': return countMothers(db, days);
      case 'children': return countChildren(db, days);
      case 'vaccination': return countVaccination(db, days);
      case 'visits': return countVisits(db, book, days);
      case 'chronic': return countChronic(db, days);
      case 'stock': return countStock(db, days);
      case 'diseases': return countDiseases(db, days);
      case 'cold': return Promise.resolve(countCold(db, days));
    }
  };
  const formsOf = (month: string): Map<ReportForm, Kept> => {
    const forms = months.get(month) ?? new Map<ReportForm, Kept>();
    // The one asked for last stays longest.
    months.delete(month);
    months.set(month, forms);
    for (const old of [...months.keys()].slice(0, -KEPT_MONTHS)) months.delete(old);
    return forms;
  };

  const its: ReportDrafts = {
    form(month, form) {
      const forms = formsOf(month);
      const kept = forms.get(form);
      if (isFresh(kept, month, form)) return kept.lines;
      const counting: Kept = { at: changesOf(form), on: dayOf(month), lines: count(month, form) };
      forms.set(form, counting);
      counting.lines.then((lines) => { counting.done = lines; }, () => { forms.delete(form); });
      return counting.lines;
    },
    counted(month) {
      const forms = months.get(month);
      const lines: CountedLine[] = [];
      for (const form of reportForms) {
        const kept = forms?.get(form);
        if (!isFresh(kept, month, form) || !kept.done) return undefined;
        lines.push(...kept.done);
      }
      return summed(lines);
    },
    async count(month) {
      for (;;) {
        for (const form of reportForms) await its.form(month, form);
        const counted = its.counted(month);
        if (counted) return counted;
      }
    },
  };
  return its;
}

function summed(lines: readonly CountedLine[]): CountedMonth {
  const numbers = new Map(lines.map((line) => [line.id, numberOf(line)]));
  const records = lines.filter(({ id }) => isOfRecords(id)).reduce((sum, { members }) => sum + members.length, 0);
  return { numbers: reportLineIds.flatMap((id) => numbers.get(id) ?? []), records };
}

/** Of these lines each record is counted in one. */
const isOfRecords = (id: string): boolean => ['people.book', 'mothers.registered', 'mothers.births', 'visits.total', 'vaccination.notDone', 'cases.all', 'stock.listed'].includes(id) || id.startsWith('doses.');
