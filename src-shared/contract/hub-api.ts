import type { HubCases, HubCasesQuestion } from './hub-cases.ts';
import type { ReportStationRow, ReportSums, StationReport } from './hub-reports.ts';
import type { DocumentBody } from '../domain/common/document.ts';
import type { CatalogueName } from '../domain/reference/catalogue.schema.ts';
import type { EntryInput, EntryReason } from '../domain/reference/plan-release.ts';
import type { OrgFault } from '../domain/org/plan-org.ts';
import type { Refusal } from '../domain/common/refusal.ts';
import type { ChronicCondition } from '../domain/chronic/chronic-lists.ts';
import type { FacilitySummary } from '../domain/facility/summarize-facility.ts';
import type { ResourceLack } from '../domain/facility/resource-lacks.ts';
import type { DoseKey } from '../domain/immunization/immunization-schedule.ts';
import type { FieldDifference } from '../domain/review/compare-content.ts';
import type { GroupCompleteness } from '../domain/review/completeness-of.ts';
import type { ReviewStatus } from '../domain/review/derive-review-status.ts';
import type { TrailStep } from '../domain/review/derive-review-trail.ts';
import type { QualityProblem } from '../domain/review/find-quality-problems.ts';
import type { RecordDecision, Review } from '../domain/review/review.schema.ts';

export type HubRole = 'reviewer' | 'manager' | 'administrator';
/** Why somebody opens people's records; asked once per piece of work. */
/** What the access log tells of. */
export const accessActions = ['openRecord', 'listPeople', 'findPerson', 'openConflict', 'openDatabase', 'recoverStation'] as const;
export const accessPurposes = ['review', 'personAsked', 'inspection', 'complaint'] as const;
export type AccessPurpose = (typeof accessPurposes)[number];
export interface HubSession {
  signedIn: boolean; account?: string; displayName?: string; role?: HubRole; unit: string; tier: string; unitName: string; path: { unit: string; tier: string; name?: string }[];
  /** What the piece of work is; records open only after it has been said. */ purpose?: { purpose: AccessPurpose; note?: string };
  /** The random share of each station's records, and the seed it is drawn with. */ sample?: { percent: number; seed: string };
  may?: string[];
}
/** `needsCode`: the password fits (or might); the six digits of the account's authenticator are wanted, or were wrong. */
export type HubSignInAnswer = { ok: boolean; session: HubSession; waitMs?: number; needsCode?: true; wrongCode?: true };

/** Why a station stands where it does in the list; the worst first. */
export type StationTrouble = 'denied' | 'neverMet' | 'silent' | 'conflicts' | 'missingAbove' | 'waiting';
/** One station (unit) as this hub sees it. */
export interface StationRow {
  unit: string; name?: string; lastContactAt?: string; /** Whole days since then; undefined while it was never met. */ silentDays?: number;
  devices: { device: string; lastContactAt?: string; appVersion?: string; /** Records it still had to send when it was last met. */ waiting?: number }[];
  /** Records its PCs still had to send when they were last met. */ backlog: number;
  documents: { health: number; resources: number }; submitted: number; /** Submitted and not yet reviewed. */ waiting: number; returned: number; conflicts: number; denied: number;
  /** What the tier above has proved of this unit's databases, from its receipts. */
  above: { unit: string; tier: string; name?: string; proved: number; missing: number; publishedAt?: string }[];
  /** Records submitted on each of the last fourteen days, oldest first. */ days: number[];
  /** Parts of the form answered and those that apply, by group, summed over its submitted records. */ completeness: GroupCompleteness[];
  troubles: StationTrouble[]; reviewedBy: string;
}
/** What one station has, as it last said; headcounts and sums, nobody's name. `area`: the unit of the reader's area it belongs to, where there is one between. */
export interface ResourceRow {
  unit: string; name?: string; area?: string; areaName?: string;
  profile?: FacilitySummary & { confirmedOn: string };
  /** Pieces at the station, and those that work; none where no register is kept. */ equipment?: { total: number; working: number };
  /** In its list; without anything that may be given; lots that expire within 180 days. */ medicines?: { listed: number; outOfStock: number; expiring: number };
  /** Readings of its fridges this month up to yesterday, and alarms of the last 92 days nobody decided about; none where no fridge is kept. */ cold?: { expected: number; taken: number; openAlarms: number };
  lacks: ResourceLack[];
}
/** What a record was marked with: a quality problem, arrived for a closed month, drawn at random, corrected after a return; `clean` is none of these. */
export const recordMarks = ['problem', 'late', 'drawn', 'corrected', 'clean'] as const;
export type RecordMark = (typeof recordMarks)[number];
export const submittedOrders = ['newest', 'problems'] as const;
export type SubmittedOrder = (typeof submittedOrders)[number];
/** Records that are submitted and judged. */
export const recordKinds = ['checkup', 'visit', 'immunization', 'episode', 'followUp', 'pregnancy', 'antenatalVisit', 'birth', 'postnatalVisit', 'caseReport'] as const;
export interface SubmittedRow {
  unit: string; recordId: string; version: string; kind: (typeof recordKinds)[number]; status: string; occurredOn: string; submittedAt?: string; patientId: string; patientName: string; bornOn?: string; author: string; conclusionClass?: string;
  review: ReviewStatus; problems: QualityProblem[]; late: boolean; drawn: boolean; corrected: boolean;
  /** Of a dose that was given. */ dose?: DoseKey; /** Of an episode. */ condition?: ChronicCondition;
}
export interface SubmittedFilter { unit?: string; kind?: SubmittedRow['kind']; text?: string; review?: ReviewStatus; mark?: RecordMark; olderThanDays?: number; period?: string }
export interface SubmittedRecord {
  unit: string; record: DocumentBody; patient: DocumentBody | null; dispenses: DocumentBody[]; receivedAt?: string; rev: string; medicines: Record<string, string>;
  row: SubmittedRow; /** Every return with its correction, every acceptance, oldest first. */ trail: TrailStep[];
  /** Against the version returned last, once it has been corrected. */ compared?: { review: Review; before: Record<string, unknown>; differences: FieldDifference[] };
  claim?: { account: string; displayName?: string; until: string }; /** Unit that reviews it. */ reviewedBy: string;
}
export interface DecideRecord { key: string; unit: string; recordId: string; version: string; decision: RecordDecision; comment?: string; comments?: { field: string; text: string }[] }
export interface AskForMissing { key: string; unit: string; comment: string; asked: { kind: 'checkup' | 'visit'; patientId?: string; occurredOn?: string } }
/** `count`: records that got a word. */
export type HubReviewAnswer = { ok: true; count: number } | { ok: false; refusals: Refusal[] };
export interface RequestRow { id: string; unit: string; kind: 'checkup' | 'visit'; comment: string; occurredOn?: string; askedAt: string; askedBy: string }
export interface LockRow { unit: string; period: string; lockedAt: string; lockedBy: string }
export interface AccessRow { number: number; at: string; account: string; action: string; unit: string; recordId: string; patientId: string; purpose: string; note: string; /** Of the account. */ displayName?: string; unitName?: string; /** Only for those who may open records, once they named the piece of work. */ patientName?: string }

