import type { LanAnswer, LanCommand } from '../../../src-shared/contract/lan.ts';
import type { OperationAnswer } from '../../../src-shared/contract/operations.ts';
import type { ProxyAnswer, ProxyInput, ProxyStatus } from '../../../src-shared/contract/proxy.ts';
import type { BackupStatus } from '../../../src-shared/contract/queries.ts';
import type { UpdateStatus } from '../../../src-shared/contract/updates.ts';
import type { Refusal } from '../../../src-shared/domain/common/refusal.ts';
import type { AnswerReport, ExchangeResult } from '../../../sync/index.ts';
import type { Person } from '../accounts/accounts.ts';
import type { AccountChanges } from '../accounts/account-changes.ts';
import type { BackupSettings } from '../backup/backup-settings.ts';
import type { CopyReport, CopyRequest } from '../backup/make-copy.ts';
import type { ClockReport } from '../db/accept-clock.ts';
import type { BundleReport, BundleRequest } from '../bundle/station-stick.ts';
import type { ImportOptions, LineOutcome } from '../import/import-line.ts';
import type { ListLine } from '../import/read-list.ts';
import type { OperationRequest } from '../operations/run-operation.ts';
import type { HubSettings } from '../sync/hub-settings.ts';
import type { ExchangeOptions } from '../sync/sync-worker.ts';
import type { VerifyReport } from '../verify/verify-station.ts';

export type QueryOutcome = { ok: true; answer: unknown } | { ok: false; refusals: Refusal[] };

/** What a signed-in person can have done from outside the screens: in this process, or through the station that serves the directory. */
export interface StationWork {
  readonly person: Person;
  /** In order; `onDone` after each commit. A refused one does not stop the rest, a fault does. */
  runMany(requests: readonly OperationRequest[], onDone: (index: number, answer: OperationAnswer) => void): Promise<void>;
  /** Rows of a list, in order, each a commit of its own (or only tried). */
  importLines(lines: readonly ListLine[], options: ImportOptions): Promise<LineOutcome[]>;
  ask(query: string, input: unknown): Promise<QueryOutcome>;
  exchange(options: ExchangeOptions): Promise<ExchangeResult>;
  /** Keeps exchanging until the signal; tells of every change of the line. */
  exchangeLive(signal: AbortSignal, onState: (state: string) => void): Promise<void>;
  /** Writes everything no hub has confirmed into a file for the home hub. */
  bundle(request: BundleRequest): Promise<BundleReport>;
  /** The LAN of the station's PCs; without a command how it stands. */
  lan(command?: LanCommand): Promise<LanAnswer>;
  /** Takes the home hub's answer to it. */
  receive(file: string): Promise<AnswerReport>;
  verify(): Promise<VerifyReport>;
  /** Only the head may, but for one's own password. */
  readonly accounts: AccountChanges;
  clock(): Promise<ClockReport>;
  /** The PC's time is right, says the head: the highest time seen was a slip of its clock. */
  acceptClock(): Promise<ClockReport>;
  /** Names the hub; the exchange goes on with it. */
  enrol(hub: HubSettings): Promise<void>;
  proxyStatus(): Promise<ProxyStatus>;
  /** Names the proxy of the building's network, or none, and tries it. */
  setProxy(proxy: ProxyInput): Promise<ProxyAnswer>;
  /** A copy now, where copies go. */
  backUp(onProgress?: CopyRequest['onProgress']): Promise<CopyReport>;
  /** The head says whether copies are made by themselves, and where to. */
  configureBackups(settings: BackupSettings): Promise<BackupStatus>;
  /** Checks a signed update file, copies the data, and puts the version in place for the next start. The head. */
  update(file: string): Promise<UpdateStatus>;
  updateStatus(): Promise<UpdateStatus>;
  close(): Promise<void>;
}
