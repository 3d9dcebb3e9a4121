import { chronicConditions } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { describedFields } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { pickOf, wholeOf } from '../world/sim-context.ts';
import type { SimContext } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import { createCaseWork } from './case-work.ts';
import { createColdWork } from './cold-work.ts';
import { createMaternalWork } from './maternal-work.ts';
import { createVaccineWork } from './vaccine-work.ts';
import type { WorkTools } from './work-tools.ts';

/** What people do in the other registers: vaccinations, chronic conditions, mothers, cases of notifiable diseases, the equipment, what fridges read, vial monitors and doses thrown away, the unit's profile and its population, a count of the store room. */
export function createRegisterWork(context: SimContext, tools: WorkTools): (station: SimStation) => void {
  const { random } = context;
  const { run, all, type, newId, only, day } = tools;
  const mothers = createMaternalWork(context, tools);
  const cases = createCaseWork(context, tools);
  const cool = createColdWork(context, tools);
  const vaccines = createVaccineWork(context, tools);
  let counts = 0;
  const add = (station: SimStation) => {
    const id = newId('equipment');
    const { word, note } = type(id, 'model');
    run(station, 'addEquipment', { id, name: 'Nhiệt kế', countUnit: 'cái', quantity: wholeOf(random, 2, 9), model: word }, note);
  };
  const correct = (station: SimStation, line: DocumentBody) => {
    const { word, note } = type(line._id, 'model', line['model']);
    run(station, 'correctEquipment', { id: line._id, ...only(line, describedFields), model: word }, note);
  };
  const report = (station: SimStation, { _id: equipmentId }: DocumentBody) => {
    run(station, 'reportEquipment', { id: newId('equipmentEvents'), equipmentId, occurredOn: day, kind: 'broken', quantity: 1, from: 'working' });
  };
  const profile = (station: SimStation) => {
    const headcount = wholeOf(random, 1, 9);
    run(station, 'recordFacilityProfile', pickOf(random, [{ staff: { nurse: { headcount, atWork: 1 } } }, { rooms: { examination: headcount } }, { beds: { stay: { planned: headcount, actual: 1, occupied: 0 } } }]));
  };
  const figures = (station: SimStation) => { run(station, 'recordYearFigures', { year: day.slice(0, 4), population: wholeOf(random, 1000, 9000) }); };
  const count = (station: SimStation) => {
    const lots = all(station, 'lots').slice(0, 3);
    // Ids of its movements are made of its own and the lots', which are no random numbers here: its place in time tells counts apart.
    const id = newId('stocktakes').replace('-0000-', `-${(counts += 1).toString(16).padStart(4, '0')}-`);
    if (lots.length > 0) run(station, 'finishStocktake', { id, lines: lots.map(({ _id }) => ({ lotId: _id, countedBaseUnits: wholeOf(random, 0, 600), reasonCode: 'unknown' })) });
  };
  const vaccinate = (station: SimStation) => {
    const patients = all(station, 'patients');
    if (patients.length === 0) return;
    const id = newId('immunizations');
    const { word, note } = type(id, 'note');
    run(station, 'recordImmunization', { id, patientId: pickOf(random, patients)._id, vaccine: 'BCG', doseNumber: 1, occurredOn: '1990-05', place: 'elsewhere', note: word }, note);
  };
  const react = (station: SimStation) => {
    const given = all(station, 'immunizations').filter(({ voided }) => voided === undefined).slice(0, 2);
    if (given.length === 0) return vaccinate(station);
    const { _id } = pickOf(random, given);
    const { word, note } = type(_id, 'reactions');
    run(station, 'addImmunizationReaction', { id: _id, onsetOn: day, signs: word, severity: 'mild', outcome: 'recovered' }, note);
  };
  const enrol = (station: SimStation) => {
    const patients = all(station, 'patients');
    if (patients.length === 0) return;
    const id = newId('episodes');
    const { word, note } = type(id, 'note');
    run(station, 'enrolCondition', { id, patientId: pickOf(random, patients)._id, condition: pickOf(random, chronicConditions), foundOn: '1990', foundBy: 'visit', enrolledOn: '1990-05-01', note: word }, note);
  };
  const follow = (station: SimStation) => {
    const patients = all(station, 'patients');
    if (patients.length === 0) return;
    const id = newId('followUps');
    const { word, note } = type(id, 'note');
    run(station, 'recordFollowUp', { id, patientId: pickOf(random, patients)._id, occurredOn: day, bloodPressure: [{ systolicMmHg: wholeOf(random, 100, 179), diastolicMmHg: 80 }], note: word }, note);
  };
  const change = (station: SimStation) => {
    const managed = all(station, 'episodes').filter(({ voided }) => voided === undefined).slice(0, 2);
    if (managed.length === 0) return enrol(station);
    const { _id } = pickOf(random, managed);
    const { word, note } = type(_id, 'statusChanges');
    run(station, 'changeEpisodeStatus', { id: _id, on: day, status: pickOf(random, ['active', 'referred', 'stopped', 'movedAway']), reason: word }, note);
  };
  return (station) => {
    const lines = all(station, 'equipment');
    const kind = random();
    if (kind < 0.12) count(station);
    else if (kind < 0.2) profile(station);
    else if (kind < 0.24) figures(station);
    else if (kind < 0.28) cool(station);
    else if (kind < 0.31) cases(station);
    else if (kind < 0.36) vaccinate(station);
    else if (kind < 0.44) react(station);
    else if (kind < 0.48) enrol(station);
    else if (kind < 0.53) follow(station);
    else if (kind < 0.6) change(station);
    else if (kind < 0.64) vaccines(station);
    else if (kind < 0.76) mothers(station);
    else if (lines.length === 0 || kind < 0.81) add(station);
    else if (kind < 0.95) correct(station, pickOf(random, lines.slice(0, 3)));
    else report(station, pickOf(random, lines.slice(0, 3)));
  };
}
