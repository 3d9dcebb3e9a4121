import type { SyncStatus } from '../../../src-shared/contract/queries.ts';
import type { ExchangeResult } from '../../../sync/index.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { endSignal, wholeNumber } from './station-serve.ts';
import type { Arguments, Verb } from '../verb.ts';

const usualWaitSeconds = 30;

export const stationSync: Verb = {
  name: 'station sync',
  summary: 'one full exchange with the hub, or keeps going; says what each unit above has proved to hold',
  usage: '--dir D --account A [--wait SECONDS] [--live]',
  help: [
    ...stationOptionsHelp,
    `--wait SECONDS       waits for every unit above to prove everything; gives up when nothing more was proved for so long (default ${usualWaitSeconds}, 0 = does not wait)`,
    '--live               keeps exchanging until Ctrl-C',
    'Exit 0: the exchange came to its end, also where not all is proved yet (see "missing" in "receipts") or the hub refused some ("denied").',
    'Exit 1: the exchange failed, e.g. there is no line.',
  ],
  options: { ...stationOptions, wait: { type: 'string' }, live: { type: 'boolean' } },
  async run(args) {
    const waitForProofMs = wholeNumber(args.text('wait') ?? String(usualWaitSeconds), 'wait', 86_400) * 1000;
    const ending = new AbortController();
    return withWork(args, async (work) => {
      if (args.flag('live')) {
        void endSignal().then(() => ending.abort());
        await work.exchangeLive(ending.signal, (line) => args.say(line));
        return;
      }
      let told = 0;
      const result = await work.exchange({
        waitForProofMs,
        onProgress: ({ pushed, pulled, toPush }) => {
          if (Date.now() - told < 1000) return;
          told = Date.now();
          args.say(`${pushed} of ${pushed + toPush} sent, ${pulled} received`);
        },
      });
      const status = await work.ask('syncStatus', {});
      answer(args, result, status.ok ? (status.answer as SyncStatus).movedTo : undefined);
    });
  },
};

function answer(args: Arguments, result: ExchangeResult, movedTo: SyncStatus['movedTo']): void {
  const receipts = result.receipts.map(({ unit, tier, proved, missing, others }) => ({ unit, tier, proved, missing, others }));
  args.answer({ ...result, receipts, ...(movedTo ? { movedTo } : {}) }, [
    `${result.pushed} sent, ${result.pulled} received, ${result.conflicts} differ in two places, ${result.denied} refused (${result.requests} requests, ${result.ms} ms)`,
    ...receipts.map(({ unit, tier, proved, missing, others }) => `${tier} ${unit}: ${proved} proved, ${missing} not yet${others > 0 ? `; of other PCs ${others} proved` : ''}`),
    ...(movedTo ? [`this station belongs under ${movedTo.name ?? movedTo.unit} (${movedTo.unit}) now; ask there for a device password and run "tramxa station enrol"`] : []),
  ]);
}
