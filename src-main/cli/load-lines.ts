import type { OperationAnswer } from '../../src-shared/contract/operations.ts';
import type { Refusal } from '../../src-shared/domain/common/refusal.ts';
import type { OperationRequest } from '../station/operations/run-operation.ts';
import { StationProblem } from '../station/station-problem.ts';
import type { StationWork } from '../station/work/station-work.ts';
import { explain } from './explain.ts';
import type { LoadLine } from './read-load-lines.ts';

export interface RefusedLine { line: number; key?: string; operation?: string; code: string; [fact: string]: unknown }
export interface LoadSummary { ok: number; already: number; refused: RefusedLine[]; /** All of them, where the list was cut. */ refusedCount: number }
export interface LoadOptions { acknowledge?: (line: number) => void; progress?: (text: string) => void; now?: () => number }

/** Lines handed over at once; each is still a commit of its own. */
const batchLines = 100;
/** A serving station takes no request of any size. */
const batchSize = 2_000_000;
const mostRefusedListed = 50_000;
const progressEveryMs = 1000;

/**
 * Runs the lines in order and counts the answers. A full disk or a fault ends it there: the lines after it would be refused for what is missing before them.
 * @throws StationProblem with the code of the fault (`DiskFull`, …), the summary so far and the `line` in its facts; what was counted as done is on the disk.
 */
export async function loadLines(lines: AsyncIterable<LoadLine>, work: Pick<StationWork, 'runMany'>, options: LoadOptions = {}): Promise<LoadSummary> {
  const { acknowledge, progress, now = Date.now } = options;
  const summary: LoadSummary = { ok: 0, already: 0, refused: [], refusedCount: 0 };
  let batch: { line: number; request: OperationRequest }[] = [];
  let told = now();
  let size = 0;

  const refuse = (line: number, refusals: readonly Refusal[], request?: OperationRequest) => {
    summary.refusedCount += 1;
    const [first = { code: 'Refused' }, ...more] = refusals;
    if (summary.refused.length >= mostRefusedListed) return;
    summary.refused.push({ line, key: request?.key, operation: request?.operation.slice(0, 60), ...first, ...(more.length > 0 ? { more } : {}) });
  };
  const answered = ({ line, request }: { line: number; request: OperationRequest }, answer: OperationAnswer) => {
    if (!answer.ok && answer.refusals[0]?.code === 'DiskFull') throw new StationProblem('DiskFull', 'the disk is full');
    if (!answer.ok) { refuse(line, answer.refusals, request); return; }
    if (answer.result.already) summary.already += 1; else summary.ok += 1;
    acknowledge?.(line);
  };
  const flush = async () => {
    const running = batch;
    batch = [];
    size = 0;
    let reached = 0;
    try {
      await work.runMany(running.map(({ request }) => request), (index, answer) => {
        const item = running[index];
        if (item) answered(item, answer);
        reached = index + 1;
      });
    } catch (error) {
      throw stopped(error, summary, running[reached]?.line);
    }
    if (progress && now() - told > progressEveryMs) {
      told = now();
      progress(`${summary.ok} done, ${summary.already} done before, ${summary.refusedCount} refused`);
    }
  };

  for await (const next of lines) {
    if ('refusal' in next) { await flush(); refuse(next.line, [next.refusal]); continue; }
    batch.push(next);
    size += next.size;
    if (batch.length >= batchLines || size >= batchSize) await flush();
  }
  await flush();
  return summary;
}

function stopped(error: unknown, summary: LoadSummary, line: number | undefined): StationProblem {
  const { code, message, facts } = explain(error);
  const where = line === undefined ? '' : ` at line ${line}`;
  return new StationProblem(code, `${message}; stopped${where}: ${summary.ok} lines done, ${summary.already} done before, ${summary.refusedCount} refused. Load the file again and it goes on from there`, { ...facts, line, ...summary });
}
