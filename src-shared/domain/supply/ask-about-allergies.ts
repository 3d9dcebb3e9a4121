import type { Patient } from '../patient/patient.schema.ts';
import { isAllergicTo } from './is-allergic-to.ts';
import type { Medicine } from './supply.schema.ts';

type Allergy = NonNullable<Patient['allergies']>[number];
/** What is asked before the medicines are given out. */
export interface AllergyQuestion { /** As recorded. */ allergies: Allergy[]; /** Substances of the medicines one of the allergies names; none where nobody can be sure. */ named: string[] }

/**
 * Sea food, what flies in the air, insects, the weather: nothing a medicine is made of. FROM KNOWLEDGE; egg, milk, soya and
 * peanut are left out, because capsules and vaccines hold them. With their marks, since without them `cá` is calcium.
 */
const inNoMedicine = new Set('tôm cua ghẹ cá mực ốc sò nghêu ngao hến hàu hải sản đồ biển phấn hoa bụi nhà lông chó mèo mạt côn trùng ong kiến đốt chích thời tiết'.normalize('NFC').split(' '));

/**
 * Whether somebody must be asked about before these medicines are given to them, and why. The program knows no families of
 * medicines (penicillin and amoxicillin, aspirin and ibuprofen), so any allergy it cannot tell apart asks.
 */
export function askAboutAllergies(recorded: readonly Allergy[], medicines: readonly Pick<Medicine, 'inn'>[]): AllergyQuestion | undefined {
  if (medicines.length === 0) return undefined;
  const named = medicines.filter((medicine) => recorded.some((allergy) => isAllergicTo(allergy, medicine))).map(({ inn }) => inn);
  const allergies = recorded.filter(({ substance }) => !isInNoMedicine(substance));
  return allergies.length === 0 ? undefined : { allergies, named: [...new Set(named)] };
}

function isInNoMedicine(substance: string): boolean {
  const words = substance.normalize('NFC').toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && words.every((word) => inNoMedicine.has(word));
}
