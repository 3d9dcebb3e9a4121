import { collections, collectionOfId } from '../../../src-shared/domain/collections.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';
import { resolveConflict } from '../../../src-main/station/sync/resolve-conflict.ts';
import type { Promises } from '../check/promises.ts';
import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimContext } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import { createRegisterWork } from './register-work.ts';

/** What people do at a station. Each is one real operation; what was answered is kept as a promise. */
export interface Work {
  /** Something a person may do now at this PC. */
  doSomething(station: SimStation): void;
  register(station: SimStation): void;
  stockUp(station: SimStation): void;
  /** Keeps a record that was deleted elsewhere. */
  keep(station: SimStation, conflict: string): void;
  decide(station: SimStation): void;
  /** What was not answered because the PC died or its disk was full is entered again, with the same key. */
  tryAgain(station: SimStation): void;
}
type Answered = (operation: string, key: string, input: unknown) => OperationAnswer | undefined;
interface Attempt { station: SimStation; device: string; operation: string; key: string; input: Record<string, unknown>; note: (answer: OperationAnswer) => void }

const personFields = ['fullName', 'sex', 'bornOn', 'noNationalIdReason', 'village', 'note', 'occupation', 'allergies'];
const visitFields = ['patientId', 'occurredOn', 'reason', 'symptoms', 'treatment', 'advice', 'diagnoses', 'observations'];
const only = (body: DocumentBody, fields: readonly string[]) => Object.fromEntries(fields.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])));
const day = '2026-03-20';
/** As a form sends it: one that is entered anew after somebody else's edit is refused, never saved over that. */
const seen = ({ version }: DocumentBody) => (typeof version === 'string' ? { editedVersion: version } : {});

