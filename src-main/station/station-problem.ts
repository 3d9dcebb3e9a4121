/** Something about the station's directory, accounts or state that the person at the keyboard can act on; said in words, never a stack. */
export class StationProblem extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(code: string, message: string, facts: Record<string, unknown> = {}) {
    super(message);
    this.name = 'StationProblem';
    this.code = code;
    this.facts = facts;
  }
}
