import { addDays } from '../common/partial-date.ts';
import { deriveImmunizationCard } from '../immunization/derive-immunization-card.ts';
import type { RecordImmunizationInput } from '../immunization/immunization.schema.ts';
import { vaccines, type VaccineCode } from '../immunization/vaccines.ts';
import type { CheckVvmInput, DiscardStockInput } from '../supply/supply.schema.ts';

type NewId = (prefix: string) => string;
export type SampleSessionLine = { key: string } & ({ operation: 'checkVvm'; input: CheckVvmInput } | { operation: 'discardStock'; input: DiscardStockInput } | { operation: 'recordImmunization'; input: RecordImmunizationInput });

const DAYS_AGO = 6;
const CHILDREN = 4;
/** As they come for the programme, FROM KNOWLEDGE; of one dose nothing is left over. */
const dosesInVial: Partial<Record<VaccineCode, number>> = { bOPV: 20, MR: 10 };

interface Facts { people: readonly { id: string; bornOn: string }[]; /** What was written before. */ doses: readonly RecordImmunizationInput[]; lots: readonly { vaccine: VaccineCode; lotId: string }[] }

/** One session of last week from the store room: vial monitors looked at, some late children given what they lacked, and what was left over in the opened vials thrown away. */
export function* sampleVaccineSession(newId: NewId, today: string, { people, doses, lots }: Facts): Generator<SampleSessionLine> {
  const on = addDays(today, -DAYS_AGO);
  for (const { vaccine, lotId } of lots) yield { key: newId('stockMovements'), operation: 'checkVvm', input: { lotId, vvmStage: vaccine === 'bOPV' ? 2 : 1, checkedOn: on } };
  const given = new Map<VaccineCode, number>();
  for (const { id: patientId, bornOn } of people) {
    const known = doses.filter((dose) => dose.patientId === patientId);
    if (known.length === 0) continue;
    const records = known.map((dose, n) => ({ ...dose, _id: dose.id ?? String(n), status: 'completed' as const, createdAt: on }));
    const line = deriveImmunizationCard({ bornOn, records, today: on }).lines.find(({ state, vaccine }) => state === 'late' && (given.get(vaccine) ?? 0) < CHILDREN && lots.some((lot) => lot.vaccine === vaccine));
    const lot = lots.find(({ vaccine }) => vaccine === line?.vaccine);
    if (!line || !lot) continue;
    given.set(line.vaccine, (given.get(line.vaccine) ?? 0) + 1);
    const { route, site } = vaccines.find(({ code }) => code === line.vaccine) ?? {};
    const id = newId('immunizations');
    yield { key: id, operation: 'recordImmunization', input: { id, patientId, vaccine: line.vaccine, doseNumber: line.doseNumber, occurredOn: on, place: 'here', programme: 'expanded', lotId: lot.lotId, route, site, screening: { outcome: 'eligible' }, observation: 'normal' } };
  }
  const left = lots.flatMap(({ vaccine, lotId }) => { const [used, size] = [given.get(vaccine) ?? 0, dosesInVial[vaccine]]; return used > 0 && size !== undefined ? [{ lotId, quantityBaseUnits: size - used, reasonCode: 'wastage' as const }] : []; });
  if (left.length > 0) yield { key: newId('stockMovements'), operation: 'discardStock', input: { occurredOn: on, lines: left } };
}