/** `wholeAt`: when the whole log was read last; `brokenAt`: the first line found that does not fit the one before it. */
export interface AccessLogCheck { wholeAt?: string; brokenAt?: number }

/** How a handover stands: on its way, waiting for the answer, answered, taken back; `atBoth`: taken back here after the other station had taken the person in. */
export type HandoverState = 'onTheWay' | 'waiting' | 'accepted' | 'declined' | 'takenBack' | 'atBoth';
/** A person handed over from one station (`unit`) to another one. */
export interface HandoverRow {
  id: string; unit: string; toUnit: string; fromName?: string; toName?: string; patientId: string; patientName: string; reason: string; note?: string; sentAt: string; sentBy: string;
  state: HandoverState; /** When it was answered or taken back, and by whom. */ stateAt?: string; stateBy?: string; answerNote?: string;
}

/** One record that was changed in two places: `kept` stands, `other` does not; the station decides. */
export interface ConflictRow {
  id: string; unit: string; recordId: string; collection: string; patientId: string; patientName: string; fields: { field: string; kept: unknown; other: unknown }[];
  /** `name`: of the person, where a record tells it; `by` is the account. */ kept: { by: string; name?: string; at: string; device: string }; other: { by: string; name?: string; at: string; device: string };
}
export interface HubAccountRow { account: string; role: HubRole; unit: string; displayName: string; createdAt: string; hasAuthenticator: boolean; disabledAt?: string }
/** A station PC (`device`) or a child hub that may sign in here; `unit` is the station's or the child's. */
export interface CredentialRow { user: string; kind: 'device' | 'child'; unit: string; device: string; createdAt: string; revokedAt?: string; lastContactAt?: string }
/** `otpauth`: address for the account's authenticator, shown once. Refusals: `NoSuchAccount`, `AccountExists`, `BadAccount`, `BadUnit`, `WeakPassword`, `OwnAccount`, `NoSuchCredential`. */
export type HubAccountAnswer = { ok: true; otpauth?: string } | { ok: false; refusals: Refusal[] };
/** What flows down and is edited here: units of the health service, and catalogues. */
export type ReferenceName = CatalogueName | 'units';
/** `edited`: not published yet. `isOwn`: published here, not by a hub above. `isOver`: no longer in force today. */
export interface CatalogueRow { code: string; content: Record<string, unknown>; from?: string; to?: string; isOver: boolean; isOwn: boolean; edited: 'new' | 'changed' | null; release?: number }
export interface CatalogueQuestion { catalogue: ReferenceName; text?: string | undefined; show?: 'inForce' | 'all' | 'edited' | undefined; limit?: number | undefined; offset?: number | undefined }
/** `edited`: how many edits wait to be published. */
export interface CataloguePage { rows: CatalogueRow[]; total: number; edited: number; mayEdit: boolean; release?: { number: number; publishedAt: string; publishedBy: string; note?: string } }
/** `on`: the first day of a circle. */
export interface CatalogueFault { code: string; reason: EntryReason | OrgFault['reason']; field?: string; on?: string }
export type CatalogueChange = { ok: true; changed: number; release?: number } | { ok: false; faults: CatalogueFault[] };

