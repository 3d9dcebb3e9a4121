import { unitKey } from '../../../src-shared/domain/common/document.ts';
import { readFileSync } from 'node:fs';
import { givenFile } from '../given-file.ts';
import { readSecret, findSecret } from '../read-secret.ts';
import { couchServer } from '../couch-server.ts';
import { UsageError, type Verb } from '../verb.ts';
import { authenticatorLines } from './hub-accounts.ts';
import { hubAccessLog } from './hub-access-log.ts';
import { hubBackup } from './hub-backup.ts';
import { hubAddress } from './station-init.ts';
import { endSignal, wholeNumber } from './station-serve.ts';

/** Loaded when a hub verb runs: a station needs none of the hub's packages. */
const hub = () => import('../../../src-hub/main.ts');
const dirOption = { dir: { type: 'string' } } as const;
const dirHelp = '--dir D              directory of the hub';

/** Kinds of unit that have a name in both languages; tiers are data, others are taken too. */
const usualTiers: readonly string[] = ['area', 'cluster', 'region', 'district', 'province', 'city', 'central', 'national'];

const roles = ['reviewer', 'manager', 'administrator'] as const;

const hubInit: Verb = {
  name: 'hub init',
  summary: "makes a tier's server: district, province, central",
  usage: '--dir D --unit U --tier NAME --port P [--name N] [--parent URL [--parent-user U]] [--receipt-seconds S] [--couchdb URL [--couchdb-prefix P]]',
  help: [
    dirHelp, '--unit KEY           permanent key of the unit, a-z 0-9', '--tier NAME          what this unit is: usually district, province, central; any word of small letters is taken', '--port P             port on 127.0.0.1 (0 = any free one at each start)',
    '--name N             name of the unit', '--parent URL         hub above; password of "hub child add" there in TRAMXA_HUB_PASSWORD', '--parent-user U      default child.<unit>',
    '--receipt-seconds S  a receipt at most this often (default 10)',
    '--couchdb URL        keeps the databases on this Apache CouchDB 3, e.g. https://admin@couch.example:6984; password in TRAMXA_COUCHDB_PASSWORD',
    '--couchdb-prefix P   before the names of its databases there, where several hubs share one server',
  ],
  options: {
    ...dirOption, unit: { type: 'string' }, tier: { type: 'string' }, port: { type: 'string' }, name: { type: 'string' }, parent: { type: 'string' }, 'parent-user': { type: 'string' },
    'receipt-seconds': { type: 'string' }, couchdb: { type: 'string' }, 'couchdb-prefix': { type: 'string' },
  },
  async run(args) {
    if (!unitKey.safeParse(args.need('unit')).success) throw new UsageError('--unit is the permanent key of the unit: 1 to 40 small letters a-z and digits, no spaces, e.g. 25001');
    const tier = args.need('tier');
    if (!/^[a-z][a-z0-9-]{0,39}$/.test(tier)) throw new UsageError(`--tier is one word of small letters a-z, digits and hyphens, usually ${usualTiers.slice(3, 7).join(', ')}; what people read is the --name`);
    if (!usualTiers.includes(tier)) args.say(`note: ${JSON.stringify(tier)} is none of the usual tiers (${usualTiers.join(', ')}); it is taken as it is, screens show the word itself`);
    const { initHub } = await hub();
    const parent = args.text('parent');
    const seconds = args.text('receipt-seconds');
    const config = await initHub({
      dir: args.need('dir'), unit: args.need('unit'), tier, port: wholeNumber(args.need('port'), 'port', 65_535), name: args.text('name'),
      parent: parent === undefined ? undefined : hubAddress(parent), parentUser: args.text('parent-user'), parentPassword: findSecret('TRAMXA_HUB_PASSWORD'),
      couchdb: couchServer(args.text('couchdb'), args.text('couchdb-prefix')),
      receiptIntervalSeconds: seconds === undefined ? undefined : wholeNumber(seconds, 'receipt-seconds', 86_400),
    });
    args.answer({ dir: args.need('dir'), unit: config.unit, tier: config.tier, port: config.port, parent }, [`hub ${config.unit} (${config.tier}) made in ${args.need('dir')}`]);
  },
};

