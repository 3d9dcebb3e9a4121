import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import type { Verb } from '../verb.ts';

export const stationVerify: Verb = {
  name: 'station verify',
  summary: 'checks the file, every record against its schema, the ledger sums and the audit chain',
  usage: '--dir D --account A',
  help: stationOptionsHelp,
  options: stationOptions,
  async run(args) {
    return withWork(args, async (work) => {
      const report = await work.verify();
      const counted = Object.entries(report.documents).map(([name, count]) => `${count} ${name}`).join(', ');
      args.answer(report, report.ok
        ? [`clean: ${counted}; ${report.lots} lots add up, audit chain of ${report.auditEvents} events unbroken`,
          ...report.shortages.map(({ lotId, balance }) => `shortage to settle: ${lotId} at ${balance}`)]
        : report.problems.map((problem) => JSON.stringify(problem)));
      if (!report.ok) args.say(`tramxa: ${report.problems.length} problem(s) found`);
      return report.ok ? 0 : 1;
    });
  },
};
