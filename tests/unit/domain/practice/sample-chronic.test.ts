import { expect, it } from 'vitest';
import { operations } from '../../../../src-shared/contract/operations.ts';
import { deriveCareState, type CareEncounter } from '../../../../src-shared/domain/chronic/derive-care-state.ts';
import { deriveSuspect } from '../../../../src-shared/domain/chronic/derive-suspect.ts';
import type { Episode } from '../../../../src-shared/domain/chronic/episode.schema.ts';
import type { FollowUp } from '../../../../src-shared/domain/chronic/follow-up.schema.ts';
import { planEpisode } from '../../../../src-shared/domain/chronic/plan-episode.ts';
import { planEpisodeStatus } from '../../../../src-shared/domain/chronic/plan-episode-status.ts';
import { planFollowUp } from '../../../../src-shared/domain/chronic/plan-follow-up.ts';
import type { Outcome } from '../../../../src-shared/domain/common/refusal.ts';
import { measured } from '../../../../src-shared/domain/encounter/derive-bmi.ts';
import { sampleLines } from '../../../../src-shared/domain/practice/sample-load-lines.ts';
import { aContext } from '../../../support/builders.ts';

const today = '2026-11-22';
const context = aContext();
/** As the practice station has them. */
const options = { people: 120, checkups: 160, movements: 0, doses: true, seed: 2026, today };
const saved = <T>(outcome: Outcome<T>): T => { if (!outcome.ok) throw new Error(outcome.refusals[0].code); expect(outcome.warnings).toEqual([]); return outcome.value; };

it('[CHR25] people of forty and more are controlled, uncontrolled, overdue, lost and referred, and some may be ill; all of it passes the rules and asks nothing', () => {
  const lines = [...sampleLines(options)];
  expect([...sampleLines(options)]).toEqual(lines);
  const born = new Map<string, string>();
  const episodes = new Map<string, Episode>();
  const followUps: FollowUp[] = [];
  const encounters = new Map<string, CareEncounter[]>();
  const of = (patientId: string) => ({ episodes: [...episodes.values()].filter((one) => one.patientId === patientId), followUps: followUps.filter((one) => one.patientId === patientId), encounters: encounters.get(patientId) ?? [] });
  for (const line of lines) {
    if (line.operation === 'registerPatient') born.set(line.input.id ?? '', line.input.bornOn);
    else if (line.operation === 'recordCheckup' || line.operation === 'recordVisit') {
      const { patientId, occurredOn: on, observations } = line.input;
      const [systolicMmHg, diastolicMmHg] = [measured(observations, 'systolicMmHg'), measured(observations, 'diastolicMmHg')];
      encounters.set(patientId, [...encounters.get(patientId) ?? [], { id: line.key, on, at: `${on}T03:00:00.000Z`, ...(systolicMmHg === undefined || diastolicMmHg === undefined ? {} : { pressure: { systolicMmHg, diastolicMmHg } }) }]);
    } else if (line.operation === 'enrolCondition') {
      const made = saved(planEpisode(operations.enrolCondition.input.parse(line.input), { patient: { bornOn: born.get(line.input.patientId)! }, episodes: of(line.input.patientId).episodes }, context));
      episodes.set(made._id, made);
    } else if (line.operation === 'recordFollowUp') {
      const { patientId } = line.input;
      const known = of(patientId);
      followUps.push(saved(planFollowUp(operations.recordFollowUp.input.parse(line.input), { patient: { bornOn: born.get(patientId)! }, hasPressureThatDay: false, followUps: known.followUps, underManagement: known.episodes.length > 0 }, context)));
    } else if (line.operation === 'changeEpisodeStatus') {
      for (const { after } of saved(planEpisodeStatus(episodes.get(line.input.id), [], operations.changeEpisodeStatus.input.parse(line.input), context))) episodes.set(after._id, after);
    }
  }
  const standings = [...new Set([...episodes.values()].map(({ patientId }) => patientId))].map((id) => deriveCareState(of(id), born.get(id)!, today));
  expect(standings.length).toBeGreaterThan(8);
  expect(new Set(standings.map(({ state }) => state))).toEqual(new Set(['onTime', 'due', 'overdue', 'lost', undefined]));
  expect(new Set(standings.flatMap(({ conditions }) => conditions.flatMap(({ controlled }) => controlled ?? [])))).toEqual(new Set(['yes', 'no', 'unknown']));
  expect(new Set([...born.keys()].flatMap((id) => deriveSuspect(of(id))?.kind ?? []))).toEqual(new Set(['measureAgain', 'confirm']));
});

it('[CHR25] without the registers nobody has a condition', () => {
  expect([...sampleLines({ ...options, doses: false })].map(({ operation }) => operation)).not.toContain('enrolCondition');
});
