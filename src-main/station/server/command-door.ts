import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { LanAnswer } from '../../../src-shared/contract/lan.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';
import { TransportError } from '../../../sync/index.ts';
import type { Person } from '../accounts/accounts.ts';
import { makeBundleFile, receiveAnswerFile } from '../bundle/station-stick.ts';
import { backupSettings } from '../backup/backup-settings.ts';
import { isDamage } from '../db/file-health.ts';
import { damagedWhileOpen } from '../db/file-problem.ts';
import { acceptClock, clockReport } from '../db/accept-clock.ts';
import { importLines, importLinesInput } from '../import/import-lines.ts';
import { runLanCommand } from '../lan/lan-route.ts';
import { notAtWork } from '../lan/not-at-work.ts';
import { readLanCommand } from '../lan/read-lan-command.ts';
import { prepareOperation } from '../operations/prepare-operation.ts';
import { runOperation } from '../operations/run-operation.ts';
import { askQuery } from '../queries/ask-query.ts';
import { fileWords } from '../file-words.ts';
import { StationProblem } from '../station-problem.ts';
import { hubSettings } from '../sync/hub-settings.ts';
import { proxyInput, proxyStatus, setProxy } from '../sync/set-proxy.ts';
import { verifyStation } from '../verify/verify-station.ts';
import { accountInput, newAccountInput, ownPasswordInput, resetByCodeInput, resetInput } from './account-inputs.ts';
import type { Desk } from './desk.ts';
import type { DoorPasses } from './door-passes.ts';
import { plainHeaders } from './page-headers.ts';
import { readJsonBody } from './read-json-body.ts';

const largestBodyBytes = 8_000_000;

const signInInput = z.strictObject({ account: z.string(), password: z.string() });
const runInput = z.strictObject({ requests: z.array(z.strictObject({ operation: z.string(), key: z.string(), input: z.unknown() })).max(1000) });
const askInput = z.strictObject({ query: z.string(), input: z.unknown() });
const exchangeInput = z.strictObject({ waitForProofMs: z.number().optional() });
const bundleInput = z.strictObject({ out: z.string().min(1), goOn: z.boolean().optional(), maxMegabytes: z.number().positive().optional() });
const lanInput = z.strictObject({ command: z.unknown().optional() });
const setProxyInput = z.strictObject({ proxy: proxyInput });
const receiveInput = z.strictObject({ file: z.string().min(1) });

/** Where the `tramxa` command of the same user works through the station that serves: the token of `runtime.json`, then a sign-in. */
export interface CommandDoor { readonly token: string; handle(request: IncomingMessage, response: ServerResponse, host: string): Promise<void> }

type Work = (body: unknown, signedIn: () => Person, session: string) => unknown;

