import { isMedicineOfVaccine, isVaccine } from '../immunization/vaccine-medicines.ts';
import { vaccines, type VaccineCode } from '../immunization/vaccines.ts';
import type { Medicine } from '../supply/supply.schema.ts';
import type { ColdAlarmKind } from './derive-cold-alarms.ts';

/** Freezing does them no harm: BCG, oral polio, measles and measles-rubella. Of all others it is taken to. FROM KNOWLEDGE (WHO, aide-memoire on freeze-sensitive vaccines; not seen). */
const bearFreezing: readonly VaccineCode[] = ['BCG', 'bOPV', 'MVVAC', 'MR'];

/** Whether lots of a medicine are to be looked at after an alarm. One this program does not know by its vaccine is. */
export function isLotInQuestion(medicine: Pick<Medicine, 'code' | 'inn' | 'atc'>, alarm: ColdAlarmKind): boolean {
  if (!isVaccine(medicine)) return false;
  const known = vaccines.find(({ code }) => isMedicineOfVaccine(medicine, code));
  return alarm !== 'frozen' || known === undefined || !bearFreezing.includes(known.code);
}
