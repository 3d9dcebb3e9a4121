import { Worker } from 'node:worker_threads';
import type { Table } from '../../../src-shared/domain/import/table.ts';
import { StationProblem } from '../station-problem.ts';
import type { TableProblem } from './parse-table.ts';

export const LARGEST_FILE_BYTES = 30_000_000;
/** A file that takes longer is no list of people or medicines. */
const LONGEST_MS = 60_000;

const words: Readonly<Record<TableProblem | 'FileTooLarge', string>> = {
  FileEmpty: 'the file is empty', OldExcelFile: 'this is an old .xls file; open it in Excel and save it as .xlsx', ExcelWithPassword: 'this file has a password; open it in Excel, take the password away and save it',
  NotASpreadsheet: 'the file is neither an .xlsx nor a .csv file, or it is damaged', TooManyRows: 'the file goes on below row 200,000; delete the empty rows at its end, or split it', FileTooLarge: 'the file is too large',
};

/** The table in a file's bytes. @throws StationProblem `FileEmpty`, `OldExcelFile`, `ExcelWithPassword`, `NotASpreadsheet`, `TooManyRows`, `FileTooLarge`. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > LARGEST_FILE_BYTES) throw problem('FileTooLarge');
  const answer = await inWorker(bytes);
  if ('problem' in answer) throw problem(answer.problem);
  return answer;
}

const problem = (code: keyof typeof words): StationProblem => new StationProblem(code, words[code]);

/** Beside this file in the source tree; a file of its own beside the station in the bundle. */
const workerFile = (): URL => new URL(import.meta.url.endsWith('.ts') ? './read-table-worker.ts' : '../station/read-table-worker.js', import.meta.url);

function inWorker(bytes: Uint8Array): Promise<Table | { problem: TableProblem }> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile(), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    const broken = () => { end({ problem: 'NotASpreadsheet' }); };
    const timer = setTimeout(broken, LONGEST_MS);
    const end = (answer: Table | { problem: TableProblem }) => { clearTimeout(timer); resolve(answer); void worker.terminate(); };
    worker.once('message', end);
    worker.once('error', broken);
    worker.once('exit', broken);
  });
}
