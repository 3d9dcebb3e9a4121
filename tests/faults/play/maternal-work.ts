import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimContext } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { WorkTools } from './work-tools.ts';

const pregnancyFields = ['registeredOn', 'lastPeriodOn', 'gravida', 'otherRisks', 'note'];

/** What people do in the register of mothers: register, amend with a test, examine, write a birth down, link a newborn, visit after the birth, say what became of it. */
export function createMaternalWork({ random }: SimContext, { run, all, type, newId, only, day }: WorkTools): (station: SimStation) => void {
  const held = (station: SimStation, table: string): DocumentBody[] => all(station, table).filter(({ voided }) => voided === undefined);
  const expect = (station: SimStation) => {
    const patients = all(station, 'patients');
    if (patients.length === 0) return;
    const id = newId('pregnancies');
    const { word, note } = type(id, 'note');
    run(station, 'registerPregnancy', { id, patientId: pickOf(random, patients)._id, registeredOn: '2026-01-10', lastPeriodOn: '2025-08-01', note: word }, note);
  };
  const amend = (station: SimStation, pregnancy: DocumentBody) => {
    const { word, note } = type(pregnancy._id, 'otherRisks', pregnancy['otherRisks']);
    const { version } = pregnancy;
    run(station, 'amendPregnancy', { id: pregnancy._id, ...(typeof version === 'string' ? { editedVersion: version } : {}), ...only(pregnancy, pregnancyFields), otherRisks: word, screenings: [{ test: pickOf(random, ['hiv', 'hbsag']), result: 'negative', on: day }] }, note);
  };
  const examine = (station: SimStation, { _id: pregnancyId, patientId }: DocumentBody) => {
    const id = newId('antenatalVisits');
    const { word, note } = type(id, 'note');
    run(station, 'recordAntenatalVisit', { id, patientId, pregnancyId, occurredOn: day, weightKg: wholeOf(random, 45, 70), note: word }, note);
  };
  const deliver = (station: SimStation, { _id: pregnancyId, patientId }: DocumentBody) => {
    const id = newId('births');
    const { word, note } = type(id, 'note');
    run(station, 'recordBirth', { id, patientId, pregnancyId, bornOn: day, place: 'station', mode: 'vaginal', babies: [{ sex: 'female', status: 'live' }, { sex: 'male', status: 'live' }], motherStatus: 'well', note: word }, note);
  };
  const link = (station: SimStation, { _id: id }: DocumentBody) => { run(station, 'linkNewborn', { id, baby: wholeOf(random, 0, 1), childId: pickOf(random, all(station, 'patients'))._id }); };
  const visit = (station: SimStation, { pregnancyId, patientId }: DocumentBody) => {
    const id = newId('postnatalVisits');
    const { word, note } = type(id, 'note');
    run(station, 'recordPostnatalVisit', { id, patientId, pregnancyId, occurredOn: day, place: 'home', bleeding: 'normal', note: word }, note);
  };
  const change = (station: SimStation, { _id }: DocumentBody) => {
    const { word, note } = type(_id, 'statusChanges');
    run(station, 'changePregnancyStatus', { id: _id, on: day, status: pickOf(random, ['active', 'miscarried', 'movedAway']), reason: word }, note);
  };
  return (station) => {
    const [pregnancies, births] = [held(station, 'pregnancies').slice(0, 3), held(station, 'births').slice(0, 2)];
    const kind = random();
    if (pregnancies.length === 0 || kind < 0.15) expect(station);
    else if (kind < 0.45) amend(station, pickOf(random, pregnancies));
    else if (kind < 0.6) examine(station, pickOf(random, pregnancies));
    else if (kind < 0.7) deliver(station, pickOf(random, pregnancies));
    else if (kind < 0.78) change(station, pickOf(random, pregnancies));
    else if (births.length === 0) examine(station, pickOf(random, pregnancies));
    else if (kind < 0.9) link(station, pickOf(random, births));
    else visit(station, pickOf(random, births));
  };
}
