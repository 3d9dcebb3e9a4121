/** Why an update file is not taken, or a version not started. */
export type UpdateCode =
  /** Not an update file at all. */
  | 'NotAnUpdate'
  /** Of a later format than this program reads. */
  | 'UpdateFormatNewer'
  /** Shorter or longer than it says, or a part of it is not what was signed. */
  | 'UpdateDamaged'
  | 'WrongSignature'
  /** This installation knows no release key: nothing can be trusted. */
  | 'NoReleaseKey'
  /** The same or an older version than the one that works here. */
  | 'NotNewer'
  | 'WrongPlatform'
  /** Needs a newer window than the installed one: only the installer helps. */
  | 'NeedsInstaller'
  | 'DiskFull';

/** Something about an update that a person can act on; said in words, never a stack. */
export class UpdateProblem extends Error {
  readonly code: UpdateCode;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(code: UpdateCode, message: string, facts: Record<string, unknown> = {}) {
    super(message);
    this.name = 'UpdateProblem';
    this.code = code;
    this.facts = facts;
  }
}
