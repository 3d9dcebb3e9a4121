import { z } from 'zod';
import { roles, type Role } from '../domain/common/context.ts';
import type { Refusal, Warning } from '../domain/common/refusal.ts';
import { markSamePersonInput, registerPatientInput, restorePatientInput, unmarkSamePersonInput, updatePatientInput, voidPatientInput } from '../domain/patient/patient.schema.ts';
import { addEquipmentInput, correctEquipmentInput, moveEquipmentInput, reportEquipmentInput, restoreEquipmentInput, serviceEquipmentInput, undoEquipmentEventInput, voidEquipmentInput } from '../domain/facility/equipment.schema.ts';
import { decideColdAlarmInput } from '../domain/cold-chain/cold-decision.schema.ts';
import { recordTemperatureInput, voidTemperatureInput } from '../domain/cold-chain/temperature-reading.schema.ts';
import { changeEpisodeStatusInput, enrolConditionInput, voidEpisodeInput } from '../domain/chronic/episode.schema.ts';
import { recordFollowUpInput, voidFollowUpInput } from '../domain/chronic/follow-up.schema.ts';
import { recordFacilityProfileInput } from '../domain/facility/facility.schema.ts';
import { lockReportInput } from '../domain/report/report.schema.ts';
import { recordYearFiguresInput } from '../domain/report/year-figures.schema.ts';
import { acceptHandoverInput, declineHandoverInput, handOverPersonInput, takeBackPersonInput } from '../domain/handover/handover.schema.ts';
import { addImmunizationReactionInput, recordImmunizationInput, voidImmunizationInput } from '../domain/immunization/immunization.schema.ts';
import { recordEncounterInput, amendEncounterInput, restoreEncounterInput, voidEncounterInput } from '../domain/encounter/encounter.schema.ts';
import {
  addMedicineInput, recordOpeningStockInput, receiveStockInput, dispenseMedicineInput, adjustStockInput, discardStockInput, reverseStockInput, setLotStatusInput, checkVvmInput,
} from '../domain/supply/supply.schema.ts';
import { finishStocktakeInput } from '../domain/supply/stocktake.schema.ts';
import { recordAntenatalVisitInput, voidAntenatalVisitInput } from '../domain/maternal/antenatal-visit.schema.ts';
import { linkNewbornInput, recordBirthInput, voidBirthInput } from '../domain/maternal/birth.schema.ts';
import { recordPostnatalVisitInput, voidPostnatalVisitInput } from '../domain/maternal/postnatal-visit.schema.ts';
import { reportCaseInput, reviseCaseReportInput, withdrawCaseReportInput } from '../domain/surveillance/case-report.schema.ts';
import { amendPregnancyInput, changePregnancyStatusInput, registerPregnancyInput, voidPregnancyInput } from '../domain/maternal/pregnancy.schema.ts';
import { commonRefusals, ownRefusals } from './refusal-codes.ts';

/** What an operation that worked answers: the record it made or changed first, all it wrote, and what is worth saying. */
export interface OperationResult { id: string; ids: string[]; warnings: Warning[]; /** This key was done before; nothing was written. */ already: boolean }
export type OperationAnswer = { ok: true; result: OperationResult } | { ok: false; refusals: Refusal[] };

const clinical: readonly Role[] = roles;
const store: readonly Role[] = roles;

const define = <I extends z.ZodType>(input: I, allowed: readonly Role[], own: readonly string[], example: z.input<I>) =>
  ({ input, roles: allowed, example, /** Every code it may refuse with. */ refusals: [...own, ...commonRefusals] as readonly string[] });

