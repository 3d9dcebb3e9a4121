import { isDeepStrictEqual } from 'node:util';

/** The part of tape's `t` that the abstract-leveldown suite uses. */
class TapeTest {
  readonly finished: Promise<void>;
  readonly problems: string[] = [];
  #planned = Infinity;
  #asserted = 0;
  #finish!: () => void;

  constructor() { this.finished = new Promise((resolve) => { this.#finish = resolve; }); }

  plan(count: number): void { this.#planned = count; }
  end(error?: unknown): void { if (error) this.problems.push(String(error)); this.#finish(); }
  pass(): void { this.#record(true, 'pass'); }
  fail(message = 'fail'): void { this.#record(false, message); }
  ok(value: unknown, message = 'ok'): void { this.#record(Boolean(value), message); }
  error(value: unknown, message = 'error'): void { this.#record(!value, `${message}: ${String(value)}`); }
  equal(found: unknown, wanted: unknown, message = 'equal'): void { this.#record(Object.is(found, wanted), `${message}: ${String(found)} is not ${String(wanted)}`); }
  isNot(found: unknown, wanted: unknown, message = 'isNot'): void { this.#record(!Object.is(found, wanted), message); }
  deepEqual(found: unknown, wanted: unknown, message = 'same'): void { this.#record(isDeepStrictEqual(found, wanted), `${message}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`); }
  throws(work: () => unknown, _expected?: unknown, message = 'throws'): void {
    let threw = false;
    try { work(); } catch { threw = true; }
    this.#record(threw, message);
  }
  is = this.equal.bind(this);
  equals = this.equal.bind(this);
  same = this.deepEqual.bind(this);
  ifError = this.error.bind(this);

  #record(isRight: boolean, message: string): void {
    if (!isRight) this.problems.push(message);
    this.#asserted += 1;
    if (this.#asserted >= this.#planned) this.#finish();
  }
}

export type TapeRun = (name: string, body: (t: TapeTest) => unknown) => void;

/** Runs one tape test to its end; the problems it found. */
export async function runTape(body: (t: TapeTest) => unknown): Promise<string[]> {
  const t = new TapeTest();
  const answer = body(t);
  await (answer instanceof Promise ? answer : t.finished);
  return t.problems;
}