const hubServe: Verb = {
  name: 'hub serve',
  summary: 'serves a hub and its review console; prints its address when ready, Ctrl-C ends it',
  usage: '--dir D [--port P] [--host H --tls-cert FILE --tls-key FILE] [--verbose]',
  help: [
    dirHelp, '--port P             instead of the port given at init', '--host H             address to listen on, 127.0.0.1 unless said otherwise; elsewhere by TLS only', '--tls-cert FILE      certificate with its chain (PEM)',
    '--tls-key FILE       its private key (PEM)', '--verbose            what happens as lines of JSON on the error output; no data of patients',
  ],
  options: { ...dirOption, port: { type: 'string' }, host: { type: 'string' }, 'tls-cert': { type: 'string' }, 'tls-key': { type: 'string' }, verbose: { type: 'boolean' } },
  async run(args) {
    const { startHub } = await hub();
    const port = args.text('port');
    const [cert, key] = [args.text('tls-cert'), args.text('tls-key')];
    if ((cert === undefined) !== (key === undefined)) throw new UsageError('--tls-cert and --tls-key go together');
    const running = await startHub({
      dir: args.need('dir'), host: args.text('host'), tls: cert === undefined || key === undefined ? undefined : { cert: readPem(cert, 'tls-cert'), key: readPem(key, 'tls-key') }, port: port === undefined ? undefined : wholeNumber(port, 'port', 65_535),
      log: args.flag('verbose') ? (event, facts) => args.say(JSON.stringify({ at: new Date().toISOString(), event, ...facts })) : undefined,
    });
    args.answer({ address: running.url, unit: running.unit, tier: running.tier }, [`ready: ${running.tier} ${running.unit} at ${running.url}`]);
    await endSignal();
    await running.close();
  },
};

function readPem(file: string, option: string): string {
  try { return readFileSync(file, 'utf8'); } catch { throw new UsageError(`--${option}: ${file} cannot be read`); }
}

const hubDeviceAdd: Verb = {
  name: 'hub device add',
  summary: 'credential of one station PC, printed once',
  usage: '--dir D --unit 25001 --device pc1',
  help: [dirHelp, '--unit KEY           unit of the station', '--device NAME        name of the PC, a-z 0-9 -'],
  options: { ...dirOption, unit: { type: 'string' }, device: { type: 'string' } },
  async run(args) {
    const { addDevice } = await hub();
    const { user, password } = await addDevice({ dir: args.need('dir'), unit: args.need('unit'), device: args.need('device') });
    args.answer({ user, password }, [`user     ${user}`, `password ${password}`, 'shown this once: give it to the station as --hub-user and TRAMXA_HUB_PASSWORD']);
  },
};

const hubDeviceRevoke: Verb = {
  name: 'hub device revoke',
  summary: 'takes the credential of a station PC back; what it wrote stays',
  usage: '--dir D --unit 25001 --device pc1',
  help: [dirHelp, '--unit KEY           unit of the station', '--device NAME        name of the PC'],
  options: { ...dirOption, unit: { type: 'string' }, device: { type: 'string' } },
  async run(args) {
    const { revokeDevice } = await hub();
    const revoked = await revokeDevice({ dir: args.need('dir'), unit: args.need('unit'), device: args.need('device') });
    args.answer(revoked, [`${revoked.user} revoked`]);
  },
};

const hubChildAdd: Verb = {
  name: 'hub child add',
  summary: 'credential a child hub needs for this hub, printed once',
  usage: '--dir D --unit 769',
  help: [dirHelp, '--unit KEY           unit of the child hub'],
  options: { ...dirOption, unit: { type: 'string' } },
  async run(args) {
    const { addChild } = await hub();
    const { user, password } = await addChild({ dir: args.need('dir'), unit: args.need('unit') });
    args.answer({ user, password }, [`user     ${user}`, `password ${password}`, 'shown this once: give it to the child as TRAMXA_HUB_PASSWORD at "hub init --parent", or at "hub parent" where it had another one before']);
  },
};

