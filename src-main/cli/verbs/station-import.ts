import { readFileSync } from 'node:fs';
import { columnLetter } from '../../../src-shared/domain/import/table.ts';
import { fieldsOf, importFields, type ColumnMap, type ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import type { LineOutcome } from '../../station/import/import-line.ts';
import { readList, type ReadList } from '../../station/import/read-list.ts';
import { readTable } from '../../station/import/read-table.ts';
import { createTakenRows } from '../../station/import/taken-rows.ts';
import { StationProblem } from '../../station/station-problem.ts';
import { isStoppedByFullDisk } from '../../station/import/is-stopped-by-full-disk.ts';
import { importWords } from '../import-words.ts';
import { refuseFolder } from '../given-file.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { UsageError, type Verb } from '../verb.ts';

/** Rows handed over at once; each is still a commit of its own. */
const batchLines = 100;
/** A dry run writes nothing, so what a row would add is known only to the rows handed over with it. */
const triedLines = 1000;

export const stationImport: Verb = {
  name: 'station import',
  summary: 'people, opening stock or equipment from a spreadsheet, with the same checks as the screen',
  usage: '--dir D --account A --kind patients|stock|equipment FILE.xlsx|.csv [--dry-run] [--columns FIELD=B,…] [--include-likely] [--quiet]',
  help: [
    ...stationOptionsHelp,
    '--kind patients|stock|equipment  what the list is of',
    '--dry-run              writes nothing, tells what would happen',
    '--columns FIELD=B,…    which column (A, B, …) holds which field, where the headings do not tell',
    '--include-likely       also writes in people who are likely to be in the book already',
    '--quiet                no progress on stderr',
    `fields of people: ${fieldsOf('patients').join(' ')}`,
    `fields of stock:  ${fieldsOf('stock').join(' ')}`,
    `fields of equipment: ${fieldsOf('equipment').join(' ')}`,
    'Every row that is not taken in is named with its reason. Running it again changes nothing.',
    'Exit 0: every row was answered; rows not taken in are listed in "refused".',
    'Exit 1: stopped at a full disk or a fault, which is said with the row; running it again goes on from there.',
  ],
  options: { ...stationOptions, kind: { type: 'string' }, 'dry-run': { type: 'boolean' }, columns: { type: 'string' }, 'include-likely': { type: 'boolean' }, quiet: { type: 'boolean' } },
  positionals: { min: 1, max: 1 },
  async run(args) {
    const kind = args.need('kind');
    if (!Object.hasOwn(importFields, kind)) throw new UsageError('--kind is patients, stock or equipment');
    const file = args.positionals[0] ?? '';
    refuseFolder(file);
    const table = await readTable(readFileSync(file));
    const guess = await readList(table, kind as ImportKind);
    const chosen = args.text('columns');
    const list = chosen === undefined ? guess : await readList(table, kind as ImportKind, { headerRow: guess.headerRow, columns: { ...guess.columns, ...parseColumns(chosen, kind as ImportKind) } });
    if (list.missing.length > 0) throw new UsageError(`no column found for ${list.missing.map((fields) => fields.join(' or ')).join(', ')}; name it with --columns, e.g. --columns ${list.missing[0]?.[0]}=B`);
    const options = { dryRun: args.flag('dry-run'), includeLikely: args.flag('include-likely') };
    const outcomes: LineOutcome[] = [];
    const taken = createTakenRows();
    await withWork(args, async (work) => {
      const step = options.dryRun ? triedLines : batchLines;
      for (let at = 0; at < list.lines.length; at += step) {
        const batch = list.lines.slice(at, at + step);
        outcomes.push(...batch.flatMap((line) => taken.repeated(line) ?? []));
        const fresh = batch.filter((line) => taken.repeated(line) === undefined);
        const answers = await work.importLines(fresh, options);
        fresh.forEach((line, i) => { const answer = answers[i]; if (answer) taken.note(line, answer); });
        outcomes.push(...answers);
        const last = answers.at(-1);
        if (last && isStoppedByFullDisk(last)) throw fullDisk(last.row, list, outcomes);
        if (!args.flag('quiet') && process.stderr.isTTY) args.say(`${outcomes.length} of ${list.lines.length}`);
      }
    });
    const summary = summarize(list, outcomes);
    args.answer({ kind, dryRun: options.dryRun, letters: table.letters, separator: table.separator, sheet: table.sheet, columns: summary.columns, ok: summary.ok, already: summary.already, refused: summary.refused, expired: summary.expired, sharedCards: summary.sharedCards }, [
      `${summary.ok} ${options.dryRun ? 'would be added' : 'added'}, ${summary.already} done before, ${summary.refused.length} not taken in`,
      ...summary.refused.flatMap(({ row, more = [], ...first }) => [first, ...more].map((reason) => `row ${row}${reasonWords(reason)}`)),
      ...summary.expired.map((row) => `row ${row}: taken in, but ${importWords('LotExpired')}`),
      ...summary.sharedCards.map((row) => `row ${row}: taken in, but ${importWords('InsuranceNumberShared')}`),
    ]);
  },
};

/** What was counted is on the disk; nothing of the row it stopped at is. */
function fullDisk(row: number, list: ReadList, outcomes: readonly LineOutcome[]): StationProblem {
  const { ok, already, refused } = summarize(list, outcomes.slice(0, -1));
  return new StationProblem('DiskFull', `the disk is full; stopped at row ${row}: ${ok} added, ${already} done before, ${refused.length} not taken in. Make room and run it again: it goes on from there`, { row, ok, already, refused });
}

interface Reason { code: string; column?: string; heading?: string; field?: string; value?: string }
interface RefusedRow extends Reason { row: number; people?: unknown; more?: Reason[] }

const reasonWords = ({ code, column, heading, value }: Reason): string => `${column ? ` column ${column}${heading ? ` (${heading})` : ''}` : ''}: ${importWords(code, value)}`;

/** Rows in the order of the file; the first reason is the row's own, the others stand in `more`. */
function summarize(list: ReadList, outcomes: readonly LineOutcome[]) {
  const columnOf = (field: string | undefined): Pick<Reason, 'column' | 'heading' | 'field'> => {
    const at = field === undefined ? undefined : list.columns[field];
    return { ...(field === undefined ? {} : { field }), ...(at === undefined ? {} : { column: columnLetter(at), heading: list.headings[at]?.heading }) };
  };
  const problemsOf = (row: number, problems: { field?: string; code: string; value?: string }[]): RefusedRow => {
    const [first = { code: 'Refused' }, ...more] = problems.map(({ field, code, value }) => ({ code, ...columnOf(field), ...(value === undefined ? {} : { value }) }));
    return { row, ...first, ...(more.length > 0 ? { more } : {}) };
  };
  const refused = [
    ...list.refused.map(({ row, problems }) => problemsOf(row, problems)),
    ...outcomes.flatMap((outcome): RefusedRow[] => {
      if (outcome.outcome === 'refused') return [problemsOf(outcome.row, outcome.problems)];
      if (outcome.outcome === 'there') return [{ row: outcome.row, code: 'AlreadyInBook', people: outcome.people }];
      return outcome.outcome === 'likely' ? [{ row: outcome.row, code: 'LikelyInBook', people: outcome.people }] : [];
    }),
  ].sort((a, b) => a.row - b.row);
  const columns = Object.fromEntries(Object.entries(list.columns).map(([field, at = 0]) => [field, columnLetter(at)]));
  const warned = (code: string) => outcomes.flatMap((outcome) => (outcome.outcome === 'added' && outcome.warnings.includes(code) ? [outcome.row] : []));
  return { columns, refused, expired: warned('LotExpired'), sharedCards: warned('InsuranceNumberShared'), ok: outcomes.filter(({ outcome }) => outcome === 'added').length, already: outcomes.filter(({ outcome }) => outcome === 'already').length };
}

function parseColumns(text: string, kind: ImportKind): ColumnMap {
  return Object.fromEntries(text.split(',').map((part) => {
    const [field = '', letters = ''] = part.split('=').map((word) => word.trim());
    if (!fieldsOf(kind).includes(field) || !/^[A-Za-z]{1,2}$/.test(letters)) throw new UsageError(`--columns: ${JSON.stringify(part)} is not FIELD=LETTER; fields are ${fieldsOf(kind).join(' ')}`);
    return [field, [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
  }));
}
