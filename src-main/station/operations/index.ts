import type { OperationName } from '../../../src-shared/contract/operations.ts';
import { acceptHandover } from './accept-handover.ts';
import { addEquipment } from './add-equipment.ts';
import { addImmunizationReaction } from './add-immunization-reaction.ts';
import { addMedicine } from './add-medicine.ts';
import { adjustStock } from './adjust-stock.ts';
import { amendEncounter } from './amend-encounter.ts';
import { amendPregnancy } from './amend-pregnancy.ts';
import { changeEpisodeStatus } from './change-episode-status.ts';
import { changePregnancyStatus } from './change-pregnancy-status.ts';
import { correctEquipment } from './correct-equipment.ts';
import { decideColdAlarm } from './decide-cold-alarm.ts';
import { declineHandover } from './decline-handover.ts';
import { dispenseMedicine } from './dispense-medicine.ts';
import { enrolCondition } from './enrol-condition.ts';
import { finishStocktake } from './finish-stocktake.ts';
import { handOverPerson } from './hand-over-person.ts';
import type { Operation } from './operation.ts';
import { lockReport } from './lock-report.ts';
import { linkNewborn } from './link-newborn.ts';
import { markSamePerson } from './mark-same-person.ts';
import { moveEquipment } from './move-equipment.ts';
import { receiveStock } from './receive-stock.ts';
import { recordAntenatalVisit } from './record-antenatal-visit.ts';
import { recordBirth } from './record-birth.ts';
import { recordCheckup } from './record-checkup.ts';
import { recordFacilityProfile } from './record-facility-profile.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { recordImmunization } from './record-immunization.ts';
import { recordOpeningStock } from './record-opening-stock.ts';
import { recordPostnatalVisit } from './record-postnatal-visit.ts';
import { recordTemperature } from './record-temperature.ts';
import { recordVisit } from './record-visit.ts';
import { recordYearFigures } from './record-year-figures.ts';
import { registerPatient } from './register-patient.ts';
import { registerPregnancy } from './register-pregnancy.ts';
import { restoreEquipment } from './restore-equipment.ts';
import { reportCase } from './report-case.ts';
import { reportEquipment } from './report-equipment.ts';
import { restoreEncounter } from './restore-encounter.ts';
import { restorePatient } from './restore-patient.ts';
import { reverseStock } from './reverse-stock.ts';
import { reviseCaseReport } from './revise-case-report.ts';
import { serviceEquipment } from './service-equipment.ts';
import { checkVvm } from './check-vvm.ts';
import { discardStock } from './discard-stock.ts';
import { setLotStatus } from './set-lot-status.ts';
import { takeBackPerson } from './take-back-person.ts';
import { undoEquipmentEvent } from './undo-equipment-event.ts';
import { unmarkSamePerson } from './unmark-same-person.ts';
import { updatePatient } from './update-patient.ts';
import { voidAntenatalVisit } from './void-antenatal-visit.ts';
import { voidBirth } from './void-birth.ts';
import { voidEncounter } from './void-encounter.ts';
import { voidEpisode } from './void-episode.ts';
import { voidEquipment } from './void-equipment.ts';
import { voidFollowUp } from './void-follow-up.ts';
import { voidImmunization } from './void-immunization.ts';
import { voidPostnatalVisit } from './void-postnatal-visit.ts';
import { voidPregnancy } from './void-pregnancy.ts';
import { voidPatient } from './void-patient.ts';
import { voidTemperature } from './void-temperature.ts';
import { withdrawCaseReport } from './withdraw-case-report.ts';

/** Every operation of the contract has its file here; the type sees to it that none is missing. */
export const stationOperations: { readonly [N in OperationName]: Operation<N> } = {
  registerPatient, updatePatient, markSamePerson, unmarkSamePerson, voidPatient, restorePatient, handOverPerson, takeBackPerson, acceptHandover, declineHandover, recordCheckup, recordVisit, amendEncounter, voidEncounter, restoreEncounter,
  recordImmunization, addImmunizationReaction, voidImmunization, enrolCondition, changeEpisodeStatus, voidEpisode, recordFollowUp, voidFollowUp,
  registerPregnancy, amendPregnancy, changePregnancyStatus, voidPregnancy, recordAntenatalVisit, voidAntenatalVisit, recordBirth, linkNewborn, voidBirth, recordPostnatalVisit, voidPostnatalVisit,
  reportCase, reviseCaseReport, withdrawCaseReport,
  addMedicine, recordOpeningStock, receiveStock, dispenseMedicine, adjustStock, discardStock, reverseStock, finishStocktake, setLotStatus, checkVvm, recordFacilityProfile, recordYearFigures, lockReport,
  addEquipment, correctEquipment, reportEquipment, moveEquipment, serviceEquipment, undoEquipmentEvent, voidEquipment, restoreEquipment, recordTemperature, decideColdAlarm, voidTemperature,
};