/** The examples go on from each other: loaded in the order of the list each is accepted, but for those of an arriving person and of a second record, which have to be there. */
const day = '2026-03-20';
const person = 'patients:019a0000-0000-7000-8000-000000000001';
const second = 'patients:019a0000-0000-7000-8000-000000000006';
const moved = 'handovers:019a0000-0000-7000-8000-000000000007';
const visit = 'encounters:019a0000-0000-7000-8000-000000000002';
const firstDose = 'immunizations:019a0000-0000-7000-8000-000000000012';
const managed = 'episodes:019a0000-0000-7000-8000-000000000013';
const control = 'followUps:019a0000-0000-7000-8000-000000000014';
const expecting = 'pregnancies:019a0000-0000-7000-8000-000000000015';
const antenatal = 'antenatalVisits:019a0000-0000-7000-8000-000000000016';
const delivered = 'births:019a0000-0000-7000-8000-000000000017';
const postnatal = 'postnatalVisits:019a0000-0000-7000-8000-000000000018';
const measles = 'caseReports:019a0000-0000-7000-8000-000000000021';
const confirmed = 'caseReports:019a0000-0000-7000-8000-000000000022';
const tablets = 'medicines:019a0000-0000-7000-8000-000000000003';
const box = 'lots:019a0000-0000-7000-8000-000000000004';
const fridge = 'equipment:019a0000-0000-7000-8000-000000000010';
const warm = 'temperatureReadings:019a0000-0000-7000-8000-000000000019';
const repair = 'equipmentEvents:019a0000-0000-7000-8000-000000000011';
const broken = 'stockMovements:019a0000-0000-7000-8000-000000000005';

