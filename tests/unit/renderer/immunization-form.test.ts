import { describe, expect, it } from 'vitest';
import type { ImmunizationCardView, ImmunizationRow, VaccineLotRow } from '../../../src-shared/contract/queries.ts';
import { deriveImmunizationCard } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { recordImmunizationInput, addImmunizationReactionInput } from '../../../src-shared/domain/immunization/immunization.schema.ts';
import { emptyImmunization, fieldsToImmunization, immunizationProblems, lotChosen, lotsOffered, modePatch, nextFields, TYPED_LOT, vaccinePatch, type ImmunizationFields } from '../../../src-renderer/features/immunizations/immunization-form.ts';
import { dosesNeeded, filtersToInput } from '../../../src-renderer/features/immunizations/due-filters.ts';
import { monthTable } from '../../../src-renderer/features/immunizations/month-table.ts';
import { draftToRoute } from '../../../src-renderer/ui/draft-route.ts';
import { refusalWords, warningWords } from '../../../src-renderer/ui/refusal-words.ts';
import { hashToRoute, routeToHash } from '../../../src-renderer/ui/route-hash.ts';
import { doseName } from '../../../src-renderer/ui/vaccine-words.ts';
import type { Draft } from '../../../src-shared/contract/session.ts';
import { speakIn } from './support.ts';
import { emptyReaction, fieldsToReaction, reactionProblems } from '../../../src-renderer/features/immunizations/reaction-form.ts';

const today = '2026-11-22';
const patient = { _id: 'patients:019a0000-0000-7000-8000-000000000001', bornOn: '2026-07-16' };
const given = (vaccine: string, doseNumber: number, occurredOn: string, more: object = {}) => ({ _id: `immunizations:${vaccine}-${String(doseNumber)}`, vaccine, doseNumber, occurredOn, place: 'here', status: 'completed', reactions: [], createdAt: `${occurredOn}T03:00:00.000Z`, ...more }) as unknown as ImmunizationRow;
const viewOf = (...records: ImmunizationRow[]): ImmunizationCardView => ({ patientId: patient._id, bornOn: patient.bornOn, records, card: deriveImmunizationCard({ bornOn: patient.bornOn, records, today }) });
const first = viewOf(given('HEPB0', 1, '2026-07-16'), given('BCG', 1, '2026-08-01'), given('DPT-VGB-Hib', 1, '2026-09-20'));
const lot = (id: string, more: object = {}) => ({ _id: `lots:019a0000-0000-7000-8000-00000000000${id}`, lotNumber: `L${id}`, expiresOn: '2027-06-30', balance: 5, fits: true, countedInDoses: true, ...more }) as unknown as VaccineLotRow;
const facts = { patient, records: first.records, today, lots: [] };
const ready = (more: Partial<ImmunizationFields> = {}): ImmunizationFields => ({ ...emptyImmunization(first, today, { vaccine: 'DPT-VGB-Hib', dose: '2' }), screening: 'eligible', ...more });

