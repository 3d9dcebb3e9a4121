import type { ImmunizationCardView, VaccineLotRow } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../../src-shared/domain/common/format-date.ts';
import { doseKey, type DoseKey } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { immunizationProgrammes, notDoneReasons, observationOutcomes, recordImmunizationInput, screeningOutcomes, type RecordImmunizationInput } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { validateImmunization } from '../../../src-shared/domain/immunization/validate-immunization.ts';
import { vaccineCodes, vaccineRoutes, vaccines, vaccineSites } from '../../../src-shared/domain/immunization/vaccines.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { parseTypedNumber } from '../../ui/parse-typed-number.ts';
import type { Problem, Problems } from '../../ui/problems.ts';

/** Given here, copied from a paper book, or not given. */
export const modes = ['here', 'elsewhere', 'notDone'] as const;
export type Mode = (typeof modes)[number];
/** The form as typed. `lot`: of the store room, `other` for one that is typed, empty for the one that expires first. */
export interface ImmunizationFields {
  mode: Mode; vaccine: string; doseNumber: string; occurredOn: string; placeName: string; programme: string; tradeName: string; lot: string; lotNumber: string; expiresOn: string; route: string; site: string; vaccinator: string;
  screening: string; screeningReason: string; observation: string; notDoneReason: string; note: string;
}
export const TYPED_LOT = 'other';

const empty: Omit<ImmunizationFields, 'mode' | 'occurredOn'> = {
  vaccine: '', doseNumber: '', placeName: '', programme: 'expanded', tradeName: '', lot: '', lotNumber: '', expiresOn: '', route: '', site: '', vaccinator: '', screening: '', screeningReason: '', observation: '', notDoneReason: '', note: '',
};

/** A form for this dose, else for the first one due. */
export function emptyImmunization({ card, records }: ImmunizationCardView, today: string, wanted?: { vaccine?: string; dose?: string }): ImmunizationFields {
  const next = card.lines.find(({ state }) => state === 'late' || state === 'due');
  const vaccine = wanted?.vaccine ?? next?.vaccine ?? '';
  const fields: ImmunizationFields = { ...empty, mode: 'here', occurredOn: formatDate(today) };
  return { ...fields, ...vaccinePatch(vaccine, { card, records }), ...(wanted?.vaccine !== undefined && wanted.dose !== undefined ? { doseNumber: wanted.dose } : {}) };
}

/** Today is the day of what is done here; a book says its own, so that today is never taken for it unseen. */
export function modePatch(mode: Mode, { occurredOn }: Pick<ImmunizationFields, 'occurredOn'>, today: string): Pick<ImmunizationFields, 'mode' | 'occurredOn'> {
  const now = formatDate(today);
  return { mode, occurredOn: mode === 'elsewhere' ? (occurredOn === now ? '' : occurredOn) : occurredOn === '' ? now : occurredOn };
}

/** A chosen vaccine brings the dose that is next, and how it is usually given; another lot is looked for. */
export function vaccinePatch(code: string, { card, records }: Pick<ImmunizationCardView, 'card' | 'records'>): Pick<ImmunizationFields, 'vaccine' | 'doseNumber' | 'route' | 'site' | 'lot' | 'lotNumber' | 'expiresOn' | 'tradeName'> {
  const vaccine = vaccines.find((one) => one.code === code);
  const given = records.filter((record) => record.vaccine === code && record.status === 'completed' && !record.voided).map(({ doseNumber }) => doseNumber);
  const open = card.lines.find((line) => line.vaccine === code && line.given === undefined)?.doseNumber;
  return { vaccine: vaccine ? code : '', doseNumber: vaccine ? String(open ?? Math.max(0, ...given) + 1) : '', route: vaccine?.route ?? '', site: vaccine?.site ?? '', lot: '', lotNumber: '', expiresOn: '', tradeName: '' };
}

/** The form for the dose after one that was saved: what is the same for all doses of the day, or of the book, stays. */
export function nextFields(before: ImmunizationFields, { card, records }: ImmunizationCardView): ImmunizationFields {
  const done = doseKey(doseOf(before));
  const open = card.lines.filter((line) => line.given === undefined && doseKey(line) !== done);
  const next = before.mode === 'elsewhere' ? open[0] : open.find(({ state }) => state === 'late' || state === 'due');
  const { mode, occurredOn, placeName, programme, vaccinator, screening, screeningReason, notDoneReason } = before;
  return { ...empty, mode, occurredOn, placeName, programme, vaccinator, screening, screeningReason, notDoneReason, ...vaccinePatch(next?.vaccine ?? '', { card, records }), ...(next ? { doseNumber: String(next.doseNumber) } : {}) };
}

/** Lots to choose from: of this vaccine, and what is counted in doses without saying of which. */
export const lotsOffered = (lots: readonly VaccineLotRow[]): VaccineLotRow[] => lots.filter(({ fits, countedInDoses }) => fits || countedInDoses);

/** The lot the dose is taken from: the one chosen, else of this vaccine the one that expires first. */
export function lotChosen({ mode, lot }: Pick<ImmunizationFields, 'mode' | 'lot'>, lots: readonly VaccineLotRow[]): VaccineLotRow | undefined {
  if (mode !== 'here' || lot === TYPED_LOT) return undefined;
  return lot === '' ? lots.find(({ fits }) => fits) : lots.find(({ _id }) => _id === lot);
}

