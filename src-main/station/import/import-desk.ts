import { createHash, randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MOST_ROWS_NAMED, type ImportFileAnswer, type ImportRow, type ImportState } from '../../../src-shared/contract/imports.ts';
import { headingKey } from '../../../src-shared/domain/import/guess-columns.ts';
import type { ColumnMap, ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import { columnLetter, type Table } from '../../../src-shared/domain/import/table.ts';
import type { Person } from '../accounts/accounts.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { StationProblem } from '../station-problem.ts';
import type { LineOutcome } from './import-line.ts';
import { importLines } from './import-lines.ts';
import { isStoppedByFullDisk } from './is-stopped-by-full-disk.ts';
import { readList, type ReadList } from './read-list.ts';
import { readTable } from './read-table.ts';

/** While a list is being tried or taken in the page asks several times a second: it hears of so many rows then, and of all that are kept at the end. */
const MOST_MEANWHILE = 500;

/** Lists people are taking in on the screen: in memory only, one for each account, gone with the file. */
export interface ImportDesk {
  open(db: StationDatabase, person: Person, kind: ImportKind, fileName: string, bytes: Uint8Array): Promise<ImportFileAnswer>;
  /** Columns as chosen by hand; the list is tried anew. */
  choose(db: StationDatabase, person: Person, id: string, columns: ColumnMap, headerRow: number): Promise<ImportState | null>;
  start(db: StationDatabase, person: Person, id: string, includeLikely: boolean): ImportState | null;
  stop(person: Person, id: string): ImportState | null;
  state(person: Person, id: string): ImportState | null;
}

interface Work { db: StationDatabase; table: Table; list: ReadList; state: ImportState; ending: AbortController }

export function createImportDesk(log: (event: string, facts?: Record<string, unknown>) => void): ImportDesk {
  const works = new Map<string, Work>();
  const workOf = (person: Person, id: string): Work | undefined => { const work = works.get(person.account); return work?.state.id === id ? work : undefined; };

  const go = async (work: Work, person: Person, dryRun: boolean, includeLikely: boolean): Promise<void> => {
    const { state, list, db, ending } = work;
    Object.assign(state, { step: dryRun ? 'trying' : 'running', finished: list.refused.length, added: 0, already: 0, there: 0, likely: 0, refused: list.refused.length, expired: [], sharedCards: [], notTaken: list.refused.slice(0, MOST_ROWS_NAMED).map((refused) => shown(list, { ...refused, outcome: 'refused' })) });
    // The answer that it has begun goes first.
    await nextTurn();
    try {
      const outcomes = await importLines(db, person, list.lines, { dryRun, includeLikely }, (outcome) => { if (!isStoppedByFullDisk(outcome)) count(state, list, outcome); }, ending.signal);
      // Another one goes on with the state since then.
      if (work.ending !== ending) return;
      const isFull = isStoppedByFullDisk(outcomes.at(-1));
      state.problem = isFull ? 'DiskFull' : undefined;
      state.step = ending.signal.aborted || isFull ? 'stopped' : dryRun ? 'tried' : 'done';
    } catch (error) {
      if (work.ending !== ending) return;
      state.step = 'stopped';
      state.problem = error instanceof StationProblem ? error.code : 'Fault';
      if (!ending.signal.aborted) log('importBroke', { kind: state.kind, name: error instanceof Error ? error.name : typeof error });
    }
    state.notTaken.sort((a, b) => a.row - b.row);
    if (!dryRun) log('imported', { kind: state.kind, added: state.added, already: state.already, refused: state.refused, stopped: state.step === 'stopped' });
  };
  const lay = async (work: Work, person: Person, columns?: ColumnMap, headerRow?: number): Promise<void> => {
    work.ending.abort();
    const ending = work.ending = new AbortController();
    const list = await readList(work.table, work.state.kind, { columns, headerRow });
    // Chosen anew, or begun, while it was read.
    if (work.ending !== ending) return;
    work.list = list;
    const { state } = work;
    Object.assign(state, { columns: list.columns, headerRow: list.headerRow, headings: list.headings, missing: list.missing, rows: list.lines.length + list.refused.length, repairs: list.lines.flatMap(({ row, repairs }) => repairs.map((repair) => ({ row, ...repair }))).slice(0, MOST_ROWS_NAMED) });
    if (list.missing.length > 0) Object.assign(state, { step: 'columns', finished: 0, added: 0, already: 0, there: 0, likely: 0, refused: 0, notTaken: [], expired: [], sharedCards: [] });
    else { state.step = 'trying'; void go(work, person, true, false); }
  };

  return {
    async open(db, person, kind, fileName, bytes) {
      let table: Table;
      try { table = await readTable(bytes); } catch (error) {
        if (!(error instanceof StationProblem)) throw error;
        return { ok: false, refusals: [{ code: error.code }] };
      }
      works.get(person.account)?.ending.abort();
      const list: ReadList = { kind, columns: {}, headerRow: -1, headings: [], missing: [], lines: [], refused: [] };
      const state: ImportState = {
        id: randomUUID(), fileName: fileName.slice(0, 120), kind, letters: table.letters, separator: table.separator, sheet: table.sheet, columns: {}, headerRow: -1, headings: [], missing: [],
        step: 'columns', rows: 0, finished: 0, added: 0, already: 0, there: 0, likely: 0, refused: 0, notTaken: [], repairs: [], expired: [], sharedCards: [],
      };
      const work: Work = { db, table, list, state, ending: new AbortController() };
      works.set(person.account, work);
      await lay(work, person);
      const remembered = db.settings.get<{ columns: ColumnMap; headerRow: number }>(rememberedKey(work.state));
      if (remembered) await lay(work, person, remembered.columns, remembered.headerRow);
      return { ok: true, id: state.id, state: seen(state) };
    },
    async choose(db, person, id, columns, headerRow) {
      const work = workOf(person, id);
      if (!work || work.db !== db || work.state.step === 'running') return seenOf(work);
      await lay(work, person, columns, headerRow);
      return seen(work.state);
    },
    start(db, person, id, includeLikely) {
      const work = workOf(person, id);
      if (!work || work.db !== db || !['tried', 'stopped', 'done'].includes(work.state.step)) return seenOf(work);
      work.ending = new AbortController();
      const { columns, headerRow } = work.state;
      db.settings.set(rememberedKey(work.state), { columns, headerRow });
      void go(work, person, false, includeLikely);
      work.state.step = 'running';
      return seen(work.state);
    },
    stop(person, id) {
      const work = workOf(person, id);
      work?.ending.abort();
      return seenOf(work);
    },
    state: (person, id) => seenOf(workOf(person, id)),
  };
}

const seen = (state: ImportState): ImportState => (state.step === 'trying' || state.step === 'running'
  ? { ...state, notTaken: state.notTaken.slice(0, MOST_MEANWHILE), repairs: state.repairs.slice(0, MOST_MEANWHILE) } : state);
const seenOf = (work: Work | undefined): ImportState | null => (work ? seen(work.state) : null);

/** The choice of columns belongs to the headings; these hold no person. */
const rememberedKey = ({ kind, headings }: ImportState): string => `import.columns.${kind}.${createHash('sha256').update(headingKey(headings.map(({ heading }) => heading))).digest('base64url').slice(0, 22)}`;

function count(state: ImportState, list: ReadList, outcome: LineOutcome): void {
  state.finished += 1;
  state[outcome.outcome] += 1;
  if (outcome.outcome === 'added' && outcome.warnings.includes('LotExpired') && state.expired.length < MOST_ROWS_NAMED) state.expired.push(outcome.row);
  if (outcome.outcome === 'added' && outcome.warnings.includes('InsuranceNumberShared') && state.sharedCards.length < MOST_ROWS_NAMED) state.sharedCards.push(outcome.row);
  if (outcome.outcome !== 'added' && outcome.outcome !== 'already' && state.notTaken.length < MOST_ROWS_NAMED) state.notTaken.push(shown(list, outcome));
}

function shown(list: ReadList, outcome: Exclude<LineOutcome, { outcome: 'added' | 'already' }>): ImportRow {
  const problems = 'problems' in outcome ? outcome.problems : [];
  return {
    row: outcome.row, outcome: outcome.outcome, people: 'people' in outcome ? outcome.people : [],
    problems: problems.map((problem) => {
      const at = problem.field === undefined ? undefined : list.columns[problem.field];
      return at === undefined ? problem : { ...problem, letter: columnLetter(at), heading: list.headings[at]?.heading };
    }),
  };
}