const hubOrgPublish: Verb = {
  name: 'hub org publish',
  summary: 'publishes organisation data (units, their parents and codes, day by day) to every hub and station below',
  usage: '--dir D FILE',
  help: [dirHelp, 'FILE                 JSON, a list of units: unit, name, tier, from, parents [{kind: professional|administrative, unit, from, to?}], adminCodes [{code, codeSet: 2025|pre2025, from, to?}],', '                     successors [{unit, from}], to; examples of a merge, a split and a move: docs/runbooks/organisation.md'],
  options: { ...dirOption },
  positionals: { min: 1, max: 1 },
  async run(args) {
    const { publishOrg } = await hub();
    const outcome = await publishOrg({ dir: args.need('dir'), file: givenFile(args.positionals[0]) });
    args.answer({ ok: true, ...outcome }, [`${outcome.published.length} units published, ${outcome.unchanged} as they were`]);
  },
};

const hubUserAdd: Verb = {
  name: 'hub user add',
  summary: 'an account of the review console',
  usage: '--dir D --account A --role reviewer|manager|administrator --unit U [--password-only]',
  help: [dirHelp, '--account A          its name; password in TRAMXA_ADMIN_PASSWORD or --password-file FILE', '--role R             reviewer, manager, administrator', '--unit KEY           it sees this unit and what lies below', '--display-name N     name of the person',
    '--password-only      no authenticator; signs in only where the hub listens on its own machine alone'],
  options: { ...dirOption, account: { type: 'string' }, role: { type: 'string' }, unit: { type: 'string' }, 'display-name': { type: 'string' }, 'password-file': { type: 'string' }, 'password-only': { type: 'boolean' } },
  async run(args) {
    const role = roles.find((one) => one === args.need('role'));
    if (role === undefined) throw new UsageError(`--role is one of ${roles.join(', ')}`);
    const { addUser } = await hub();
    const added = await addUser({
      dir: args.need('dir'), account: args.need('account'), role, unit: args.need('unit'), displayName: args.text('display-name'),
      password: readSecret('TRAMXA_ADMIN_PASSWORD', args.text('password-file'), 'the password of the new account'), passwordOnly: args.flag('password-only'),
    });
    args.answer(added, [
      `account ${added.account} (${added.role}) of ${added.unit} added`,
      ...(added.otpauth === undefined ? [] : authenticatorLines(added.otpauth)),
    ]);
  },
};

const hubVerify: Verb = {
  name: 'hub verify',
  summary: 'compares every database with the parent and lists what differs',
  usage: '--dir D',
  help: [dirHelp],
  options: dirOption,
  async run(args) {
    const { verifyHub } = await hub();
    const report = await verifyHub({ dir: args.need('dir') });
    args.answer(report, [
      report.parent === null ? 'no parent to compare with' : `compared with ${report.parent}`,
      ...report.databases.map(({ database, compared, missingAboveCount, missingHereCount, closedAbove, movedAway }) =>
        movedAway ? `${database}: the station sends through another hub now; ${compared} kept here, ${missingAboveCount} missing above` : closedAbove ? `${database}: the parent has no such database, or does not let this hub read it` : `${database}: ${compared} compared, ${missingAboveCount} missing above, ${missingHereCount} missing here`),
      ...report.databases.flatMap(({ database, missingAbove, missingHere }) => [...missingAbove.map(({ id, rev }) => `missing above: ${database} ${id} ${rev}`), ...missingHere.map(({ id, rev }) => `missing here: ${database} ${id} ${rev}`)]),
      ...report.problems, report.ok ? 'nothing differs' : 'something differs',
    ]);
    return report.ok ? 0 : 1;
  },
};

export const hubVerbs: readonly Verb[] = [hubInit, hubServe, hubDeviceAdd, hubDeviceRevoke, hubChildAdd, hubOrgPublish, hubUserAdd, hubAccessLog, hubBackup, hubVerify];