describe('the form of a dose', () => {
  it('[SCR81] begins with the dose pressed, else with the first one due; a vaccine brings its next dose, route and place of the body', () => {
    expect(emptyImmunization(first, today, { vaccine: 'DPT-VGB-Hib', dose: '3' })).toMatchObject({ mode: 'here', vaccine: 'DPT-VGB-Hib', doseNumber: '3', occurredOn: '22/11/2026', route: 'intramuscular' });
    expect(emptyImmunization(first, today)).toMatchObject({ vaccine: 'bOPV', doseNumber: '1', route: 'oral', site: 'mouth' });
    expect(vaccinePatch('DPT-VGB-Hib', first)).toMatchObject({ doseNumber: '2', site: '', lot: '' });
    expect(vaccinePatch('TT', viewOf(given('TT', 1, '2026-10-01'), given('TT', 2, '2026-11-01', { voided: {} })))).toMatchObject({ doseNumber: '2' });
  });

  it('[SCR81] the next form keeps what is the same for every dose of the day, and goes to the next one due; from a book to the next one open', () => {
    const next = nextFields(ready({ vaccinator: 'Lò Thị Pha', note: 'khóc', lotNumber: 'X1', observation: 'normal' }), first);
    expect(next).toMatchObject({ mode: 'here', vaccine: 'bOPV', doseNumber: '1', screening: 'eligible', vaccinator: 'Lò Thị Pha', occurredOn: '22/11/2026', note: '', lotNumber: '', observation: '' });
    expect(nextFields(ready({ mode: 'elsewhere', vaccine: 'Td', doseNumber: '1', placeName: 'Bệnh viện' }), first)).toMatchObject({ vaccine: 'bOPV', placeName: 'Bệnh viện' });
    const all = viewOf(...first.card.lines.map(({ vaccine, doseNumber }) => given(vaccine, doseNumber, '2026-11-01')));
    expect(nextFields(ready(), all)).toMatchObject({ vaccine: '', doseNumber: '' });
  });

  it('[SCR81] today is never taken for the day of a book unseen; a book may know the month only', () => {
    expect(modePatch('elsewhere', { occurredOn: '22/11/2026' }, today)).toEqual({ mode: 'elsewhere', occurredOn: '' });
    expect(modePatch('elsewhere', { occurredOn: '01/10/2026' }, today)).toEqual({ mode: 'elsewhere', occurredOn: '01/10/2026' });
    expect(modePatch('here', { occurredOn: '' }, today)).toEqual({ mode: 'here', occurredOn: '22/11/2026' });
    const book = ready({ mode: 'elsewhere', occurredOn: '10/2026', placeName: 'Bệnh viện tỉnh', lotNumber: 'B7', screening: '' });
    expect(immunizationProblems(book, facts)).toEqual({});
    expect(fieldsToImmunization(book, patient._id, [])).toMatchObject({ place: 'elsewhere', occurredOn: '2026-10', placeName: 'Bệnh viện tỉnh', lotNumber: 'B7' });
    expect(immunizationProblems({ ...book, mode: 'here', screening: 'eligible' }, facts)).toEqual({ occurredOn: expect.objectContaining({ code: 'notADate' }) as unknown });
  });

  it('[SCR81] takes the lot that expires first unless another is chosen or typed', () => {
    const lots = [lot('1'), lot('2'), lot('3', { fits: false }), lot('4', { fits: false, countedInDoses: false })];
    expect(lotsOffered(lots).map(({ lotNumber }) => lotNumber)).toEqual(['L1', 'L2', 'L3']);
    expect([lotChosen(ready(), lots)?.lotNumber, lotChosen(ready({ lot: lots[1]!._id }), lots)?.lotNumber, lotChosen(ready({ lot: TYPED_LOT }), lots), lotChosen(ready({ mode: 'elsewhere' }), lots), lotChosen(ready(), lots.slice(2))]).toEqual(['L1', 'L2', undefined, undefined, undefined]);
    // What was typed for another lot is not sent beside the one of the store room.
    expect(fieldsToImmunization(ready({ lotNumber: 'X', expiresOn: '06/2027' }), patient._id, lots)).toMatchObject({ lotId: lots[0]!._id });
    expect(Object.keys(fieldsToImmunization(ready({ lotNumber: 'X' }), patient._id, lots))).not.toContain('lotNumber');
    expect(fieldsToImmunization(ready({ lot: TYPED_LOT, lotNumber: 'X', expiresOn: '06/2027' }), patient._id, lots)).toMatchObject({ lotNumber: 'X', expiresOn: '2027-06' });
  });

  it.each<[Partial<ImmunizationFields>, string, string]>([
    [{ vaccine: '' }, 'vaccine', 'required'], [{ screening: '' }, 'screening', 'required'], [{ doseNumber: '0' }, 'doseNumber', 'outOfRange'], [{ doseNumber: '1' }, 'doseNumber', 'refusals.DoseAlreadyGiven'], [{ occurredOn: '23/11/2026' }, 'occurredOn', 'inFuture'],
    [{ occurredOn: '01/07/2026' }, 'occurredOn', 'refusals.OccurredBeforeBirth'], [{ screening: 'postponed' }, 'screeningReason', 'required'], [{ lotNumber: 'X', expiresOn: '10/2026' }, 'expiresOn', 'refusals.LotExpired'], [{ vaccinator: '0912345678' }, 'vaccinator', 'nameFormat'],
    [{ mode: 'notDone' }, 'notDoneReason', 'required'], [{ lotNumber: 'L'.repeat(41) }, 'lotNumber', 'tooLong'],
  ])('[SCR82] %j is said at its field', (typed, field, code) => { expect(immunizationProblems(ready(typed), facts)).toEqual({ [field]: expect.objectContaining({ code }) as unknown }); });

  it('[SCR82] what each way of writing down sends fits the operation', () => {
    for (const typed of [ready(), ready({ mode: 'elsewhere' }), ready({ mode: 'notDone', notDoneReason: 'ill', lotNumber: 'X', observation: 'normal' }), ready({ screening: 'contraindicated', screeningReason: 'dị ứng' })]) {
      expect(immunizationProblems(typed, facts)).toEqual({});
      expect(recordImmunizationInput.safeParse(fieldsToImmunization(typed, patient._id, [lot('1')])).error).toBeUndefined();
    }
    expect(fieldsToImmunization(ready({ mode: 'notDone', notDoneReason: 'ill', lotNumber: 'X' }), patient._id, [lot('1')])).toEqual({ patientId: patient._id, vaccine: 'DPT-VGB-Hib', doseNumber: 2, occurredOn: today, place: 'here', programme: 'expanded', status: 'notDone', notDoneReason: 'ill', note: undefined });
  });
});

