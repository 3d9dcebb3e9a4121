import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import { pick, samplePerson, seededRandom } from '../../src-shared/domain/practice/sample-people.ts';
import type { StoredDocument } from '../../store/index.ts';

/** A person as the station keeps one. */
export type PersonBody = Pick<Patient, '_id' | 'fullName' | 'bornOn' | 'village' | 'updatedAt'> & StoredDocument;

/** People of a district, in batches; the same seed gives the same ones. */
export function* peopleBatches(count: number, batch: number, seed = 5): Generator<PersonBody[]> {
  const random = seededRandom(seed);
  for (let from = 0; from < count; from += batch) {
    yield Array.from({ length: Math.min(batch, count - from) }, (_, n) => {
      const _id = `patients:${String(from + n).padStart(12, '0')}`;
      const person = samplePerson(random, { today: '2026-11-22', serial: from + n + 1, id: _id });
      return { ...person, _id, updatedAt: new Date(1.7e12 + (from + n) * 1000).toISOString(), _rev: '1-a', _deleted: false, _meta: { lwt: 0 }, _attachments: {} } as unknown as PersonBody;
    });
  }
}

/** What a nurse types: a whole name, with and without marks, parts of words, a name and a birth year, a village. */
export function searchesFor(people: readonly PersonBody[], count: number, seed: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, n) => {
    const { fullName, bornOn, village } = pick(random, [...people]);
    const words = fullName.split(' ');
    const [first = '', last = ''] = [words[0], words.at(-1)];
    const forms = [fullName, first, last.slice(0, 2), `${last} ${bornOn.slice(0, 4)}`, `${first.slice(0, 2)} ${last.slice(0, 1)}`, first.slice(0, 1), village ?? 'thon', words.slice(-2).join(' ')];
    return forms[n % forms.length] ?? fullName;
  });
}
