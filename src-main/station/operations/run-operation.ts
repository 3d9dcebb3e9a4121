import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { operations as contract, type OperationAnswer, type OperationName, type OperationResult, type ParsedInput } from '../../../src-shared/contract/operations.ts';
import { canonicalJson } from '../../../src-shared/domain/common/canonical-json.ts';
import { invalidInput } from '../../../src-shared/domain/common/input-issues.ts';
import type { Outcome, Refusal } from '../../../src-shared/domain/common/refusal.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import { StoreConflict } from '../../../store/index.ts';
import type { Person } from '../accounts/accounts.ts';
import { isDiskFull } from '../db/disk-guard.ts';
import { saveRecords } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';
import { clockDependentOperations } from './clock-dependent.ts';
import { stationOperations } from './index.ts';
import type { Operation, Planned } from './operation.ts';

export interface OperationRequest { operation: string; /** Idempotency key, 1 to 200 characters. */ key: string; input: unknown }

/**
 * The one road of every change: role → key done before? → input fits? → rules → one commit. A refusal is answered, a fault thrown.
 * Refusals of its own: `UnknownOperation`, `RoleNotAllowed`, `InvalidKey`, `KeyReused`, `InvalidInput {issues}`, `ClockBehind`,
 * `DiskFull`, `IdTaken {id}`, `ChangedMeanwhile {id}`.
 */
export function runOperation(db: StationDatabase, person: Person, request: OperationRequest): OperationAnswer {
  const prepared = prepare(db, person, request);
  if ('answer' in prepared) return prepared.answer;
  const { operation, context, records, also, result, inputHash } = prepared;
  try {
    saveRecords(db, context, { operation, key: request.key, inputHash, records, result, also });
  } catch (error) {
    if (isDiskFull(error)) return no({ code: 'DiskFull' });
    if (!(error instanceof StoreConflict)) throw error;
    const { id: taken } = error;
    const isNew = records.some(({ body, expectedRev }) => body._id === taken && expectedRev === null);
    return no({ code: isNew ? 'IdTaken' : 'ChangedMeanwhile', id: taken });
  }
  return { ok: true, result: { ...result, already: false } };
}

/** What `runOperation` would answer and write, without writing anything (a list tried before it is taken in). */
export function tryOperation(db: StationDatabase, person: Person, request: OperationRequest): { answer: OperationAnswer; records: Planned['records'] } {
  const prepared = prepare(db, person, request);
  return 'answer' in prepared ? { answer: prepared.answer, records: [] } : { answer: { ok: true, result: { ...prepared.result, already: false } }, records: prepared.records };
}

type Prepared = { answer: OperationAnswer } | { operation: OperationName; context: WorkContext; records: Planned['records']; also: Planned['also']; result: Omit<OperationResult, 'already'>; inputHash: string };

/** Everything before the commit; an answer where there is nothing to write. */
function prepare(db: StationDatabase, person: Person, { operation, key, input }: OperationRequest): Prepared {
  if (!isOperationName(operation)) return stop({ code: 'UnknownOperation' });
  const { roles, input: schema } = contract[operation];
  if (!(roles as readonly string[]).includes(person.role)) return stop({ code: 'RoleNotAllowed', role: person.role, allowed: [...roles] });
  if (typeof key !== 'string' || key.length < 1 || key.length > 200) return stop({ code: 'InvalidKey' });

  const inputHash = hashOf(input);
  const done = db.doneKeys.find(key);
  if (done) {
    return done.operation === operation && done.inputHash === inputHash ? { answer: { ok: true, result: { ...done.result, already: true } } } : { answer: no({ code: 'KeyReused' }) };
  }

  const parsed = (schema as z.ZodType<ParsedInput<typeof operation>>).safeParse(input);
  if (!parsed.success) return stop(invalidInput(parsed.error));
  if (db.clock.isBehind() && clockDependentOperations.has(operation)) return stop({ code: 'ClockBehind' });

  const context = db.contextFor(person);
  const outcome = planOf(operation, parsed.data, context, db);
  if (!outcome.ok) return { answer: { ok: false, refusals: outcome.refusals } };
  const { id, records, also } = outcome.value;
  const result = { id, ids: records.map(({ body }) => body._id), warnings: outcome.warnings };
  return { operation, context, records, also, result, inputHash };
}

const no = (refusal: Refusal): OperationAnswer => ({ ok: false, refusals: [refusal] });
const stop = (refusal: Refusal): { answer: OperationAnswer } => ({ answer: no(refusal) });

const isOperationName = (name: string): name is OperationName => Object.hasOwn(contract, name);

/** The table's entry and the parsed input belong to the same name; TypeScript cannot follow that through a lookup. */
function planOf(operation: OperationName, input: ParsedInput<OperationName>, context: WorkContext, db: StationDatabase): Outcome<Planned> {
  return (stationOperations[operation] as Operation<OperationName>)(input as never, context, db);
}

/** Of the input as it came: the same key with another content must not pass as done. */
const hashOf = (input: unknown): string => createHash('sha256').update(canonicalJson(input)).digest('base64url');
