import { foldForSearch } from '../common/fold-for-search.ts';
import { readNationalId as meaningOf } from '../patient/national-id.ts';
import type { RegisterPatientInput } from '../patient/patient.schema.ts';
import type { ColumnMap } from './import-fields.ts';
import { readDate, readNationalId, readPhone, readSex } from './read-cells.ts';
import { createRowReader, type RowReader, type RowReading } from './row-reading.ts';
import type { Cell } from './table.ts';

const birth = (cell: Cell | undefined) => readDate(cell, true);
const day = (cell: Cell | undefined) => readDate(cell, false);
/** Said in lists instead of leaving the cell empty. */
const nothing = new Set(['', 'khong', 'chua', 'chua co', 'ko', 'k', 'none', 'no']);

/** One line of a list of people as what the screen would register; `undefined` for an empty one. */
export function rowToPatient(cells: readonly Cell[], columns: ColumnMap): RowReading<RegisterPatientInput> | undefined {
  const row = createRowReader(cells, columns);
  if (row.isEmpty) return undefined;
  const fullName = row.text('fullName');
  if (fullName === undefined) row.problem('fullName', 'Missing');
  const { nationalId, oldNumber } = papers(row);
  const { bornOn, sex } = bornAndSex(row, nationalId);
  const guardianName = row.text('guardianName');
  const line = row.text('addressLine');
  const note = [row.text('note'), oldNumber && `CMND: ${oldNumber}`].filter(Boolean).join('\n') || undefined;
  const input = {
    fullName: fullName ?? '', sex: sex ?? 'undetermined', bornOn: bornOn ?? '',
    nationalId, noNationalIdReason: nationalId === undefined ? 'other' as const : undefined,
    insuranceNumber: meaningful(row, 'insuranceNumber'), insuranceValidTo: row.read('insuranceValidTo', day),
    village: row.text('village'), householdHead: row.text('householdHead'), address: line === undefined ? undefined : { line },
    phone: meaningful(row, 'phone') === undefined ? undefined : row.read('phone', readPhone), ethnicity: row.text('ethnicity'), occupation: row.text('occupation'),
    guardian: guardianName === undefined ? undefined : { fullName: guardianName, relation: row.text('guardianRelation'), phone: row.read('guardianPhone', readPhone) },
    allergies: (meaningful(row, 'allergies') ?? '').split(/[,;]/).map((substance) => substance.trim()).filter(Boolean).map((substance) => ({ substance })),
    note,
  };
  return row.problems.length > 0 ? { ok: false, problems: row.problems } : { ok: true, input: plain(input), repairs: row.repairs };
}

function papers(row: RowReader): { nationalId?: string; oldNumber?: string } {
  if (meaningful(row, 'nationalId') === undefined) return {};
  const number = row.read('nationalId', (cell) => {
    const outcome = readNationalId(cell);
    return 'problem' in outcome && outcome.problem === 'OldIdNumber' ? { value: '' } : outcome;
  });
  if (number !== '') return { nationalId: number };
  const oldNumber = row.text('nationalId')?.replace(/\D/g, '') ?? '';
  row.repair('nationalId', 'OldIdNumber', `CMND: ${oldNumber}`);
  return { oldNumber };
}

/** The sex from its column, from the column the birth year stands in, or else from the citizen number. */
function bornAndSex(row: RowReader, nationalId: string | undefined): { bornOn?: string; sex?: RegisterPatientInput['sex'] } {
  const columns = (['bornOnMale', 'bornOnFemale'] as const).filter((field) => row.has(field));
  const crossed = columns.find((field) => foldForSearch(row.text(field) ?? '') === 'x');
  const bornIn = columns.find((field) => field !== crossed);
  const bornOn = row.has('bornOn') ? row.read('bornOn', birth) : bornIn && row.read(bornIn, birth);
  if (bornOn === undefined && !row.problems.some(({ field }) => field?.startsWith('bornOn'))) row.problem('bornOn', 'Missing');
  const column = crossed ?? bornIn;
  if (columns.length > 1) { row.problem('sex', 'SexUnclear'); return { bornOn }; }
  if (row.has('sex')) return { bornOn, sex: row.read('sex', readSex) };
  if (column !== undefined) return { bornOn, sex: column === 'bornOnMale' ? 'male' : 'female' };
  const says = nationalId === undefined ? undefined : meaningOf(nationalId);
  if (says) row.repair('sex', 'SexFromNationalId', says.sex); else row.problem('sex', 'Missing');
  return { bornOn, sex: says?.sex };
}

const meaningful = (row: RowReader, field: string): string | undefined => (nothing.has(foldForSearch(row.text(field) ?? '')) ? undefined : row.text(field));

const plain = <T extends object>(input: T): T => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as T;
