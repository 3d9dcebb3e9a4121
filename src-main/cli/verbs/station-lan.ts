import type { LanAnswer, LanCommand } from '../../../src-shared/contract/lan.ts';
import { stationOptions, stationOptionsHelp, withWork } from '../open-work.ts';
import { StationProblem } from '../../station/station-problem.ts';
import { UsageError, type Arguments, type Verb } from '../verb.ts';
import { wholeNumber } from './station-serve.ts';

const actions = ['status', 'on', 'off', 'code', 'join', 'remove'] as const;

export const stationLan: Verb = {
  name: 'station lan',
  summary: 'lets the PCs of one station exchange on the LAN without a hub: paired once by a code',
  usage: '--dir D --account HEAD [on [--name N] [--port P] | off | code | join --address IP:PORT --code CODE | remove --fingerprint F]',
  help: [
    ...stationOptionsHelp, 'without an action    says which PCs are paired and how their lines are', 'on, off              switches it; it is at work while the station serves', '--name N             what people call this PC',
    '--port P             default 47880; the other PCs must reach it', 'code                 a code for one more PC, good for ten minutes; the station must be serving, with somebody signed in on its screen', 'join                 pairs with the PC that shows the code',
    'remove               takes a PC out, here and at all others',
  ],
  options: { ...stationOptions, name: { type: 'string' }, port: { type: 'string' }, address: { type: 'string' }, code: { type: 'string' }, fingerprint: { type: 'string' } },
  positionals: { min: 0, max: 1 },
  async run(args) {
    const command = commandOf(args);
    return withWork(args, async (work) => {
      const answer = await work.lan(command);
      if (!answer.ok) { const [{ code, ...facts } = { code: 'Fault' }] = answer.refusals; throw new StationProblem(code, words[code] ?? code, facts); }
      args.answer({ ...answer.status, ...(answer.offer ? { offer: answer.offer } : {}) }, linesOf(answer));
    });
  },
};

function commandOf(args: Arguments): LanCommand | undefined {
  const action = actions.find((known) => known === (args.positionals[0] ?? 'status'));
  const [name, port] = [args.text('name'), args.text('port')];
  switch (action) {
    case 'status': return undefined;
    case 'on': return { command: 'switchOn', ...(name === undefined ? {} : { name }), ...(port === undefined ? {} : { port: wholeNumber(port, 'port', 65_535) }) };
    case 'off': return { command: 'switchOff' };
    case 'code': return { command: 'offer' };
    case 'join': return { command: 'join', address: args.need('address'), code: args.need('code') };
    case 'remove': return { command: 'remove', fingerprint: args.need('fingerprint') };
    default: throw new UsageError(`there is no action ${args.positionals[0] ?? ''}; actions are ${actions.join(', ')}`);
  }
}

const words: Readonly<Record<string, string>> = {
  LanOff: 'the LAN is switched off: station lan on', PairingRefused: 'the code is not right, is used up or too old', NeighbourAway: 'no PC of a station answers at this address', LanNameTooLong: 'a PC has a name of 1 to 60 letters', BadRequest: 'the station that serves is of another version than this command', BadAddress: 'this is no address; one looks like 192.168.1.20:47880',
  PortInUse: 'another program has this port; name another one with --port', NobodySignedIn: 'somebody must be signed in on the screen of this PC first: the other PCs reach it only while its file is open',
  NotServing: 'this station is not serving: start it with station serve or the app, and sign in there',
  LanNotOpened: 'the LAN could not be opened on this PC', RoleNotAllowed: 'only the head of the station may do this', NeighbourNotFound: 'there is no such PC: station lan names those which are paired',
};

function linesOf(answer: Extract<LanAnswer, { ok: true }>): string[] {
  const { status: { on, problem, addresses, neighbours }, offer } = answer;
  return [
    ...(offer ? [`code ${offer.code}, good until ${offer.until}; on the other PC: tramxa station lan join --address ${addresses[0] ?? 'ADDRESS'} --code ${offer.code}`] : []),
    on && problem ? `the LAN is switched on but not at work: ${words[problem] ?? problem}` : on ? `the LAN is on, at ${addresses.join(', ') || 'no address yet'}` : 'the LAN is off',
    ...neighbours.map(({ name, device, address, line, fingerprint }) => `${name} (${device}) at ${address}: ${line} ${fingerprint}`),
  ];
}
