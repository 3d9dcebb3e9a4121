import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import type { Verb } from '../verb.ts';

export const stationClock: Verb = {
  name: 'station clock',
  summary: "says whether the PC's clock is behind what this station has seen; the head may say that it is right",
  usage: '--dir D --account A [--accept]',
  help: [...stationOptionsHelp, "--accept             the PC's time is right: forget a time seen when its clock ran ahead"],
  options: { ...stationOptions, accept: { type: 'boolean' } },
  async run(args) {
    return withWork(args, async (work) => {
      const report = args.flag('accept') ? await work.acceptClock() : await work.clock();
      args.answer(report, [`this PC ${report.now}, highest seen ${report.highestSeen}: ${report.behind ? 'the clock is BEHIND' : 'fine'}`]);
    });
  },
};
