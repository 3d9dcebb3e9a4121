import type { WorkContext } from '../../src-shared/domain/common/context.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { addDays } from '../../src-shared/domain/common/partial-date.ts';
import { uuidV7 } from '../../src-shared/domain/common/uuid-v7.ts';
import { buildEncounter } from '../../src-shared/domain/encounter/build-encounter.ts';
import { sampleCheckup, sampleVisit } from '../../src-shared/domain/practice/sample-encounters.ts';
import { pick, seededRandom, vietnameseName, wholeBetween } from '../../src-shared/domain/practice/sample-people.ts';
import { sampleSentences } from './sample-sentences.ts';

/** An encounter as the station saves it; `patientId`, `occurredOn`, `status` are indexed. */
export type EncounterBody = DocumentBody & { patientId: string; occurredOn: string; status: string; updatedAt: string };

export interface EncounterOptions { count: number; seed?: number; unit?: string; device?: string }

/** Encounters of one person, so that a timeline has something to show. */
export const encountersPerPatient = 8;
export const firstDay = '2021-11-22';
/** Days the encounters are spread over. */
export const daysOfHistory = 1825;

const startMs = Date.parse(`${firstDay}T00:00:00.000Z`);

/**
 * Encounters as a station writes them, by the product's own rules, about 1.36 KB of JSON each. The same options give the
 * same documents, to the last byte.
 */
function makeEncounters({ count, seed = 1, unit = '25001', device = 'pc-a2345678' }: EncounterOptions): EncounterBody[] {
  const random = seededRandom(seed);
  const bytes = () => Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
  const patients = Array.from({ length: Math.max(1, Math.ceil(count / encountersPerPatient)) }, (_, n) => ({
    id: `patients:${uuidV7(startMs + n, bytes())}`, bornOn: `${wholeBetween(random, 1935, 2015)}-0${wholeBetween(random, 1, 9)}-1${wholeBetween(random, 0, 9)}`,
  }));
  const staff = Array.from({ length: 6 }, (_, n) => ({ account: `tram${n + 1}`, displayName: vietnameseName(random).fullName }));
  return Array.from({ length: count }, (_, n) => {
    const atMs = startMs + Math.floor((n / count) * daysOfHistory * 86_400_000) + wholeBetween(random, 0, 999);
    const now = new Date(atMs).toISOString();
    const person = pick(random, staff);
    const context: WorkContext = {
      now, today: now.slice(0, 10), unit, device, ...person, role: 'doctor',
      newId: (prefix) => `${prefix}:${uuidV7(atMs, bytes())}`, nextVersion: () => `${now}_${wholeBetween(random, 0, 9).toString(16).padStart(4, '0')}_${device}`,
    };
    const patient = patients[n % patients.length] ?? pick(random, patients);
    const sample = { patientId: patient.id, bornOn: patient.bornOn, occurredOn: addDays(firstDay, Math.floor((n / count) * daysOfHistory)) };
    const isCheckup = random() < 0.5;
    const { observations } = sampleCheckup(random, sample);
    const input = {
      ...sampleVisit(random, sample), observations, symptoms: sampleSentences(random, 3), treatment: sampleSentences(random, 3), advice: sampleSentences(random, 2),
      status: random() < 0.1 ? 'draft' as const : 'submitted' as const,
    };
    return buildEncounter(isCheckup ? 'checkup' : 'visit', input, context) as unknown as EncounterBody;
  });
}

let last: { options: string; encounters: EncounterBody[] } | undefined;
/** The last ones made are kept: they are asked for again and again. */
function madeBefore(options: EncounterOptions): EncounterBody[] {
  const key = JSON.stringify(options);
  if (last?.options !== key) last = { options: key, encounters: makeEncounters(options) };
  return last.encounters;
}

/** Before memory is looked at: what was made here is not the subject's. */
export function forgetEncounters(): void {
  last = undefined;
}

/** Documents made from scratch; more are copies of them under other ids and people, which is ten times quicker. */
const originals = 10_000;

/** The same documents in batches, without ever holding all of them. */
export function* encounterBatches({ count, batch, ...options }: EncounterOptions & { batch: number }): Generator<EncounterBody[]> {
  const made = madeBefore({ ...options, count: Math.min(count, originals) });
  for (let from = 0; from < count; from += batch) {
    yield Array.from({ length: Math.min(batch, count - from) }, (_, n) => copyOf(made[(from + n) % originals], Math.floor((from + n) / originals)));
  }
}

/** Shares nothing with the original; the digit before the last of its ids says which of up to 16 copies it is. */
function copyOf(original: EncounterBody | undefined, copy: number): EncounterBody {
  if (!original) throw new RangeError('no such encounter');
  const body = JSON.parse(JSON.stringify(original)) as EncounterBody;
  const renamed = (id: string) => `${id.slice(0, -2)}${copy.toString(16)}${id.slice(-1)}`;
  return { ...body, _id: renamed(body._id), patientId: renamed(body.patientId) };
}
