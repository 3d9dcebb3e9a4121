import type { Refusal } from '../domain/common/refusal.ts';

/** A commune or province to choose from. `code` is its administrative code in the list of 1 July 2025 (resolution 202/2025/QH15). */
export interface UnitChoice { code: string; name: string; province: string }
/** What an enrolment file of the tier above says of itself once its PIN was right. */
export interface EnrolmentSummary { unit: string; unitName: string; hubName: string; hubUrl: string; madeAt: string }
export interface FirstStartState { practiceExists: boolean; /** The station is there; `finish` opens it. */ made: boolean; /** Where the data will lie, for whoever asks. */ dir: string }
export interface NewStationInput {
  unit: string; unitName: string; account: string; displayName: string; password: string;
  /** Text of the file and its PIN; without it the station is joined to a tier later. */ enrolment?: { file: string; pin: string };
}
/** Refusals: those of `station init` and of an enrolment file (`NotAnEnrolment`, `WrongPin`, `EnrolmentOfOtherUnit`), `AlreadyMade`. */
export type FirstStartAnswer<T> = ({ ok: true } & T) | { ok: false; refusals: Refusal[] };

/** Spoken by the page while the directory holds no station yet; `session.state` then says `new`. */
export interface FirstStartApi {
  state(): Promise<FirstStartState>;
  units(): Promise<UnitChoice[]>;
  readEnrolment(input: { file: string; pin: string }): Promise<FirstStartAnswer<EnrolmentSummary>>;
  /** The code is shown once, by this answer. */
  makeStation(input: NewStationInput): Promise<FirstStartAnswer<{ recoveryCode: string }>>;
  /** Makes, or opens again, the practice station beside the directory. */
  makePractice(): Promise<FirstStartAnswer<object>>;
  /** The station that was made takes over this address; the page asks `session.state` until it is no longer `new`. `codeKept`: a part of the recovery code was typed back. */
  finish(input?: { codeKept: boolean }): Promise<{ ok: true }>;
}
