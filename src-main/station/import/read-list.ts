import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonicalJson } from '../../../src-shared/domain/common/canonical-json.ts';
import { guessColumns } from '../../../src-shared/domain/import/guess-columns.ts';
import { neededFields, type ColumnMap, type ImportKind } from '../../../src-shared/domain/import/import-fields.ts';
import { createSameRows } from '../../../src-shared/domain/import/same-rows.ts';
import type { RowProblem, RowRepair } from '../../../src-shared/domain/import/row-reading.ts';
import { rowToPatient } from '../../../src-shared/domain/import/row-to-patient.ts';
import { rowToEquipment, type EquipmentLine } from '../../../src-shared/domain/import/row-to-equipment.ts';
import { rowToStock, type StockLine } from '../../../src-shared/domain/import/row-to-stock.ts';
import { cellText, columnLetter, type Table } from '../../../src-shared/domain/import/table.ts';
import type { RegisterPatientInput } from '../../../src-shared/domain/patient/patient.schema.ts';

/** A row that can be tried; its key is made of what it says, so the same list again is the same work. */
export type ListLine = { row: number; key: string; repairs: RowRepair[]; /** The first row of the file that says the same. */ sameAs?: number } & ({ kind: 'patients'; input: RegisterPatientInput } | { kind: 'stock'; input: StockLine } | { kind: 'equipment'; input: EquipmentLine });
export interface ListColumn { letter: string; heading: string; /** The first values below it. */ samples: string[] }
export interface ReadList {
  kind: ImportKind; columns: ColumnMap; /** From 0; -1 where there are no headings. */ headerRow: number; headings: ListColumn[];
  /** Fields of which the list has no column. */ missing: string[][];
  lines: ListLine[]; refused: { row: number; problems: RowProblem[] }[];
}

/** Longer than this at a stretch, and other people's clicks would wait. */
const TURN_MS = 15;

/** A table as a list of people, stock or equipment; `columns` as chosen by hand, else guessed from the headings. */
export async function readList(table: Table, kind: ImportKind, chosen: { columns?: ColumnMap; headerRow?: number } = {}): Promise<ReadList> {
  const guess = guessColumns(table.rows, kind);
  const headerRow = chosen.headerRow ?? guess.headerRow;
  const columns = chosen.columns ?? guess.columns;
  const missing = neededFields[kind].filter((fields) => fields.every((field) => columns[field] === undefined)).map((fields) => [...fields]);
  const list: ReadList = { kind, columns, headerRow, headings: headingsOf(table, headerRow), missing, lines: [], refused: [] };
  if (missing.length > 0) return list;
  const headings = list.headings.map(({ heading }) => heading);
  const read = { patients: rowToPatient, stock: rowToStock, equipment: rowToEquipment }[kind];
  const firstSame = createSameRows();
  const occurrences = new Map<string, number>();
  let turn = performance.now();
  for (let at = headerRow + 1; at < table.rows.length; at += 1) {
    const cells = table.rows[at] ?? [];
    const reading = read(cells, columns, headings);
    const row = at + 1;
    if (reading && !reading.ok) list.refused.push({ row, problems: reading.problems });
    if (reading?.ok) {
      const sameAs = firstSame(reading.input, row);
      list.lines.push({ kind, row, repairs: reading.repairs, input: reading.input, key: keyOf(kind, reading.input, occurrences), ...(sameAs === undefined ? {} : { sameAs }) } as ListLine);
    }
    if (performance.now() - turn > TURN_MS) { await nextTurn(); turn = performance.now(); }
  }
  return list;
}

function headingsOf({ rows }: Table, headerRow: number): ListColumn[] {
  const below = rows.slice(headerRow + 1, headerRow + 60);
  const width = Math.max(0, ...rows.slice(0, 100).map((row) => row.length));
  return Array.from({ length: width }, (_, at) => ({
    letter: columnLetter(at), heading: cellText(rows[headerRow]?.[at]) || cellText(rows[headerRow - 1]?.[at]),
    samples: below.map((row) => cellText(row[at])).filter(Boolean).slice(0, 3),
  }));
}

/** The stage of vial monitors and what keeps vaccines are no part of it: lists were taken in before they were read. */
function keyOf(kind: ImportKind, { vvmStage: _stage, ...rest }: object & { vvmStage?: unknown; line?: object & { coldPlace?: unknown } }, occurrences: Map<string, number>): string {
  const { coldPlace: _cold, ...line } = rest.line ?? {};
  const input = rest.line ? { ...rest, line } : rest;
  const hash = createHash('sha256').update(canonicalJson({ kind, input })).digest('base64url').slice(0, 27);
  const occurrence = (occurrences.get(hash) ?? 0) + 1;
  occurrences.set(hash, occurrence);
  return `import:${hash}:${occurrence}`;
}