/** `answered` stands between the operation and what the person hears: where a planted bug may sit. */
export function createWork(context: SimContext, promises: Promises, answered: (station: SimStation) => Answered): Work {
  const { random } = context;
  const unanswered: Attempt[] = [];
  const done: Attempt[] = [];
  let count = 0;
  const newId = (prefix: string) => `${prefix}:019a0000-0000-7000-8000-${(++count).toString(16).padStart(12, '0')}`;

  const attempt = (its: Attempt) => {
    let answer: OperationAnswer | undefined;
    try { answer = answered(its.station)(its.operation, its.key, its.input); } catch (error) {
      // A fault is an answer too: not saved. The disk was full.
      if ((error as { code?: string }).code !== 'SQLITE_FULL') throw error;
      unanswered.push(its);
      return;
    }
    if (answer === undefined) {
      if (typeof its.input['id'] === 'string') promises.maybe.add(its.input['id']);
      unanswered.push(its);
    } else if (answer.ok) {
      for (const id of answer.result.ids) promises.created.add(id);
      its.note(answer);
      done.push(its);
    }
  };
  const run = (station: SimStation, operation: string, input: Record<string, unknown>, note: Attempt['note'] = () => undefined) => {
    if (station.isUp) attempt({ station, device: station.device, operation, key: `k${++count}`, input, note });
  };
  const all = (station: SimStation, table: string): DocumentBody[] => [...station.db?.store.iterate(table) ?? []].filter((body) => Number(body['schemaVersion']) === 1);
  const type = (id: string, field: string, over?: unknown) => {
    const word = promises.nextWord();
    if (typeof over === 'string') promises.attempted.set(word, over);
    return { word, note: () => { promises.typed.set(word, { id, field, over: typeof over === 'string' ? over : undefined }); } };
  };
  const append = (before: unknown, word: string) => [before, word].filter(Boolean).join(' ');

  const register = (station: SimStation) => {
    const id = newId('patients');
    const { word, note } = type(id, 'note');
    run(station, 'registerPatient', { id, fullName: `Người ${count}`, sex: 'male', bornOn: '1980', noNationalIdReason: 'notBrought', village: 'Thôn 1', note: word }, note);
  };
  const edit = (station: SimStation, id: string) => {
    const patient = station.db?.store.get('patients', id);
    if (!patient || patient._deleted || Number(patient['schemaVersion']) !== 1) return;
    const field = random() < 0.5 ? 'note' : pickOf(random, ['village', 'occupation']);
    const { word, note } = type(id, field, field === 'note' ? undefined : patient[field]);
    run(station, 'updatePatient', { id, ...seen(patient), ...only(patient, personFields), [field]: field === 'note' ? append(patient['note'], word) : word }, note);
  };
  const visit = (station: SimStation) => {
    const patients = all(station, 'patients');
    if (patients.length === 0) return;
    const id = newId('encounters');
    const { word, note } = type(id, 'treatment');
    run(station, 'recordVisit', { id, patientId: pickOf(random, patients)._id, occurredOn: day, reason: 'Ho', diagnoses: [{ text: 'Cảm lạnh' }], treatment: word }, note);
  };
  const amend = (station: SimStation) => {
    const visits = all(station, 'encounters').filter(({ status }) => status !== 'voided');
    if (visits.length === 0) return;
    const its = pickOf(random, visits);
    const { word, note } = type(its._id, 'treatment');
    run(station, 'amendEncounter', { id: its._id, ...seen(its), ...only(its, visitFields), treatment: append(its['treatment'], word), amendReason: 'Sửa' }, note);
  };
  const stockUp = (station: SimStation) => {
    const medicine = newId('medicines');
    run(station, 'addMedicine', { id: medicine, code: `M${count}`, inn: 'Paracetamol', baseUnit: 'viên' });
    run(station, 'receiveStock', { id: newId('stockMovements'), lotId: newId('lots'), medicineId: medicine, lotNumber: `L${count}`, expiresOn: '2031-06', quantityBaseUnits: 500, occurredOn: day, source: 'upperLevel' });
  };
  const moveStock = (station: SimStation) => {
    const [lots, patients] = [all(station, 'lots'), all(station, 'patients')];
    if (lots.length === 0 || patients.length === 0) return;
    const its = pickOf(random, lots);
    const amount = wholeOf(random, 1, 20);
    if (random() < 0.5) run(station, 'dispenseMedicine', { id: newId('dispenses'), patientId: pickOf(random, patients)._id, occurredOn: day, items: [{ medicineId: its['medicineId'], quantityBaseUnits: amount }] });
    else run(station, 'adjustStock', { id: newId('stockMovements'), lotId: its._id, changeBaseUnits: -amount, reasonCode: 'wastage', occurredOn: day });
  };
  const undo = (station: SimStation) => {
    const dispenses = all(station, 'dispenses').filter(({ status }) => status === 'dispensed');
    if (dispenses.length > 0) run(station, 'reverseStock', { dispenseId: pickOf(random, dispenses)._id });
  };
  const decide = (station: SimStation) => {
    const open = all(station, 'conflicts').filter(({ resolution }) => resolution === undefined);
    if (!station.db || !station.isUp || open.length === 0) return;
    const conflict = pickOf(random, open);
    const recordId = String(conflict['recordId']);
    const { name: table, schemaVersion } = collectionOfId(recordId) ?? collections.patients;
    const before = station.db.store.get(table, recordId);
    if (!before || before._deleted || Number(before['schemaVersion']) > schemaVersion) return;
    try {
      const answer = resolveConflict(station.db, station.person, { id: conflict._id, choose: random() < 0.5 ? 'kept' : 'other' });
      if (!answer.ok) return;
    } catch (error) {
      if (!station.machine.isDead && (error as { code?: string }).code !== 'SQLITE_FULL') throw error;
      return;
    }
    const after = station.db.store.get(table, recordId);
    // Whoever decided saw both: what they put aside was put aside by a person. What that had been typed over stays typed over.
    for (const field of ['village', 'occupation']) {
      if (typeof before[field] === 'string' && before[field] !== after?.[field]) promises.excused.add(before[field]);
    }
  };
  const keep = (station: SimStation, id: string) => {
    if (!station.db || !station.isUp) return;
    try { resolveConflict(station.db, station.person, { id, choose: 'kept' }); } catch (error) { if (!station.machine.isDead) throw error; }
  };
  const keepRegisters = createRegisterWork(context, { run, all, type, newId, only, day });
  const repeat = (station: SimStation) => {
    const mine = done.filter((its) => its.station === station && its.device === station.device);
    if (mine.length === 0 || !station.isUp) return;
    const { operation, key, input } = pickOf(random, mine);
    const before = station.db?.store.count('auditEvents');
    const answer = station.run(operation, key, input);
    if (answer && (!answer.ok || !answer.result.already || station.db?.store.count('auditEvents') !== before)) throw new Error('a repeated key was done twice');
  };

  return {
    register, stockUp, keep, decide,
    doSomething(station) {
      const patients = all(station, 'patients');
      const kind = random();
      if (patients.length < 2 || kind < 0.08) register(station);
      else if (kind < 0.45) edit(station, pickOf(random, patients.slice(0, 4))._id);
      else if (kind < 0.52) visit(station);
      else if (kind < 0.62) amend(station);
      else if (kind < 0.66) stockUp(station);
      else if (kind < 0.75) moveStock(station);
      else if (kind < 0.78) undo(station);
      else if (kind < 0.9) keepRegisters(station);
      else if (kind < 0.96) decide(station);
      else repeat(station);
    },
    tryAgain(station) {
      for (const its of unanswered.splice(0)) {
        if (its.station !== station) unanswered.push(its);
        // Nobody enters anew what the lost PC was told: its key is gone with it.
        else if (its.device === station.device) attempt(its);
      }
    },
  };
}
