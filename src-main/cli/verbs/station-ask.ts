import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { UsageError, type Verb } from '../verb.ts';

export const stationAsk: Verb = {
  name: 'station ask',
  summary: 'runs a query and prints its answer',
  usage: '--dir D --account A QUERY [JSON]',
  help: [...stationOptionsHelp, 'QUERY [JSON]         a query of "tramxa station schema" and its input'],
  options: stationOptions,
  positionals: { min: 1, max: 2 },
  async run(args) {
    const input = parseInput(args.positionals[1]);
    return withWork(args, async (work) => {
      const query = args.positionals[0] ?? '';
      const outcome = await work.ask(query, input);
      if (outcome.ok) { args.answer(outcome.answer, [JSON.stringify(outcome.answer, null, 2)]); return 0; }
      args.answer({ refusals: outcome.refusals }, []);
      const unknown = outcome.refusals.some(({ code }) => code === 'UnknownQuery');
      args.say(unknown ? `tramxa: there is no query ${query.slice(0, 80)}; "tramxa station schema" lists them` : `tramxa: ${outcome.refusals.map((refusal) => refusalWords(query, refusal)).join('; ')}`);
      return unknown || outcome.refusals.some(({ code }) => code === 'InvalidInput') ? 2 : 1;
    });
  },
};

function refusalWords(query: string, { code, path }: { code: string; path?: unknown }): string {
  if (code !== 'InvalidInput') return `the query was refused (${code})`;
  const where = Array.isArray(path) ? path.join('.') : typeof path === 'string' ? path : '';
  return `the input does not fit ${query}${where === '' ? '' : `, at "${where}"`}; "tramxa station schema" shows one that does`;
}

function parseInput(text: string | undefined): unknown {
  if (text === undefined) return {};
  try { return JSON.parse(text); } catch { throw new UsageError(`the input of the query is not JSON: ${text.slice(0, 80)}`); }
}
