import type { OperationName } from '../../../src-shared/contract/operations.ts';
import { addMedicine } from './add-medicine.ts';
import { adjustStock } from './adjust-stock.ts';
import { amendEncounter } from './amend-encounter.ts';
import { dispenseMedicine } from './dispense-medicine.ts';
import type { Operation } from './operation.ts';
import { markSamePerson } from './mark-same-person.ts';
import { receiveStock } from './receive-stock.ts';
import { recordCheckup } from './record-checkup.ts';
import { recordOpeningStock } from './record-opening-stock.ts';
import { recordVisit } from './record-visit.ts';
import { registerPatient } from './register-patient.ts';
import { reverseStock } from './reverse-stock.ts';
import { setLotStatus } from './set-lot-status.ts';
import { unmarkSamePerson } from './unmark-same-person.ts';
import { updatePatient } from './update-patient.ts';
import { voidEncounter } from './void-encounter.ts';

/** Every operation of the contract has its file here; the type sees to it that none is missing. */
export const stationOperations: { readonly [N in OperationName]: Operation<N> } = {
  registerPatient, updatePatient, markSamePerson, unmarkSamePerson, recordCheckup, recordVisit, amendEncounter, voidEncounter,
  addMedicine, recordOpeningStock, receiveStock, dispenseMedicine, adjustStock, reverseStock, setLotStatus,
};