it('[SCR82] questions and refusals say dose and days as they are written', async () => {
  const vi = await speakIn('vi');
  expect(warningWords({ code: 'TooEarlyAfterDose', vaccine: 'DPT-VGB-Hib', doseNumber: 1, from: '2026-12-01' }, vi)).toBe('Quá gần mũi trước (5 trong 1 mũi 1): tiêm được từ 01/12/2026.');
  expect(refusalWords({ code: 'DoseAlreadyGiven', occurredOn: '2026-10' }, vi)).toContain('10/2026');
  const en = await speakIn('en');
  expect(warningWords({ code: 'AboveLatestAge', latestOn: '2026-08-01' }, en)).toContain('01/08/2026');
  // What is given once is called by its vaccine alone; a vaccine of a newer version is said to be another.
  expect([doseName({ vaccine: 'BCG', doseNumber: 1 }, en), doseName({ vaccine: 'BCG', doseNumber: 2 }, en), doseName({ vaccine: 'DENGUE', doseNumber: 1 }, en)]).toEqual(['Tuberculosis (BCG)', 'Tuberculosis (BCG) dose 2', 'Another vaccine dose 1']);
});

it('[SCR85] a dose, a reaction and a voiding left half-written go on where they were', () => {
  const draft = (form: string, content: object) => draftToRoute({ key: 'k', form, patientId: patient._id, updatedAt: today, content } as Draft);
  expect(routeToHash(draft('immunization', {}))).toBe(`#/immunize?patientId=${encodeURIComponent(patient._id)}&draft=k`);
  for (const form of ['immunizationReaction', 'voidImmunization']) {
    const route = draft(form, { immunizationId: 'immunizations:1' });
    expect(route).toEqual({ page: 'person', id: patient._id, form, immunizationId: 'immunizations:1', draft: 'k' });
    expect(hashToRoute(routeToHash(route))).toMatchObject(route);
    expect(draft(form, {})).toEqual({ page: 'missing' });
  }
});

describe('the form of a reaction', () => {
  const fields = { ...emptyReaction(today), signs: 'Sốt 38,5 °C', severity: 'mild', outcome: 'recovered' };
  it.each([[{ signs: ' ' }, 'signs', 'required'], [{ severity: '' }, 'severity', 'required'], [{ onsetOn: '20/11/2026' }, 'onsetOn', 'refusals.OnsetBeforeDose'], [{ onsetHours: '2,5' }, 'onsetHours', 'notWhole']])('[SCR85] %j is said at its field', (typed, field, code) => {
    expect(reactionProblems({ ...fields, ...typed }, { occurredOn: '2026-11-21' }, today)).toEqual({ [field]: expect.objectContaining({ code }) as unknown });
  });
  it('[SCR85] of a dose whose month alone is known any day of it is fine; what is sent fits the operation', () => {
    expect(reactionProblems(fields, { occurredOn: '2026-11' }, today)).toEqual({});
    const input = fieldsToReaction({ ...fields, onsetHours: '6' }, 'immunizations:019a0000-0000-7000-8000-000000000001');
    expect(addImmunizationReactionInput.parse(input)).toMatchObject({ onsetOn: today, onsetHours: 6, severity: 'mild' });
  });
});

it('[SCR83] the list of children is asked as it is filtered, up to today unless another day is typed; doses to take along are summed by vaccine', () => {
  expect(filtersToInput({ until: '', village: undefined, vaccine: undefined, late: false }, today)).toEqual({ until: today });
  expect(filtersToInput({ until: '2026-12-25', village: null, vaccine: 'BCG', late: true }, today)).toEqual({ until: '2026-12-25', village: null, vaccine: 'BCG', late: true });
  expect(dosesNeeded([{ vaccine: 'JE', doseNumber: 1, doses: 2 }, { vaccine: 'BCG', doseNumber: 1, doses: 1 }, { vaccine: 'JE', doseNumber: 2, doses: 3 }])).toEqual([{ vaccine: 'BCG', doses: 1 }, { vaccine: 'JE', doses: 5 }]);
});

it('[SCR84] a month’s counts have a line for each vaccine given, a column for each dose, and sums that agree', () => {
  const { doseNumbers, rows, total } = monthTable([{ vaccine: 'DPT', doseNumber: 4, doses: 2, underOne: 0 }, { vaccine: 'BCG', doseNumber: 1, doses: 3, underOne: 3 }]);
  expect(doseNumbers).toEqual([1, 2, 3, 4]);
  expect(rows).toEqual([{ vaccine: 'BCG', doses: [3, 0, 0, 0], total: 3, underOne: 3 }, { vaccine: 'DPT', doses: [0, 0, 0, 2], total: 2, underOne: 0 }]);
  expect(total).toEqual({ doses: [3, 0, 0, 2], total: 5, underOne: 3 });
  expect(monthTable([]).doseNumbers).toEqual([1, 2, 3]);
});