export function createCommandDoor(desk: Desk, passes: DoorPasses): CommandDoor {
  const token = randomBytes(32).toString('base64url');
  const { station } = desk;
  const needHead = (person: Person): Person => {
    if (person.role !== 'head') throw new StationProblem('RoleNotAllowed', 'only the head of the station may do this');
    return person;
  };
  const works: Readonly<Record<string, Work>> = {
    ping: () => ({ ok: true }),
    'page-token': () => ({ token: passes.mintToken() }),
    async 'sign-in'(body) {
      const { account, password } = signInInput.parse(body);
      const session = `command:${randomBytes(24).toString('base64url')}`;
      const unlocked = await desk.signInCommand(session, account, password);
      return unlocked.ok ? { ok: true, session, person: unlocked.person } : { ok: false, refusal: unlocked.refusal };
    },
    async 'sign-out'(_, signedIn, session) { signedIn(); await desk.signOutCommand(session); return { ok: true }; },
    async run(body, signedIn) {
      const { requests } = runInput.parse(body);
      const person = signedIn();
      const { db } = station.needOpen();
      const answers: OperationAnswer[] = [];
      try {
        for (const request of requests) {
          await prepareOperation(db, { operation: request.operation, input: request.input });
          answers.push(runOperation(db, person, { ...request, input: request.input }));
        }
        return { answers };
      } catch (error) {
        return { answers, faultId: desk.faults.fault(error, 'command/run') };
      }
    },
    'import-lines'(body, signedIn) {
      const { lines, options } = importLinesInput.parse(body);
      return importLines(station.needOpen().db, signedIn(), lines, options);
    },
    ask(body, signedIn) {
      const { query, input } = askInput.parse(body);
      signedIn();
      return askQuery(station.needOpen(), query, input);
    },
    exchange(body, signedIn) {
      signedIn();
      return station.needOpen().sync.exchange(exchangeInput.parse(body));
    },
    bundle(body, signedIn) { signedIn(); return makeBundleFile(station.needOpen().db, bundleInput.parse(body)); },
    async lan(body, signedIn): Promise<LanAnswer> {
      const person = signedIn();
      const { lan } = station.needOpen();
      const given = lanInput.parse(body).command;
      const read = given === undefined ? undefined : readLanCommand(given);
      if (read?.ok === false) return read;
      const command = read?.command;
      const closes = desk.closesAfterCommand();
      // The port would close with this command, and the code with it.
      if (closes && command?.command === 'offer') return { ok: false, refusals: [{ code: 'NobodySignedIn' }] };
      const answer: LanAnswer = command ? await runLanCommand(lan, person, command) : { ok: true, status: lan.status() };
      return closes ? notAtWork(answer, 'NobodySignedIn') : answer;
    },
    receive(body, signedIn) { signedIn(); return receiveAnswerFile(station.needOpen().db, receiveInput.parse(body).file); },
    verify(_, signedIn) { signedIn(); return verifyStation(station.needOpen().db); },
    clock(_, signedIn) { signedIn(); return clockReport(station.needOpen().db.clock); },
    'accept-clock'(_, signedIn) { return acceptClock(station.needOpen().db, needHead(signedIn())); },
    async enrol(body, signedIn) {
      needHead(signedIn());
      await station.needOpen().sync.enrol(hubSettings.parse(body));
      return { ok: true };
    },
    async update(body, signedIn) {
      needHead(signedIn());
      const { updates } = station.needOpen();
      await updates.prepare(receiveInput.parse(body).file);
      return updates.status();
    },
    'update-status'(_, signedIn) { signedIn(); return station.needOpen().updates.status(); },
    'proxy-status'(_, signedIn) { signedIn(); return proxyStatus(station.needOpen()); },
    'set-proxy'(body, signedIn) { return setProxy(station.needOpen(), needHead(signedIn()), setProxyInput.parse(body).proxy); },
    'back-up'(_, signedIn) { signedIn(); return station.needOpen().backups.copyNow(); },
    'configure-backups'(body, signedIn) { needHead(signedIn()); return station.needOpen().backups.configure(backupSettings.parse(body)); },
    'add-account': (body, signedIn, session) => desk.changeAccounts(signedIn(), session).add(newAccountInput.parse(body)),
    'reset-account'(body, signedIn, session) {
      const { account, newPassword } = resetInput.parse(body);
      return desk.changeAccounts(signedIn(), session).reset(account, newPassword);
    },
    'disable-account': (body, signedIn, session) => desk.changeAccounts(signedIn(), session).disable(accountInput.parse(body).account),
    'enable-account': (body, signedIn, session) => desk.changeAccounts(signedIn(), session).enable(accountInput.parse(body).account),
    'forget-account': (body, signedIn, session) => desk.changeAccounts(signedIn(), session).forget(accountInput.parse(body).account),
    'change-password'(body, signedIn, session) {
      const { password, newPassword } = ownPasswordInput.parse(body);
      return desk.changeAccounts(signedIn(), session).changePassword(password, newPassword);
    },
    'renew-recovery-code': (_, signedIn, session) => desk.changeAccounts(signedIn(), session).renewRecoveryCode(),
    'recovery-code-shown': (_, signedIn, session) => desk.changeAccounts(signedIn(), session).recoveryCodeShown(),
    async 'reset-by-code'(body) {
      const { account, code, newPassword } = resetByCodeInput.parse(body);
      return { ok: true, person: await desk.resetByCode(account, code, newPassword) };
    },
  };

  return {
    token,
    async handle(request, response, host) {
      const answer = (status: number, content: unknown) => { response.writeHead(status, { ...plainHeaders, 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(content)); };
      // No browser sends this header to a page's command, and none may.
      if (request.method !== 'POST' || request.headers.host !== host || request.headers.origin !== undefined || !isToken(request.headers.authorization, token)) {
        answer(403, { problem: { code: 'NotAllowed', message: 'not allowed' } });
        return;
      }
      const work = works[(request.url ?? '').slice('/command/'.length)];
      if (!work) { answer(404, { problem: { code: 'UnknownCommand', message: 'the station that serves is of another version than this command' } }); return; }
      const session = String(request.headers['x-tramxa-session'] ?? '');
      const signedIn = (): Person => {
        const person = desk.sessions.person(session);
        if (!person) throw new StationProblem('SignedOut', 'the sign-in has ended');
        return person;
      };
      try {
        answer(200, await work(await readJsonBody(request, largestBodyBytes), signedIn, session));
      } catch (error) {
        answer(error instanceof StationProblem || error instanceof TransportError ? 409 : 500, { problem: problemOf(error, desk) });
      }
    },
  };
}

function problemOf(error: unknown, desk: Desk): Record<string, unknown> {
  if (error instanceof StationProblem) return { name: error.name, code: error.code, message: error.message, facts: error.facts };
  if (error instanceof TransportError) return { name: error.name, kind: error.kind, message: error.message, status: error.status };
  if (desk.station.open()?.health.note(error) === true || isDamage(error)) return { name: 'StationProblem', code: 'Corrupt', message: damagedWhileOpen };
  const ofFile = fileWords(error);
  if (ofFile) return { name: 'StationProblem', ...ofFile };
  return { code: 'Fault', message: `something broke in the station (fault ${desk.faults.fault(error, 'command')})` };
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
