import type { DemoReport } from '../demo.ts';
import { wholeNumber } from './station-serve.ts';
import type { Verb } from '../verb.ts';

/** Nothing of the demo may run longer. */
const longestMs = 115_000;

export const demo: Verb = {
  name: 'demo',
  summary: 'the main job without a screen: two stations offline, then district, province and central prove what they hold',
  usage: '[--people N]',
  help: ['--people N           people per station (default 40; three checkups and two movements each)'],
  options: { people: { type: 'string' } },
  async run(args) {
    const people = wholeNumber(args.text('people') ?? '40', 'people', 5000);
    const lastCall = setTimeout(() => { args.say('tramxa: the demo did not end in time'); process.exit(1); }, longestMs);
    lastCall.unref();
    const { runDemo } = await import('../demo.ts');
    const report = await runDemo({ people, checkups: people * 3, movements: people * 2, proofWithinMs: 60_000, say: (line) => args.say(line) });
    clearTimeout(lastCall);
    args.answer(report, [...table(report), report.ok ? `all proved at every tier in ${Math.round(report.ms / 1000)} s` : 'NOT everything is proved']);
    return report.ok ? 0 : 1;
  },
};

function table({ stations }: DemoReport): string[] {
  const rows = stations.flatMap(({ station, records, tiers }) => tiers.map(({ unit, tier, proved, missing }) => [station, String(records), tier, unit, String(proved), String(missing)]));
  const all = [['station', 'documents', 'tier', 'unit', 'proved', 'missing'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}
