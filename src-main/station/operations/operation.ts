import type { OperationName, ParsedInput } from '../../../src-shared/contract/operations.ts';
import type { WorkContext } from '../../../src-shared/domain/common/context.ts';
import type { Findings } from '../../../src-shared/domain/common/findings.ts';
import type { Outcome } from '../../../src-shared/domain/common/refusal.ts';
import type { Sql } from '../../../store/index.ts';
import type { RecordWrite } from '../db/save-records.ts';
import type { StationDatabase } from '../db/station-database.ts';

/** What an operation wants written; `id` is the record it made or changed. */
export interface Planned { id: string; records: RecordWrite[]; /** Of tables beside the documents, in the same commit. */ also?: (sql: Sql) => void }

/** Load → ask the domain → build. Writes nothing itself; `run-operation.ts` saves what it plans in one commit. */
export type Operation<N extends OperationName> = (input: ParsedInput<N>, context: WorkContext, db: StationDatabase) => Outcome<Planned>;

/** What the rules found, as the answer of an operation. */
export function outcomeOf(findings: Findings, plan: () => Planned): Outcome<Planned> {
  const [first, ...rest] = findings.refusals;
  return first ? { ok: false, refusals: [first, ...rest] } : { ok: true, value: plan(), warnings: findings.warnings };
}
