import type { OperationName } from '../../../src-shared/contract/operations.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import type { EquipmentLine } from '../../../src-shared/domain/import/row-to-equipment.ts';
import type { RowProblem } from '../../../src-shared/domain/import/row-reading.ts';
import { findDuplicates, type Duplicate } from '../../../src-shared/domain/patient/find-duplicates.ts';
import { normalizePatient } from '../../../src-shared/domain/patient/normalize-patient.ts';
import type { Person } from '../accounts/accounts.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { runOperation, tryOperation } from '../operations/run-operation.ts';
import { matchMedicine } from './match-medicine.ts';
import type { ListLine } from './read-list.ts';
import type { Trial } from './trial.ts';

export interface ImportOptions { /** Nothing is written; what would happen is answered. */ dryRun: boolean; /** People who are likely to be in the book already are written in all the same. */ includeLikely: boolean }

/** What became of one row; `there`: the person is in the book already, `likely`: somebody in the book is likely the same one. */
export type LineOutcome = { row: number } & (
  | { outcome: 'added'; warnings: string[] }
  | { outcome: 'already' }
  | { outcome: 'there' | 'likely'; people: { id: string; fullName: string; bornOn: string; village?: string; because: Duplicate['because'] }[] }
  | { outcome: 'refused'; problems: RowProblem[] });

type Answer = ReturnType<typeof runOperation>;
type RunOne = (operation: OperationName, input: unknown, as?: string) => Answer;

/** One row of a list through the same operation as the screen. A row whose key is done changes nothing, whatever has become of the record since. With a `trial` nothing is written but into that. */
export function importLine(db: StationDatabase, person: Person, line: ListLine, { includeLikely }: Pick<ImportOptions, 'includeLikely'>, trial?: Trial): LineOutcome {
  const { row, key } = line;
  if (db.doneKeys.find(key)) return { row, outcome: 'already' };
  const seen = trial?.db ?? db;
  const run: RunOne = (operation, input, as = key) => {
    const request = { operation, key: as, input };
    if (!trial) return runOperation(db, person, request);
    const { answer, records } = tryOperation(seen, person, request);
    trial.note(records);
    return answer;
  };
  if (line.kind === 'patients') {
    const found = findDuplicates(line.input, seen.people.mayBeSame(normalizePatient(line.input)), 3).filter(({ certainty }) => certainty === 'same' || (certainty === 'likely' && !includeLikely));
    if (found[0]) return { row, outcome: found[0].certainty === 'same' ? 'there' : 'likely', people: found.map((duplicate) => shownPerson(seen, duplicate, db)) };
    return toOutcome(row, run('registerPatient', line.input));
  }
  if (line.kind === 'equipment') return importEquipment(line.input, { row, key, today: db.clock.today(), run });
  const { medicine, ...lot } = line.input;
  const match = matchMedicine(medicine, seen.stock.medicines());
  if ('problems' in match) return { row, outcome: 'refused', problems: match.problems };
  let medicineId = 'id' in match ? match.id : undefined;
  if ('add' in match) {
    const added = run('addMedicine', match.add, `${key.slice(0, 150)}:medicine`);
    if (!added.ok) return { row, outcome: 'refused', problems: added.refusals.flatMap(toProblems) };
    medicineId = added.result.id;
  }
  return toOutcome(row, run('recordOpeningStock', { ...lot, medicineId, occurredOn: db.clock.today() }));
}

/** A line whose things are broken is in only with the event that says so: its own key comes with the last of the two. */
function importEquipment({ line, state }: EquipmentLine, { row, key, today, run }: { row: number; key: string; today: string; run: RunOne }): LineOutcome {
  const added = run('addEquipment', line, state === undefined ? key : `${key.slice(0, 150)}:line`);
  if (!added.ok || state === undefined) return toOutcome(row, added, equipmentFields);
  return toOutcome(row, run('reportEquipment', { equipmentId: added.result.id, kind: state, quantity: line.quantity, from: 'working', occurredOn: today }), equipmentFields);
}

function toOutcome(row: number, answer: Answer, fields: Readonly<Record<string, string>> = {}): LineOutcome {
  if (!answer.ok) return { row, outcome: 'refused', problems: answer.refusals.flatMap(toProblems).map((problem) => ({ ...problem, ...(problem.field === undefined ? {} : { field: fields[problem.field] ?? problem.field }) })) };
  return answer.result.already ? { row, outcome: 'already' } : { row, outcome: 'added', warnings: answer.result.warnings.map(({ code }) => code) };
}

/** A person of a row above that is only tried has no page to be opened: no id. */
function shownPerson(seen: StationDatabase, { id, because }: Duplicate, db: StationDatabase) {
  const patient = seen.people.get(seen.people.get(id)?.patient.sameAs ?? id)?.patient;
  return { id: patient && !db.people.get(patient._id) ? '' : patient?._id ?? id, fullName: patient?.fullName ?? '', bornOn: patient?.bornOn ?? '', village: patient?.village, because };
}

/** The column each refusal speaks of. */
const fieldOfCode: Readonly<Record<string, string>> = {
  NationalIdMissing: 'nationalId', NationalIdMalformed: 'nationalId', NationalIdTaken: 'nationalId', InsuranceNumberMalformed: 'insuranceNumber', PhoneMalformed: 'phone',
  BornInFuture: 'bornOn', AgeImplausible: 'bornOn', MedicineCodeTaken: 'code', ExpiryNotADate: 'expiresOn', LotExpiryDiffers: 'expiresOn', LotExpired: 'expiresOn',
  SerialNeedsOnePiece: 'serial', SerialTaken: 'serial', ReceivedInFuture: 'receivedOn', MadeAfterReceived: 'yearMade', DueNotAfter: 'calibrationDueOn',
};
/** Columns of a list of equipment whose fields have another name, or one that lists of medicine use too. */
const equipmentFields: Readonly<Record<string, string>> = { name: 'equipmentName', code: 'equipmentCode', quantity: 'pieces', priceVnd: 'price' };
const fieldOfPath: Readonly<Record<string, string>> = { quantityBaseUnits: 'quantity', 'guardian.fullName': 'guardianName', 'guardian.phone': 'guardianPhone', 'address.line': 'addressLine' };

function toProblems({ code, field, issues, expiresOn }: Refusal): RowProblem[] {
  if (code === 'InvalidInput' && Array.isArray(issues)) {
    return (issues as { path: string; code: string }[]).map((issue) => ({ field: fieldOfPath[issue.path] ?? issue.path.split('.')[0], code: issue.code }));
  }
  const at = typeof field === 'string' ? fieldOfPath[field] ?? field : fieldOfCode[code];
  return [{ code, ...(at === undefined ? {} : { field: at }), ...(typeof expiresOn === 'string' ? { value: expiresOn } : {}) }];
}
