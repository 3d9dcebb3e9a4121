import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { refuseFolder } from '../given-file.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { lineWords } from '../line-words.ts';
import { loadLines } from '../load-lines.ts';
import { readLoadLines } from '../read-load-lines.ts';
import type { Verb } from '../verb.ts';

export const stationLoad: Verb = {
  name: 'station load',
  summary: 'runs operations from a file, one JSON object a line, with the same checks as the screen',
  usage: '--dir D --account A FILE.ndjson [--ack FILE|-] [--quiet]',
  help: [
    ...stationOptionsHelp,
    'FILE.ndjson          {"key":"…","operation":"registerPatient","input":{…}} a line; - reads stdin',
    '--ack FILE|-         writes the number of each line once it is on the disk',
    '--quiet              no progress on stderr',
    'A refused line is listed with its number and code and does not stop the rest. Loading a file again changes nothing.',
    'Exit 0: every line was answered; refused lines are listed and counted in "refused" and "refusedCount".',
    'Exit 1: stopped at a full disk or a fault, which is said with the line; loading the file again goes on from there.',
  ],
  options: { ...stationOptions, ack: { type: 'string' }, quiet: { type: 'boolean' } },
  positionals: { min: 1, max: 1 },
  async run(args) {
    const file = args.positionals[0] ?? '-';
    if (file !== '-') refuseFolder(file);
    const input = file === '-' ? process.stdin : createReadStream(file);
    return withWork(args, async (work) => {
      const ack = args.text('ack');
      const ackHandle = ack === undefined ? undefined : ack === '-' ? 1 : openSync(ack, 'a');
      try {
        const summary = await loadLines(readLoadLines(input), work, {
          acknowledge: ackHandle === undefined ? undefined : (line) => { writeSync(ackHandle, `${line}\n`); },
          progress: args.flag('quiet') ? undefined : (text) => args.say(text),
        });
        args.answer(summary, [
          `${summary.ok} done, ${summary.already} done before, ${summary.refusedCount} refused`,
          ...summary.refused.map(lineWords),
        ]);
      } finally {
        if (ackHandle !== undefined && ackHandle !== 1) closeSync(ackHandle);
      }
    });
  },
};