interface FormFacts { patient: { _id: string; bornOn: string }; records: ImmunizationCardView['records']; today: string; lots: readonly VaccineLotRow[] }

const longest = { placeName: 200, tradeName: 100, lotNumber: 40, screeningReason: 500, note: 2000 } as const;
/** Fields of the input by where they stand on the form. */
const fieldOf: Readonly<Record<string, keyof ImmunizationFields>> = { 'screening.reason': 'screeningReason', lotId: 'lot' };

/** Everything wrong, by field. */
export function immunizationProblems(fields: ImmunizationFields, facts: FormFacts): Problems {
  const { mode } = fields;
  const problems: Problems = {};
  const required = mode === 'here' ? (['vaccine', 'screening'] as const) : mode === 'notDone' ? (['vaccine', 'notDoneReason'] as const) : (['vaccine'] as const);
  for (const field of required) if (!fields[field]) problems[field] = { code: 'required' };
  const dose = parseTypedNumber(fields.doseNumber, { min: 1, max: 10 });
  if ('empty' in dose) problems.doseNumber = { code: 'required' };
  else if ('problem' in dose) problems.doseNumber = { code: dose.problem, min: 1, max: 10, unit: '' };
  const occurred = parseTypedDate(fields.occurredOn, { today: facts.today, partial: mode === 'elsewhere' });
  if ('empty' in occurred) problems.occurredOn = { code: 'required' };
  else if ('problem' in occurred) problems.occurredOn = { code: occurred.problem, typed: occurred.typed };
  for (const field of Object.keys(longest) as (keyof typeof longest)[]) if (fields[field].trim().length > longest[field]) problems[field] = { code: 'tooLong', max: longest[field] };
  if (mode !== 'notDone') {
    const typed = parseTypedDate(fields.expiresOn, { expiry: true });
    if ('problem' in typed && lotChosen(fields, facts.lots) === undefined) problems.expiresOn = { code: typed.problem, typed: typed.typed };
    if (mode === 'here' && fields.vaccinator.trim() && !recordImmunizationInput.shape.vaccinator.safeParse(fields.vaccinator.trim()).success) problems.vaccinator = { code: 'nameFormat' };
  }
  if (Object.values(problems).some((one) => one !== undefined)) return problems;
  const { lotId: _lot, ...input } = fieldsToImmunization(fields, facts.patient._id, facts.lots);
  for (const { code, field, ...said } of validateImmunization(input, { patient: facts.patient, records: facts.records }, facts.today)) {
    const at = typeof field === 'string' ? fieldOf[field] ?? field : 'vaccine';
    problems[at] ??= problemOf(code, said);
  }
  return problems;
}

const problemOf = (code: string, said: Record<string, unknown>): Problem => ({ code: code.endsWith('Missing') ? 'required' : `refusals.${code}`, ...said, ...(typeof said['occurredOn'] === 'string' ? { occurredOn: formatDate(said['occurredOn']) } : {}) });

const wordsOf = (typed: string): string | undefined => typed.trim() || undefined;
const doseOf = ({ vaccine, doseNumber }: Pick<ImmunizationFields, 'vaccine' | 'doseNumber'>): DoseKey => {
  const number = parseTypedNumber(doseNumber);
  return { vaccine: vaccineCodes.find((code) => code === vaccine) ?? 'HEPB0', doseNumber: 'value' in number ? number.value : 1 };
};

/** What the operation is given; only for fields without problems. */
export function fieldsToImmunization(fields: ImmunizationFields, patientId: string, lots: readonly VaccineLotRow[]): RecordImmunizationInput {
  const { mode } = fields;
  const on = parseTypedDate(fields.occurredOn, { partial: mode === 'elsewhere' });
  const common = { patientId, ...doseOf(fields), occurredOn: 'date' in on ? on.date : '', programme: immunizationProgrammes.find((one) => one === fields.programme), note: wordsOf(fields.note) };
  if (mode === 'notDone') return { ...common, place: 'here', status: 'notDone', notDoneReason: notDoneReasons.find((one) => one === fields.notDoneReason) };
  const lot = lotChosen(fields, lots);
  const expiry = parseTypedDate(fields.expiresOn, { expiry: true });
  const typedLot = { lotNumber: wordsOf(fields.lotNumber), expiresOn: 'date' in expiry ? expiry.date : undefined };
  if (mode === 'elsewhere') return { ...common, ...typedLot, place: 'elsewhere', placeName: wordsOf(fields.placeName), tradeName: wordsOf(fields.tradeName) };
  const outcome = screeningOutcomes.find((one) => one === fields.screening);
  return {
    ...common, ...(lot ? { lotId: lot._id } : typedLot), place: 'here', tradeName: wordsOf(fields.tradeName), route: vaccineRoutes.find((one) => one === fields.route), site: vaccineSites.find((one) => one === fields.site),
    vaccinator: wordsOf(fields.vaccinator), observation: observationOutcomes.find((one) => one === fields.observation),
    screening: outcome && { outcome, reason: outcome === 'eligible' ? undefined : wordsOf(fields.screeningReason) },
  };
}