/**
 * The hub console's API by tRPC at `/console/trpc`. Sign-in is a cookie session; everything but `session.*` needs it; who may
 * call what is `src-hub/review/console-rights.ts`; a reader sees only units of their subtree. Every `record` is written to the
 * access log, and needs `session.purpose` first. A refusal is a value; `FORBIDDEN` is a role that may not,
 * `PRECONDITION_FAILED` a piece of work not named.
 */
export interface HubApi {
  session: {
    state(): Promise<HubSession>; signIn(input: { account: string; password: string; code?: string }): Promise<HubSignInAnswer>; signOut(): Promise<HubSession>;
    purpose(input: { purpose: AccessPurpose; note?: string }): Promise<HubSession>;
  };
  stations(): Promise<StationRow[]>;
  /** The one that lacks most first. */ resources(): Promise<ResourceRow[]>;
  submitted(input: SubmittedFilter & { order?: SubmittedOrder; limit?: number; offset?: number }): Promise<{ rows: SubmittedRow[]; total: number }>;
  record(input: { unit: string; recordId: string }): Promise<SubmittedRecord | null>;
  claim(input: { unit: string; recordId: string }): Promise<{ account: string; displayName?: string; until: string }>;
  release(input: { unit: string; recordId: string }): Promise<{ ok: true }>;
  decide(input: DecideRecord): Promise<HubReviewAnswer>;
  acceptClean(input: SubmittedFilter): Promise<HubReviewAnswer>;
  /** How a month stands at each station: those missing first. No person is in it, so no piece of work need be named. */
  reports(input: { period: string }): Promise<ReportStationRow[]>;
  reportSums(input: { period: string }): Promise<ReportSums>;
  report(input: { unit: string; period: string }): Promise<StationReport | null>;
  /** `field` of a comment: a line. */
  decideReport(input: Omit<DecideRecord, 'recordId'> & { period: string }): Promise<HubReviewAnswer>;
  requests(input: { unit?: string }): Promise<RequestRow[]>;
  ask(input: AskForMissing): Promise<HubReviewAnswer>;
  withdraw(input: { key: string; unit: string; requestId: string }): Promise<HubReviewAnswer>;
  /** What stations have not decided yet; needs `session.purpose`. */
  conflicts(input?: { limit?: number; offset?: number }): Promise<{ rows: ConflictRow[]; total: number }>;
  locks(input: { unit?: string }): Promise<LockRow[]>;
  lock(input: { key: string; unit: string; period: string; locked: boolean }): Promise<HubReviewAnswer>;
  /** Edits are kept until they are published; a publication is one release, which every station has at its next contact. */
  catalogues: {
    entries(input: CatalogueQuestion): Promise<CataloguePage>;
    stage(input: { catalogue: ReferenceName; entries: EntryInput[] }): Promise<CatalogueChange>;
    discard(input: { catalogue: ReferenceName; code?: string }): Promise<CatalogueChange>;
    publish(input: { catalogue: ReferenceName; note?: string }): Promise<CatalogueChange>;
  };
  /** Administrators of the hub's own unit keep accounts and credentials. */
  accounts: {
    list(): Promise<HubAccountRow[]>;
    add(input: { account: string; displayName: string; role: HubRole; unit: string; password: string }): Promise<HubAccountAnswer>;
    disable(input: { account: string }): Promise<HubAccountAnswer>; enable(input: { account: string }): Promise<HubAccountAnswer>;
    reset(input: { account: string; password: string }): Promise<HubAccountAnswer>; rekey(input: { account: string }): Promise<HubAccountAnswer>;
  };
  credentials: { list(): Promise<CredentialRow[]>; revoke(input: { user: string }): Promise<HubAccountAnswer> };
  /** People on their way from one station of the reader's area to another, or into or out of it; needs `session.purpose`. */
  handovers(input?: { limit?: number; offset?: number }): Promise<{ rows: HandoverRow[]; total: number }>;
  /** Cases of notifiable diseases of the reader's area; needs `session.purpose`. */
  cases(input: HubCasesQuestion): Promise<HubCases>;
  accessLog(input: { limit?: number; offset?: number }): Promise<{ rows: AccessRow[]; total: number; check: AccessLogCheck }>;
  /** Reads the whole log. */ checkAccessLog(): Promise<AccessLogCheck>;
}