/** Every thing a user can do that changes records; the screen, `station load` and other PCs run the same ones. */
export const operations = {
  registerPatient: define(registerPatientInput, clinical, ownRefusals.registerPatient, { id: person, fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', village: 'Thôn 3' }),
  updatePatient: define(updatePatientInput, clinical, ownRefusals.updatePatient, { id: person, fullName: 'Nguyễn Thị Hoà', sex: 'female', bornOn: '1985-03-15', noNationalIdReason: 'notBrought', phone: '0912345678' }),
  voidPatient: define(voidPatientInput, clinical, ownRefusals.voidPatient, { id: person, voidReason: 'enteredInError' }),
  restorePatient: define(restorePatientInput, clinical, ownRefusals.restorePatient, { id: person, restoreReason: 'Hủy nhầm hồ sơ' }),
  handOverPerson: define(handOverPersonInput, clinical, ownRefusals.handOverPerson, { id: moved, patientId: person, toUnit: '25002', reason: 'movedHome' }),
  takeBackPerson: define(takeBackPersonInput, clinical, ownRefusals.takeBackPerson, { id: moved }),
  acceptHandover: define(acceptHandoverInput, clinical, ownRefusals.acceptHandover, { transferId: 'transfer:019a0000-0000-7000-8000-000000000008' }),
  declineHandover: define(declineHandoverInput, clinical, ownRefusals.declineHandover, { transferId: 'transfer:019a0000-0000-7000-8000-000000000009', note: 'Người này không ở xã' }),
  recordCheckup: define(recordEncounterInput, clinical, ownRefusals.recordCheckup, { patientId: person, occurredOn: day, reason: 'Khám sức khỏe định kỳ',
    observations: { heightCm: { value: 156 }, weightKg: { value: 52.5 }, pulsePerMin: { value: 76 }, systolicMmHg: { value: 118 }, diastolicMmHg: { value: 74 } }, conclusionClass: 'II' }),
  recordVisit: define(recordEncounterInput, clinical, ownRefusals.recordVisit, { id: visit, patientId: person, occurredOn: day, reason: 'Ho, sốt', diagnoses: [{ icd10: 'J06.9', text: 'Viêm đường hô hấp trên' }], treatment: 'Paracetamol 500 mg' }),
  amendEncounter: define(amendEncounterInput, clinical, ownRefusals.amendEncounter, { id: visit, patientId: person, occurredOn: day, reason: 'Ho, sốt', diagnoses: [{ text: 'Cảm lạnh' }], treatment: 'Nghỉ ngơi', amendReason: 'Sửa chẩn đoán' }),
  voidEncounter: define(voidEncounterInput, clinical, ownRefusals.voidEncounter, { id: visit, voidReason: 'wrongPatient' }),
  restoreEncounter: define(restoreEncounterInput, clinical, ownRefusals.restoreEncounter, { id: visit, restoreReason: 'Hủy nhầm lượt khám' }),
  recordImmunization: define(recordImmunizationInput, clinical, ownRefusals.recordImmunization, { id: firstDose, patientId: person, vaccine: 'Td', doseNumber: 1, occurredOn: day, place: 'here', programme: 'expanded', lotNumber: 'TD-2601', expiresOn: '2027-06', route: 'intramuscular', site: 'leftArm', screening: { outcome: 'eligible' }, observation: 'normal' }),
  addImmunizationReaction: define(addImmunizationReactionInput, clinical, ownRefusals.addImmunizationReaction, { id: firstDose, onsetOn: day, onsetHours: 6, signs: 'Sốt 38,5 °C, sưng đau chỗ tiêm', severity: 'mild', outcome: 'recovered' }),
  voidImmunization: define(voidImmunizationInput, clinical, ownRefusals.voidImmunization, { id: firstDose, voidReason: 'wrongPatient' }),
  enrolCondition: define(enrolConditionInput, clinical, ownRefusals.enrolCondition, { id: managed, patientId: person, condition: 'hypertension', icd10: 'I10', foundOn: '2026-02', foundBy: 'screening', enrolledOn: day, riskFactors: ['salt', 'family'] }),
  recordFollowUp: define(recordFollowUpInput, clinical, ownRefusals.recordFollowUp, { id: control, patientId: person, occurredOn: day, bloodPressure: [{ systolicMmHg: 148, diastolicMmHg: 92 }, { systolicMmHg: 144, diastolicMmHg: 90 }], missedDays: 2, advice: ['medicine', 'salt'], nextVisitOn: '2026-04-19' }),
  changeEpisodeStatus: define(changeEpisodeStatusInput, clinical, ownRefusals.changeEpisodeStatus, { id: managed, on: day, status: 'referred', reason: 'Huyết áp không giảm' }),
  voidFollowUp: define(voidFollowUpInput, clinical, ownRefusals.voidFollowUp, { id: control, voidReason: 'wrongPatient' }),
  voidEpisode: define(voidEpisodeInput, clinical, ownRefusals.voidEpisode, { id: managed, voidReason: 'wrongPatient' }),
  registerPregnancy: define(registerPregnancyInput, clinical, ownRefusals.registerPregnancy, { id: expecting, patientId: person, registeredOn: '2026-01-05', lastPeriodOn: '2025-11-03', gravida: 2, para: { term: 1, preterm: 0, lost: 0, living: 1 }, screenings: [{ test: 'hbsag', result: 'negative', on: '2026-01-05' }], plannedPlace: 'station' }),
  amendPregnancy: define(amendPregnancyInput, clinical, ownRefusals.amendPregnancy, { id: expecting, registeredOn: '2026-01-05', lastPeriodOn: '2025-11-03', ultrasoundDue: { dueOn: '2026-08-12', seenOn: '2026-01-20' }, gravida: 2, para: { term: 1, preterm: 0, lost: 0, living: 1 }, previousCaesarean: true, plannedPlace: 'hospital' }),
  recordAntenatalVisit: define(recordAntenatalVisitInput, clinical, ownRefusals.recordAntenatalVisit, { id: antenatal, patientId: person, pregnancyId: expecting, occurredOn: day, weightKg: 54.5, bloodPressure: [{ systolicMmHg: 112, diastolicMmHg: 70 }], fundalHeightCm: 18, fetalHeartPerMin: 144, urineProtein: 'negative', ironFolate: true, nextVisitOn: '2026-04-20' }),
  recordBirth: define(recordBirthInput, clinical, ownRefusals.recordBirth, { id: delivered, patientId: person, pregnancyId: expecting, bornOn: '2026-08-09', bornTime: '04:20', place: 'station', attendant: 'midwife', mode: 'vaginal', weeks: 39, babies: [{ sex: 'female', weightG: 3100, apgar1: 8, apgar5: 9, status: 'live', hepB0: true, vitaminK: true, breastfedInFirstHour: true }], motherStatus: 'well' }),
  linkNewborn: define(linkNewbornInput, clinical, ownRefusals.linkNewborn, { id: delivered, baby: 0, childId: second }),
  recordPostnatalVisit: define(recordPostnatalVisitInput, clinical, ownRefusals.recordPostnatalVisit, { id: postnatal, patientId: person, pregnancyId: expecting, occurredOn: '2026-08-11', place: 'home', bleeding: 'normal', temperatureC: 36.8, breast: 'normal', mood: 'good', babies: [{ weightG: 3060, jaundice: 'none', cord: 'clean', feeding: 'breast' }], nextVisitOn: '2026-08-16' }),
  changePregnancyStatus: define(changePregnancyStatusInput, clinical, ownRefusals.changePregnancyStatus, { id: expecting, on: '2026-08-20', status: 'movedAway' }),
  voidPostnatalVisit: define(voidPostnatalVisitInput, clinical, ownRefusals.voidPostnatalVisit, { id: postnatal, voidReason: 'wrongPatient' }),
  voidBirth: define(voidBirthInput, clinical, ownRefusals.voidBirth, { id: delivered, voidReason: 'wrongPatient' }),
  voidAntenatalVisit: define(voidAntenatalVisitInput, clinical, ownRefusals.voidAntenatalVisit, { id: antenatal, voidReason: 'wrongPatient' }),
  voidPregnancy: define(voidPregnancyInput, clinical, ownRefusals.voidPregnancy, { id: expecting, voidReason: 'wrongPatient' }),
  reportCase: define(reportCaseInput, clinical, ownRefusals.reportCase, { id: measles, patientId: person, diseaseId: 'measles', detectedAt: '2026-03-20T02:30:00.000Z', diagnosis: 'Sốt phát ban nghi sởi', classification: 'suspected', onsetOn: '2026-03-17', outcome: 'treated', vaccination: 'unknown', workplace: 'Trường THCS xã', sample: { takenOn: day, kind: 'Máu', result: 'pending' } }),
  reviseCaseReport: define(reviseCaseReportInput, clinical, ownRefusals.reviseCaseReport, { id: confirmed, reportId: measles, change: 'result', diagnosis: 'Sởi', classification: 'confirmed', onsetOn: '2026-03-17', outcome: 'recovered', outcomeOn: day, vaccination: 'none', sample: { takenOn: day, kind: 'Máu', result: 'positive' } }),
  withdrawCaseReport: define(withdrawCaseReportInput, clinical, ownRefusals.withdrawCaseReport, { reportId: confirmed, reason: 'ruledOut' }),
  addMedicine: define(addMedicineInput, store, ownRefusals.addMedicine, { id: tablets, code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', form: 'viên nén', baseUnit: 'viên', atc: 'N02BE01' }),
  recordOpeningStock: define(recordOpeningStockInput, store, ownRefusals.recordOpeningStock, { medicineId: tablets, lotId: box, lotNumber: 'A123', expiresOn: '2031-06', quantityBaseUnits: 500, occurredOn: day }),
  receiveStock: define(receiveStockInput, store, ownRefusals.receiveStock, { medicineId: tablets, lotNumber: 'A124', expiresOn: '2031-12-31', quantityBaseUnits: 1000, occurredOn: day, source: 'upperLevel', documentNumber: 'PX-015' }),
  dispenseMedicine: define(dispenseMedicineInput, store, ownRefusals.dispenseMedicine, { patientId: person, occurredOn: day, items: [{ medicineId: tablets, quantityBaseUnits: 10, dosage: 'Ngày 2 lần, mỗi lần 1 viên' }] }),
  adjustStock: define(adjustStockInput, store, ownRefusals.adjustStock, { id: broken, lotId: box, changeBaseUnits: -5, reasonCode: 'wastage', occurredOn: day }),
  discardStock: define(discardStockInput, store, ownRefusals.discardStock, { occurredOn: day, lines: [{ lotId: box, quantityBaseUnits: 3, reasonCode: 'wastage' }, { lotId: box, quantityBaseUnits: 2, reasonCode: 'damagedDestroyed' }] }),
  reverseStock: define(reverseStockInput, store, ownRefusals.reverseStock, { movementId: broken }),
  finishStocktake: define(finishStocktakeInput, store, ownRefusals.finishStocktake, { lines: [{ lotId: box, countedBaseUnits: 470, reasonCode: 'issueNotRecorded' }] }),
  checkVvm: define(checkVvmInput, store, ownRefusals.checkVvm, { lotId: box, vvmStage: 2, checkedOn: day }),
  setLotStatus: define(setLotStatusInput, ['pharmacist', 'head'], ownRefusals.setLotStatus, { lotId: box, status: 'onHold' }),
  addEquipment: define(addEquipmentInput, store, ownRefusals.addEquipment, { id: fridge, name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1, serial: 'TCW-120-0457', maker: 'B Medical', country: 'Luxembourg', yearMade: 2021, receivedOn: '2021-08', source: 'stateBudget', priceVnd: 98_500_000, location: 'Phòng khám', inCharge: 'healthWorker', calibratedOn: '2025-08-10', calibrationDueOn: '2026-08-10' }),
  correctEquipment: define(correctEquipmentInput, store, ownRefusals.correctEquipment, { id: fridge, name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1, serial: 'TCW-120-0457', maker: 'B Medical', country: 'Luxembourg', yearMade: 2021, receivedOn: '2021-08-02', source: 'stateBudget', priceVnd: 98_900_000 }),
  moveEquipment: define(moveEquipmentInput, store, ownRefusals.moveEquipment, { equipmentId: fridge, location: 'Phòng tiêm', inCharge: 'pharmacist', occurredOn: day }),
  serviceEquipment: define(serviceEquipmentInput, store, ownRefusals.serviceEquipment, { equipmentId: fridge, kind: 'calibrated', occurredOn: day, dueOn: '2027-03-20', documentNumber: 'KD-12/2026' }),
  recordTemperature: define(recordTemperatureInput, store, ownRefusals.recordTemperature, { id: warm, equipmentId: fridge, takenOn: day, shift: 'morning', takenAt: '07:40', temperatureC: 9.4, freezeTag: 'ok', powerCut: true, action: 'generator' }),
  decideColdAlarm: define(decideColdAlarmInput, store, ownRefusals.decideColdAlarm, { equipmentId: fridge, readingIds: [warm], outcome: 'kept', toldDistrict: true }),
  voidTemperature: define(voidTemperatureInput, store, ownRefusals.voidTemperature, { id: warm, voidReason: 'enteredInError' }),
  reportEquipment: define(reportEquipmentInput, store, ownRefusals.reportEquipment, { id: repair, equipmentId: fridge, kind: 'broken', quantity: 1, from: 'working', occurredOn: day }),
  undoEquipmentEvent: define(undoEquipmentEventInput, store, ownRefusals.undoEquipmentEvent, { eventId: repair }),
  voidEquipment: define(voidEquipmentInput, store, ownRefusals.voidEquipment, { id: fridge, voidReason: 'enteredTwice' }),
  restoreEquipment: define(restoreEquipmentInput, store, ownRefusals.restoreEquipment, { id: fridge }),
  recordFacilityProfile: define(recordFacilityProfileInput, ['head'], ownRefusals.recordFacilityProfile, { staff: { doctor: { headcount: 2, atWork: 1 }, nurse: { headcount: 3, atWork: 3 } }, beds: { stay: { planned: 5, actual: 4, occupied: 1 } }, rooms: { examination: 2 }, site: { water: 'tap', computers: 4, hospitalKm: 12.5, insuranceContract: true } }),
  recordYearFigures: define(recordYearFiguresInput, ['head'], ownRefusals.recordYearFigures, { year: '2026', population: 6240 }),
  lockReport: define(lockReportInput, ['head'], ownRefusals.lockReport, { period: '2026-02' }),
  markSamePerson: define(markSamePersonInput, clinical, ownRefusals.markSamePerson, { id: person, sameAsId: second }),
  unmarkSamePerson: define(unmarkSamePersonInput, clinical, ownRefusals.unmarkSamePerson, { id: person }),
} as const;

export type OperationName = keyof typeof operations;
export type OperationInput<N extends OperationName> = z.input<(typeof operations)[N]['input']>;
export type ParsedInput<N extends OperationName> = z.output<(typeof operations)[N]['input']>;
