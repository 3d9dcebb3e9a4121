import { resolve } from 'node:path';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import type { Verb } from '../verb.ts';
import { wholeNumber } from './station-serve.ts';

const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export const stationBundle: Verb = {
  name: 'station bundle',
  summary: 'writes everything no hub has confirmed into one sealed file for the home hub, to be carried on a USB stick',
  usage: '--dir D --account A --out FILE [--continue] [--max-mb N]',
  help: [
    ...stationOptionsHelp, '--out FILE           the file to write; only the home hub can open it',
    '--continue           leaves out what is on an earlier stick already (for the second stick)', '--max-mb N           at most so large; what is left goes on the next stick with --continue',
  ],
  options: { ...stationOptions, out: { type: 'string' }, continue: { type: 'boolean' }, 'max-mb': { type: 'string' } },
  async run(args) {
    const most = args.text('max-mb');
    const request = { out: resolve(args.need('out')), goOn: args.flag('continue'), ...(most === undefined ? {} : { maxMegabytes: wholeNumber(most, 'max-mb', 1_000_000, 1) }) };
    return withWork(args, async (work) => {
      const report = await work.bundle(request);
      const span = report.savedFrom ? `, saved ${report.savedFrom} to ${report.savedTo ?? ''}` : '';
      args.answer({ ok: true, ...report }, [
        `${report.file}: ${report.documents} documents${span}, ${inMegabytes(report.bytes)}`, ...(report.left > 0 ? [`${report.left} documents are left for the next stick: run again with --continue`] : []),
        'Carry it to the home hub: "tramxa hub receive --dir D FILE --answer ANSWER", and bring the answer back.',
      ]);
    });
  },
};

export const stationReceive: Verb = {
  name: 'station receive',
  summary: 'takes the answer the home hub wrote to a bundle: receipts, reviews, what other PCs wrote',
  usage: '--dir D --account A FILE',
  help: [...stationOptionsHelp, 'FILE                 the answer; one that is damaged, for another PC, or older than one received before changes nothing'],
  options: stationOptions,
  positionals: { min: 1, max: 1 },
  async run(args) {
    const [file = ''] = args.positionals;
    return withWork(args, async (work) => {
      const report = await work.receive(resolve(file));
      const receipts = report.receipts.map(({ unit, tier, proved, missing }) => ({ unit, tier, proved, missing }));
      args.answer({ ok: true, ...report, receipts }, [
        report.already ? 'this answer was received before; nothing was changed' : `answer of ${report.from.unit} made ${report.madeAt}: ${report.settled} documents arrived there, ${report.denied} refused, ${report.pulled} received, ${report.conflicts} differ in two places`,
        ...receipts.map(({ unit, tier, proved, missing }) => `${tier} ${unit}: ${proved} proved, ${missing} not yet`),
        ...(report.waiting > 0 ? [`${report.waiting} documents wait for the next stick`] : []),
      ]);
    });
  },
};
