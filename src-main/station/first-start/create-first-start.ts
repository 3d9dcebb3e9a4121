import { resolve } from 'node:path';
import type { EnrolmentSummary, FirstStartState } from '../../../src-shared/contract/first-start.ts';
import { createAccounts } from '../accounts/accounts.ts';
import { initStation } from '../accounts/init-station.ts';
import { StationProblem } from '../station-problem.ts';
import { hasPractice, makePractice } from './make-practice.ts';
import { openEnrolment, type Enrolment } from './open-enrolment.ts';

export interface NewStationRequest { unit: string; unitName: string; account: string; displayName: string; password: string; enrolment?: { file: string; pin: string } | undefined }

/** The steps of a first start, behind the page that asks for them. */
export interface FirstStart {
  state(): FirstStartState;
  readEnrolment(file: string, pin: string): Promise<EnrolmentSummary>;
  makeStation(request: NewStationRequest): Promise<{ recoveryCode: string }>;
  /** A part of the recovery code was typed back: it is on paper. */
  codeKept(): Promise<void>;
  makePractice(): Promise<void>;
  /** The directory of what was made. */
  made(): string | undefined;
}

export interface FirstStartParts { dir: string; instance: string; now: () => number }

export function createFirstStart({ dir, instance, now }: FirstStartParts): FirstStart {
  let madeIn: string | undefined;
  let making = false;
  let practice: Promise<void> | undefined;
  /** Two presses of a button make one station. */
  const once = async <T>(work: () => Promise<T>): Promise<T> => {
    if (making || madeIn !== undefined) throw new StationProblem('AlreadyMade', 'the station is made already');
    making = true;
    try { return await work(); } finally { making = false; }
  };
  return {
    state: () => ({ practiceExists: hasPractice(dir), dir: resolve(dir), made: madeIn !== undefined }),
    readEnrolment: async (file, pin) => summaryOf(await openEnrolment(file, pin)),
    makeStation: ({ unit, unitName, account, displayName, password, enrolment }) => once(async () => {
      const opened = enrolment && await openEnrolment(enrolment.file, enrolment.pin);
      if (opened && opened.unit !== unit) throw new StationProblem('EnrolmentOfOtherUnit', `the enrolment file is for unit ${opened.unit}`, { unit: opened.unit });
      const { recoveryCode } = await initStation({
        dir, unit, unitName, instance, now, asksForCode: true, firstAccount: { account, displayName, password, role: 'head' },
        ...(opened ? { hub: opened.hub } : {}), ...(opened?.escrow === undefined ? {} : { escrow: { hub: opened.hubUnit, recipient: opened.escrow } }),
      });
      madeIn = dir;
      return { recoveryCode };
    }),
    async codeKept() { if (madeIn !== undefined) await createAccounts(madeIn, now).dropFormerRecovery(); },
    // Whoever presses again, or loaded the page anew meanwhile, waits for the same one.
    makePractice: () => (practice ??= once(async () => { madeIn = await makePractice(dir, now); }).catch((error: unknown) => { practice = undefined; throw error; })),
    made: () => madeIn,
  };
}

/** What a person is told of an enrolment file. */
export const summaryOf = ({ unit, unitName, hub, hubName, madeAt }: Enrolment): EnrolmentSummary => ({ unit, unitName, hubName, hubUrl: hub.url, madeAt });
