/**
 * A rule said no. A value, never thrown; the screen turns the code and its facts into words.
 * `code` is PascalCase, e.g. `{ code: 'ReductionBelowZero', lotId, available: 3 }`. No sentence, no patient data.
 */
export type Refusal = { code: string } & Record<string, unknown>;

/** Something worth saying that does not stop the save, e.g. `{ code: 'NationalIdSexMismatch' }`. */
export type Warning = { code: string } & Record<string, unknown>;

export type Outcome<T> = { ok: true; value: T; warnings: Warning[] } | { ok: false; refusals: [Refusal, ...Refusal[]] };

export const accepted = <T>(value: T, warnings: Warning[] = []): Outcome<T> => ({ ok: true, value, warnings });
export const refused = <T = never>(first: Refusal, ...rest: Refusal[]): Outcome<T> => ({ ok: false, refusals: [first, ...rest] });
