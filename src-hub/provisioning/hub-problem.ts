/** Something about the hub's directory, credentials or input that the person at the command line can act on; said in words. */
export class HubProblem extends Error {
  readonly code: string;
  constructor(code: string, message: string) { super(message); this.name = 'HubProblem'; this.code = code; }
}
