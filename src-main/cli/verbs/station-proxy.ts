import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { findSecret } from '../read-secret.ts';
import { UsageError, type Verb } from '../verb.ts';
import { StationProblem } from '../../station/station-problem.ts';

export const stationProxy: Verb = {
  name: 'station proxy',
  summary: 'the proxy of the building by which the hub is reached (HTTP CONNECT); without an option says which',
  usage: '--dir D --account A [--url http://proxy:3128 [--user N] | --none]',
  help: [...stationOptionsHelp, '--url URL            address of the proxy', '--user N             name at the proxy; password in TRAMXA_PROXY_PASSWORD; both are kept in the encrypted file', '--none               no proxy any more', 'Only the head of the station may change it.'],
  options: { ...stationOptions, url: { type: 'string' }, user: { type: 'string' }, none: { type: 'boolean' } },
  async run(args) {
    const [url, user] = [args.text('url'), args.text('user')];
    if (url !== undefined && args.flag('none')) throw new UsageError('--url and --none exclude each other');
    if (url === undefined && user !== undefined) throw new UsageError('--user needs --url');
    await withWork(args, async (work) => {
      if (url === undefined && !args.flag('none')) {
        const status = await work.proxyStatus();
        args.answer(status, [status.url === undefined ? 'no proxy: the hub is reached directly' : `the hub is reached through ${status.url}${status.user === undefined ? '' : ` as ${status.user}`}`]);
        return;
      }
      const answer = await work.setProxy(url === undefined ? null : { url, ...(user !== undefined && { user }), password: findSecret('TRAMXA_PROXY_PASSWORD') });
      if (!answer.ok) throw new StationProblem(answer.refusals[0]?.code ?? 'Fault', answer.refusals[0]?.code === 'ProxyAddress' ? 'this is no address of a proxy; it looks like http://proxy.example:3128' : 'only the head of the station names a proxy');
      args.answer({ ...answer.status, reached: answer.reached }, [`kept; the hub ${answer.reached ? 'answered' : 'did not answer'} that way just now`]);
    });
  },
};
