import { TransportError, type AnswerReport, type ExchangeResult } from '../../../sync/index.ts';
import type { LanAnswer } from '../../../src-shared/contract/lan.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';
import type { ProxyAnswer, ProxyStatus } from '../../../src-shared/contract/proxy.ts';
import type { BackupStatus, SyncStatus } from '../../../src-shared/contract/queries.ts';
import { setTimeout as wait } from 'node:timers/promises';
import type { UpdateStatus } from '../../../src-shared/contract/updates.ts';
import type { Person, Unlocked } from '../accounts/accounts.ts';
import { unlockedOrProblem } from '../accounts/unlocked-or-problem.ts';
import type { BundleReport } from '../bundle/station-stick.ts';
import type { CopyReport } from '../backup/make-copy.ts';
import type { ClockReport } from '../db/accept-clock.ts';
import type { LineOutcome } from '../import/import-line.ts';
import type { Runtime } from '../server/runtime-file.ts';
import { StationProblem } from '../station-problem.ts';
import type { VerifyReport } from '../verify/verify-station.ts';
import type { QueryOutcome, StationWork } from './station-work.ts';

interface ProblemAnswer { problem?: { name?: string; code?: string; kind?: TransportError['kind']; message?: string; status?: number; facts?: Record<string, unknown> } }
type Refusal = Extract<Unlocked, { ok: false }>['refusal'];

/** Calls the station that serves the directory. @throws what it answered: StationProblem, TransportError. */
export function createCommandCall({ address, token }: Runtime): <T>(command: string, body?: unknown, session?: string) => Promise<T> {
  return async <T>(command: string, body: unknown = {}, session = '') => {
    let answer: Response;
    try {
      answer = await fetch(`${address}/command/${command}`, {
        method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-tramxa-session': session }, body: JSON.stringify(body),
      });
    } catch {
      throw new StationProblem('StationEnded', 'the station that served this directory has ended; run the command again');
    }
    const content = (await answer.json().catch(() => ({}))) as T & ProblemAnswer;
    const { problem } = content;
    if (answer.ok && !problem) return content;
    if (problem?.kind) throw new TransportError(problem.kind, problem.message ?? '', problem.status);
    throw new StationProblem(problem?.code ?? 'Fault', problem?.message ?? `the station answered ${answer.status}`, problem?.facts);
  };
}

export async function openRemoteWork(runtime: Runtime, account: string, password: string): Promise<StationWork> {
  const call = createCommandCall(runtime);
  const signIn = await call<{ ok: true; session: string; person: Person } | { ok: false; refusal: Refusal }>('sign-in', { account, password });
  if (!signIn.ok) return unlockedOrProblem(signIn, account) as never;
  const { session, person } = signIn;
  return {
    person,
    async runMany(requests, onDone) {
      const { answers, faultId } = await call<{ answers: OperationAnswer[]; faultId?: string }>('run', { requests }, session);
      answers.forEach((answer, index) => onDone(index, answer));
      if (faultId !== undefined) throw new StationProblem('Fault', `something broke in the station (fault ${faultId}); what was counted is saved`);
    },
    importLines: (lines, options) => call<LineOutcome[]>('import-lines', { lines, options }, session),
    ask: (query, input) => call<QueryOutcome>('ask', { query, input }, session),
    exchange: ({ waitForProofMs }) => call<ExchangeResult>('exchange', { waitForProofMs }, session),
    async exchangeLive(signal, onState) {
      let last = '';
      while (!signal.aborted) {
        const outcome = await call<QueryOutcome>('ask', { query: 'syncStatus', input: {} }, session);
        const { line } = (outcome.ok ? outcome.answer : {}) as Partial<SyncStatus>;
        if (line !== undefined && line !== last) { last = line; onState(line); }
        await wait(1000, undefined, { signal }).catch(() => undefined);
      }
    },
    bundle: ({ out, goOn, maxMegabytes }) => call<BundleReport>('bundle', { out, goOn, maxMegabytes }, session),
    lan: (command) => call<LanAnswer>('lan', { command }, session),
    receive: (file) => call<AnswerReport>('receive', { file }, session),
    verify: () => call<VerifyReport>('verify', {}, session),
    accounts: {
      add: (added) => call<Person>('add-account', added, session),
      reset: (name, newPassword) => call<Person>('reset-account', { account: name, newPassword }, session),
      disable: (name) => call<Person>('disable-account', { account: name }, session),
      enable: (name) => call<Person>('enable-account', { account: name }, session),
      forget: (name) => call<Person>('forget-account', { account: name }, session),
      changePassword: (current, newPassword) => call<Person>('change-password', { password: current, newPassword }, session),
      renewRecoveryCode: () => call<{ recoveryCode: string }>('renew-recovery-code', {}, session),
      recoveryCodeShown: () => call<{ ok: true }>('recovery-code-shown', {}, session),
    },
    clock: () => call<ClockReport>('clock', {}, session),
    acceptClock: () => call<ClockReport>('accept-clock', {}, session),
    enrol: async (hub) => { await call('enrol', hub, session); },
    proxyStatus: () => call<ProxyStatus>('proxy-status', {}, session),
    setProxy: (proxy) => call<ProxyAnswer>('set-proxy', { proxy }, session),
    backUp: () => call<CopyReport>('back-up', {}, session),
    configureBackups: (settings) => call<BackupStatus>('configure-backups', settings, session),
    update: (file) => call<UpdateStatus>('update', { file }, session),
    updateStatus: () => call<UpdateStatus>('update-status', {}, session),
    close: async () => { await call('sign-out', {}, session).catch(() => undefined); },
  };
}
