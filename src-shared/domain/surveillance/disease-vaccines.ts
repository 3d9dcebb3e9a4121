import type { VaccineCode } from '../immunization/vaccines.ts';
import type { DiseaseId } from './notifiable-diseases.ts';

/** Vaccines of the book that protect from a disease of the list; FROM KNOWLEDGE. */
const vaccinesAgainst: Readonly<Partial<Record<DiseaseId, readonly VaccineCode[]>>> = {
  polio: ['bOPV', 'IPV'], diphtheria: ['DPT-VGB-Hib', 'DPT', 'Td'], pertussis: ['DPT-VGB-Hib', 'DPT'], measles: ['MVVAC', 'MR'], rubella: ['MR'], encephalitis: ['JE'],
  neonatalTetanus: ['TT', 'Td'], otherTetanus: ['DPT-VGB-Hib', 'DPT', 'Td', 'TT'], hepatitis: ['HEPB0', 'DPT-VGB-Hib'],
};

interface Dose { vaccine: string; status: string; voided?: unknown }

/** How many doses against each disease stand in the book of one person; of diseases without a vaccine here nothing. [DIS14] */
export function dosesAgainst(doses: readonly Dose[]): Partial<Record<DiseaseId, number>> {
  const given = doses.filter(({ status, voided }) => status === 'completed' && voided === undefined);
  return Object.fromEntries(Object.entries(vaccinesAgainst).map(([disease, vaccines]) => [disease, given.filter(({ vaccine }) => (vaccines as readonly string[]).includes(vaccine)).length]));
}
