import { z } from 'zod';
import type { Patient } from '../domain/patient/patient.schema.ts';
import { registerPatientInput } from '../domain/patient/patient.schema.ts';
import type { Duplicate } from '../domain/patient/find-duplicates.ts';
import type { Encounter } from '../domain/encounter/encounter.schema.ts';
import { chronicConditions, type ChronicCondition, type EpisodeStatus } from '../domain/chronic/chronic-lists.ts';
import { careStates, type CareStanding, type CareState, type ConditionState, type GlucosePoint, type PressurePoint } from '../domain/chronic/derive-care-state.ts';
import { suspectKinds, type Suspect } from '../domain/chronic/derive-suspect.ts';
import type { Episode } from '../domain/chronic/episode.schema.ts';
import type { FollowUp } from '../domain/chronic/follow-up.schema.ts';
import type { CareIndicatorId } from '../domain/chronic/summarize-care.ts';
import { nutritionFindings, type LatestValues, type NutritionCounts } from '../domain/growth/derive-nutrition.ts';
import type { GrowthPoint } from '../domain/growth/growth-points.ts';
import type { DoseLine, ImmunizationCard } from '../domain/immunization/derive-immunization-card.ts';
import type { DoseKey } from '../domain/immunization/immunization-schedule.ts';
import type { Immunization } from '../domain/immunization/immunization.schema.ts';
import type { VaccineUse } from '../domain/immunization/sum-vaccine-use.ts';
import { vaccineCodes, type VaccineCode } from '../domain/immunization/vaccines.ts';
import type { AntenatalVisit } from '../domain/maternal/antenatal-visit.schema.ts';
import { BABIES_AT_MOST, type Birth } from '../domain/maternal/birth.schema.ts';
import { maternalKinds, maternalStates } from '../domain/maternal/derive-pregnancy.ts';
import type { PostnatalVisit } from '../domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../domain/maternal/pregnancy.schema.ts';
import { dateOn } from '../domain/common/fields.ts';
import type { EquipmentStanding } from '../domain/facility/derive-equipment.ts';
import type { Equipment, EquipmentEvent } from '../domain/facility/equipment.schema.ts';
import type { FacilityProfile } from '../domain/facility/facility.schema.ts';
import type { Dispense, Medicine, StockMovement } from '../domain/supply/supply.schema.ts';
import type { ColdChainNow, ColdMonthView } from './cold-chain.ts';
import type { LotRow } from './lot-row.ts';
import type { ExpectedBirths, MaternalCareView, MaternalDue, MaternalMonth, NewbornMatchRow } from './maternal-answers.ts';
import type { MeasuredToday, PatientRow } from './person-rows.ts';
import type { StocktakeCount, Stocktakes, StocktakeView } from './stocktakes.ts';
import type { CaseCounts, CaseReportRows, DueCaseRow, PersonCases, Surveillance } from './surveillance.ts';
import type { CaseReport } from '../domain/surveillance/case-report.schema.ts';
import type { DiseaseId } from '../domain/surveillance/notifiable-diseases.ts';
import type { ReportDueRow, ReportFormDraft, ReportMonth, ReportRecords, ReturnedReportRow } from './reports.ts';
import { reportForms, reportLineIds } from '../domain/report/report-lines.ts';
import { period, type Review } from '../domain/review/review.schema.ts';
import { orderMonths, reserveMonths, type OrderNeed } from '../domain/supply/plan-order.ts';
import type { UncountedLots } from '../domain/supply/uncounted-lots.ts';
import type { CarriedRecord } from '../domain/handover/handover.schema.ts';
import type { SentState } from '../domain/handover/derive-handover-state.ts';
import type { ReviewStatus } from '../domain/review/derive-review-status.ts';
import type { TrailStep } from '../domain/review/derive-review-trail.ts';
import type { PracticeCard } from '../domain/practice/practice-cards.ts';
import type { LanStatus } from './lan.ts';
import type { StickBundle } from './stick.ts';
import type { Refusal } from '../domain/common/refusal.ts';

export type * from './lot-row.ts';
export type * from './maternal-answers.ts';
export type * from './person-rows.ts';
export type * from './stocktakes.ts';
export type * from './surveillance.ts';

/** Somebody who may be the person a form is being filled in for, the most certain first. */
export interface SimilarRow extends PatientRow { certainty: Duplicate['certainty']; because: Duplicate['because'] }
/** Where a record has been proved to be: one tick per unit on its path (from receipts, never from "the request did not fail"). */
export interface Ticks { id: string; saved: true; denied: boolean; proved: { unit: string; tier: string; proved: boolean }[] }

/** What to order of a medicine; see `planOrder`. Quantities in base units. */
export interface OrderRow extends OrderNeed { medicine: { id: string; code: string; inn: string; strength?: string; form?: string; baseUnit: string }; usableBalance: number; /** Of the last 90 days those that ended without any. */ daysOut: number }
export interface MedicineRow extends Medicine { balance: number; usableBalance: number; /** Of lots past their expiry. */ expiredBalance: number; nextExpiry?: string; /** For how many days the usable stock lasts, where its use tells. */ daysLeft?: number }

/** State of one unit above, from its receipts. `proved`, `missing`: of what was written on this PC. `others`, `othersMissing`: of what other PCs of the station wrote and is here. */
export interface TierProof { unit: string; tier: string; name?: string; proved: number; missing: number; others?: number; othersMissing?: number; publishedAt?: string; /** All written on this PC until then is proved. */ provedUpTo?: string }
/** `wrongClock`: the hub is not reached, and this PC's clock is behind or the hub's certificate is of another time. */
export type LineState = 'notEnrolled' | 'sealed' | 'noLine' | 'wrongClock' | 'hubRefuses' | 'hubBroken' | 'exchanging' | 'idle';
/** What the line in the frame says. `provedAt`: everything saved up to this instant is proved at `provedUnit`. */
/** Why the hub could not be spoken to. */
export type LineFault = 'noLine' | 'timeout' | 'unauthorized' | 'forbidden' | 'notFound' | 'tooLarge' | 'notCouch' | 'hubBroken';
export interface SyncStatus {
  line: LineState; waiting: number; oldestWaitingAt?: string; denied: number; conflicts: number; lastContactAt?: string; lastError?: string; /** What kind of fault that was; `lastError` is for whoever helps. */ lineFault?: LineFault;
  tiers: TierProof[]; allProved: boolean; provedUnit?: string; provedAt?: string; /** Records of the station on this PC, as the units above count them: what a unit has proved and lacks adds up to it. */ totalOwn: number;
  /** As people count: what they wrote, without the program's notes of who did what (which `waiting`, `totalOwn` and the tiers count too). */
  records: { here: number; waiting: number };
  /** How long the oldest record has waited to be sent: more than a day, more than three. */
  waitsFor?: 'day' | 'threeDays';
  /** The highest unit lacks records for more than a day (QĐ 1551/QĐ-BYT). */
  late?: { unit: string; tier: string; name?: string; missing: number; since: string };
  /** By the table of units the station belongs under this unit now, and its hub is of another: it needs an enrolment there. */
  movedTo?: { unit: string; name?: string };
  /** What the unit below took and the one named here did not; none where all was taken. */
  refusedAbove?: RefusedAboveRow[];
}
export interface RefusedAboveRow { id: string; collection: string; unit: string; reason: string; document: Record<string, unknown> }
/** Saved a day ago or longer, and not proved at the highest unit. */
export interface LateRow { id: string; collection: string; savedAt: string; patientName?: string; document: Record<string, unknown> }
export interface DeniedRow { id: string; collection: string; at: string; reason: string; deniedBy: string; document: Record<string, unknown> }
/** `version`: of the record whose values are shown; a decision names it. */
export interface ConflictRow {
  id: string; recordId: string; version?: string; collection: string; patientName?: string; resolved: boolean;
  fields: { field: string; kept: unknown; other: unknown }[];
  kept: ConflictSide; other: ConflictSide;
}
/** `name`: of the person, where a record tells it; `by` is the account. `isHere`: written on this PC; `pc`: what the station calls another one, where it is connected on the LAN. */
export interface ConflictSide { by: string; name?: string; at: string; device: string; isHere: boolean; pc?: string }
export interface StationProfile { unit: string; unitName: string; device: string; hubUrl?: string; path: { unit: string; tier: string; name?: string }[]; clockBehind: boolean; /** Writes are refused until there is room; reading goes on. */ diskFull: boolean; /** A part of the file was found damaged while it was open: sign out, and restore at the sign-in page. */ fileDamaged: boolean; version: string; practice: boolean }
/** A USB stick or another disk plugged in; `name` as the system calls it. */
export interface Stick { path: string; name: string }
/** Copies of the file made by themselves. A copy counts (`last`) only after it was read back from the disk; instants ISO 8601. */
export interface BackupStatus {
  on: boolean;
  /** Where copies are to go; `isOwnFolder`: on the same disk as the data. With `folderMissing` (a stick pulled out) they go to the own folder meanwhile. */
  folder: string; isOwnFolder: boolean; folderMissing: boolean;
  /** `share` 0 to 1. */
  running?: { step: 'copying' | 'checking'; share: number };
  last?: { at: string; kind: 'day' | 'hour' | 'change'; file: string; bytes: number };
  /** Since the last one that went well: `DiskFull`, `NotWritable`, `NoSuchDirectory`, `BackupUnreadable`, `Corrupt`, … */
  lastProblem?: { at: string; code: string };
  /** The last copy somebody made to a stick; `name` of the stick. */
  onStick?: { at: string; name: string };
}
/** A record that came back to be corrected. `fields`: those a reviewer commented. */
export interface ReturnedRow { recordId: string; kind: Encounter['kind'] | 'immunization' | 'episode' | 'followUp' | 'pregnancy' | 'antenatalVisit' | 'birth' | 'postnatalVisit' | 'caseReport'; /** Of a dose. */ dose?: DoseKey; /** Of a report of a case. */ diseaseId?: DiseaseId; /** Of an episode. */ condition?: ChronicCondition; occurredOn: string; patientId: string; patientName: string; reason?: string; fields: string[]; returnedAt: string; returnedBy: Review['reviewedBy'] }
/** A record a reviewer misses. */
export interface RequestedRow { id: string; kind: Encounter['kind']; comment: string; occurredOn?: string; patientId?: string; patientName?: string; askedAt: string; askedBy: Review['reviewedBy'] }
/** What the tiers above said of one record; `current` speaks of the version as it is now. */
export interface RecordReviews { status: ReviewStatus; current?: Review; trail: TrailStep[] }
/** A card of "Tập thử" for the person who asks. */
export interface PracticeCardRow { card: PracticeCard; state: 'new' | 'begun' | 'done'; begunAt?: string }
export type BackupAnswer = { ok: true; status: BackupStatus } | { ok: false; refusals: Refusal[] };
export interface TodayView {
  encountersToday: number; newPatientsToday: number; dispensesToday: number; people: number; expiringLots: LotRow[]; /** Lasting less than a month, the shortest first. */ runningOut: MedicineRow[]; /** Lots nobody has counted for longer than the period. */ countDue?: UncountedLots; recent: EncounterRow[];
  returned: ReturnedRow[]; requested: RequestedRow[];
  reportDue?: ReportDueRow; returnedReports: ReturnedReportRow[];
  /** Cases nobody reported, most urgent first. */ casesDue: DueCaseRow[];
}
/** A medicine a station may take into its own list: of the published catalogue, else of the list that comes with the program. */
export interface ReadyMedicine { code: string; inn: string; strength?: string; form?: string; baseUnit: string; atc?: string; group?: string }
/** `release`: of the published catalogue; none where the program's own list is shown. */
export interface ReadyMedicines { rows: ReadyMedicine[]; release?: number }
export interface DiagnosisRow { icd10: string; text: string }
/** A notice of the tier above; `readAt` by the person who asks. */
export interface NoticeRow { id: string; title: string; text: string; urgent: boolean; from: string; to?: string; readAt?: string }
export interface CatalogueState { catalogue: string; release: number; publishedAt: string; entries: number }
/** Somebody another station hands over to this one. `nationalId`: for finding them in the own book; `patientId`: who they became here. */
export interface ArrivingRow {
  id: string; fromUnit: string; fromName: string; reason: string; note?: string; sentAt: string; sentBy: string; fullName: string; bornOn: string; sex: string; nationalId?: string; /** Records of the history. */ records: number;
  withdrawnAt?: string; decision?: 'accepted' | 'declined'; patientId?: string; /** Taken in here while the other station took them back: in both books. */ atBoth?: true;
}
export interface SentRow { id: string; patientId: string; patientName: string; toUnit: string; toName: string; reason: string; note?: string; sentAt: string; sentBy: string; state: SentState; answeredAt?: string; answeredBy?: string; answerNote?: string; /** Taken back while the other station took them in: in both books. */ atBoth?: true }
export interface Handovers { arriving: ArrivingRow[]; sent: SentRow[] }
export interface UnitRow { unit: string; name: string; tier: string }
/** `profile`: null before the first. `isDue`: a quarter has gone by since it was confirmed, or since the first record of a station without one. */
/** A line of the register with how it stands today: place, person in charge and calibration are those of now. */
export type EquipmentRow = Equipment & EquipmentStanding & { /** Of what is in use. */ calibration?: 'overdue' | 'soon' };
/** `undone` by a reversal; `reverses`: the kind of event a reversal undid. */
export type EquipmentEventRow = EquipmentEvent & { undone: boolean; reverses?: EquipmentEvent['kind'] };
/** `carriedFrom`: name of the other station that wrote it and handed the person over; it cannot be changed here. */
export type ImmunizationRow = Immunization & { carriedFrom?: string };
/** `records`: every record of the person, newest first, voided ones too. */
export interface ImmunizationCardView { patientId: string; bornOn: string; card: ImmunizationCard; records: ImmunizationRow[] }
/** A child with doses to be given by the day asked for. `doses`: those due or late on that day, the oldest first. `hasRecords`: some dose of the child is written down. `withoutBook`: none, though older than two months, so that its doses stand in a paper book somewhere: nothing is surely missing. */
export interface DueChild { patient: PatientRow; guardian?: { fullName: string; phone?: string }; doses: DoseLine[]; hasRecords: boolean; withoutBook?: true }
/** `children`: under eight and of this station; `total`: those with a dose due by the filters given. `villages`: of all children with doses due, whatever village is asked for. `needed`: doses of the children found, by vaccine, but of those without a book (`withoutBook` of them). */
export interface ImmunizationsDue { until: string; rows: DueChild[]; total: number; children: number; villages: { village?: string; children: number }[]; needed: (DoseKey & { doses: number })[]; withoutBook: number }
/** What was given here in a month. `underOne`: of them to children in their first year. */
export interface ImmunizationMonth {
  month: string; given: (DoseKey & { doses: number; underOne: number })[]; notDone: (DoseKey & { reason: Immunization['notDoneReason']; doses: number })[];
  /** Doses given here with a reaction noted, and those with a serious one. */ withReaction: number; withSeriousReaction: number;
}
/** What became of the doses of a lot, counted in doses, on a day. */
export type VaccineSessionRow = LotRow & { use: VaccineUse };
/** The day's doses given from the store room, lots of which some were given first; `vials`: names of vaccines of which vials are counted, so that nothing can be said of doses. */
export interface VaccineSession { on: string; rows: VaccineSessionRow[]; vials: string[] }
/** By vaccine of the list, or by the name of a medicine that is none of it. */
export interface VaccineWastageRow { vaccine?: VaccineCode; name: string; use: VaccineUse }
/** A lot a dose may be taken from. `fits`: its medicine is that vaccine. `countedInDoses`: one is taken from the book with the dose. */
export type VaccineLotRow = LotRow & { fits: boolean; countedInDoses: boolean };
/** `carriedFrom`: name of the other station that wrote it and handed the person over; it cannot be changed here. */
export type EpisodeRow = Episode & { carriedFrom?: string };
export type FollowUpRow = FollowUp & { carriedFrom?: string };
/** `standing`: as of today. Episodes and follow-ups newest first, voided ones too; points oldest first. */
export interface ChronicCareView { patientId: string; bornOn: string; standing: CareStanding; episodes: EpisodeRow[]; followUps: FollowUpRow[]; pressures: PressurePoint[]; glucose: GlucosePoint[]; measuredToday?: MeasuredToday }
/** Somebody with a condition under management. `conditions`: those only. `lastSeenOn`: visit, checkup or follow-up. */
export interface CareRow {
  patient: PatientRow; guardian?: { fullName: string; phone?: string }; conditions: ConditionState[]; state: CareState; nextVisitOn: string; daysLate?: number; lastSeenOn?: string;
  lastPressure?: PressurePoint; lastGlucose?: GlucosePoint; goal: CareStanding['goal'];
}
/** People to come by `until`, as they stand today. `people`: under management in all. `total`: by the filters. `villages`: of all to come, whatever village is asked for; `states`: of all to come, whatever state is asked for. */
export interface CareDue { until: string; rows: CareRow[]; total: number; people: number; villages: { village?: string; people: number }[]; states: Record<CareState, number> }
export interface SuspectRow extends Suspect { patient: PatientRow }
/** `villages`: of all of them, whatever village is asked for; `kinds`: whatever kind is asked for. */
export interface Suspects { rows: SuspectRow[]; total: number; villages: { village?: string; people: number }[]; kinds: Record<SuspectRow['kind'], number> }
export interface CareIndicator { id: CareIndicatorId; numerator: number; denominator: number }
/** `active`: under management on `on`. `left`: by the status written down in the month. */
export interface ConditionCounts { condition: ChronicCondition; enrolled: number; active: number; left: { status: Exclude<EpisodeStatus, 'active'>; people: number }[] }
/** As of the last day of the month, or of today while it runs (`on`). `months`: this one and the five before, oldest first; without those screened. */
export interface CareMonth { month: string; on: string; people: number; indicators: CareIndicator[]; conditions: ConditionCounts[]; months: { month: string; indicators: CareIndicator[] }[] }
/** The days a child was weighed or measured, oldest first. */
export interface GrowthView { patientId: string; sex: Patient['sex']; bornOn: string; points: GrowthPoint[] }
/** A child under five. `latest`: the last values of the year before; weight and height are the last ones whenever that was. `missed`: not weighed for too long, or never. */
export interface NutritionRow { patient: PatientRow; guardian?: { fullName: string; phone?: string }; latest: LatestValues; weighedOn?: string; weightKg?: number; measuredOn?: string; heightCm?: number; missed?: 'never' | 'long' }
/** `children`: of the village asked for, whom `counts` are of; `total`: those with what is asked for. `villages`: of all under five. */
export interface Nutrition { on: string; rows: NutritionRow[]; total: number; children: number; notWeighed: number; counts: NutritionCounts; villages: { village?: string; children: number }[] }
export interface FacilityView { profile: FacilityProfile | null; isDue: boolean }
export interface EncounterRow extends Encounter { patientName: string }
/** A record not submitted yet. `awaitsConclusion`: a checkup with everything but what a doctor or y sĩ adds. */
export interface DraftRecordRow extends EncounterRow { patient?: Pick<Patient, 'sex' | 'bornOn' | 'village'>; awaitsConclusion: boolean }
export type TimelineEntry = { type: 'encounter'; on: string; encounter: Encounter } | { type: 'dispense'; on: string; dispense: Dispense } | { type: 'immunization'; on: string; immunization: Immunization }
  | { type: 'episode'; on: string; episode: Episode } | { type: 'followUp'; on: string; followUp: FollowUp }
  | { type: 'pregnancy'; on: string; pregnancy: Pregnancy } | { type: 'antenatalVisit'; on: string; antenatalVisit: AntenatalVisit } | { type: 'birth'; on: string; birth: Birth } | { type: 'postnatalVisit'; on: string; postnatalVisit: PostnatalVisit }
  /** As the case stands; once, whatever number of versions. */
  | { type: 'caseReport'; on: string; caseReport: CaseReport }
  /** Of another station, which handed the person over. */
  | { type: 'carried'; on: string; record: CarriedRecord; fromName: string };

const none = z.strictObject({});
const byId = z.strictObject({ id: z.string() });
const page = { limit: z.number().int().min(1).max(500).optional(), offset: z.number().int().min(0).optional() };

const person = 'patients:019a0000-0000-7000-8000-000000000001';
const visit = 'encounters:019a0000-0000-7000-8000-000000000002';
const fridge = 'equipment:019a0000-0000-7000-8000-000000000010';
const tablets = 'medicines:019a0000-0000-7000-8000-000000000003';
const counted = 'stocktakes:019a0000-0000-7000-8000-000000000005';

const define = <A>() => <I extends z.ZodType>(input: I, watches: readonly string[], example: z.input<I>) => ({ input, watches, example, answer: undefined as unknown as A });

const coldRecords = ['equipment', 'equipmentEvents', 'temperatureReadings', 'coldDecisions'];
/** A month is counted from all of these. */
const countedFrom = ['patients', 'caseReports', 'equipment', 'equipmentEvents', 'temperatureReadings', 'encounters', 'followUps', 'episodes', 'immunizations', 'handovers', 'handoverAnswers', 'transfers', 'yearFigures', 'medicines', 'lots', 'stockMovements'];

const casesFrom = ['caseReports', 'encounters', 'patients', 'handovers', 'transfers', 'handoverAnswers'];

/** What screens show. `watches`: collections (or `sync`) whose change makes a live subscription ask again. */
export const queries = {
  patientSearch: define<{ rows: PatientRow[]; total: number; people: number }>()(z.strictObject({ text: z.string().max(200).optional(), ...page }), ['patients'], { text: 'hoa 1985', limit: 50 }),
  similarPeople: define<SimilarRow[]>()(
    registerPatientInput.pick({ sex: true, nationalId: true, insuranceNumber: true, phone: true }).partial().extend({ exceptId: z.string().optional(), fullName: z.string().max(800).optional(), bornOn: z.string().max(10).optional(), village: z.string().max(400).optional() }),
    ['patients'], { fullName: 'Nguyễn Thị Hoà', bornOn: '1985', village: 'Thôn 3' }),
  patient: define<Patient | null>()(byId, ['patients'], { id: person }),
  encounter: define<Encounter | null>()(byId, ['encounters'], { id: visit }),
  encounterTimeline: define<TimelineEntry[]>()(z.strictObject({ patientId: z.string() }), ['encounters', 'dispenses', 'immunizations', 'episodes', 'followUps', 'pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'caseReports', 'patients', 'transfers', 'handoverAnswers'], { patientId: person }),
  today: define<TodayView>()(none, ['encounters', 'patients', 'dispenses', 'lots', 'stockMovements', 'stocktakes', 'reviews', 'immunizations', 'episodes', 'followUps', 'pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'caseReports', 'handovers', 'handoverAnswers', 'transfers', 'reports'], {}),
  recordReviews: define<RecordReviews | null>()(byId, ['reviews', 'encounters', 'immunizations', 'episodes', 'followUps', 'pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'caseReports'], { id: visit }),
  draftRecords: define<DraftRecordRow[]>()(none, ['encounters', 'patients'], {}),
  readyMedicines: define<ReadyMedicines>()(none, ['catalogueEntries'], {}),
  diagnosisSearch: define<DiagnosisRow[]>()(z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50).optional() }), ['catalogueEntries'], { text: 'viem hong' }),
  notices: define<NoticeRow[]>()(z.strictObject({ account: z.string().max(100) }), ['catalogueEntries'], { account: 'lan' }),
  catalogues: define<CatalogueState[]>()(none, ['catalogueReleases'], {}),
  handovers: define<Handovers>()(none, ['handovers', 'handoverAnswers', 'transfers', 'patients'], {}),
  units: define<UnitRow[]>()(none, ['orgUnits'], {}),
  equipmentList: define<EquipmentRow[]>()(none, ['equipment', 'equipmentEvents'], {}),
  coldChain: define<ColdChainNow>()(none, [...coldRecords, 'medicines', 'lots', 'stockMovements'], {}),
  coldMonth: define<ColdMonthView | null>()(z.strictObject({ equipmentId: z.string(), month: period }), [...coldRecords, 'lots', 'stockMovements'], { equipmentId: fridge, month: '2026-03' }),
  equipmentHistory: define<EquipmentEventRow[]>()(byId, ['equipmentEvents'], { id: fridge }),
  chronicCare: define<ChronicCareView | null>()(z.strictObject({ patientId: z.string() }), ['episodes', 'followUps', 'encounters', 'patients', 'transfers', 'handoverAnswers'], { patientId: person }),
  careDue: define<CareDue>()(z.strictObject({ until: dateOn, condition: z.enum(chronicConditions).optional(), /** `null`: those without one. */ village: z.string().max(400).nullable().optional(), state: z.enum(careStates).optional(), ...page }), ['episodes', 'followUps', 'encounters', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { until: '2026-03-25', limit: 100 }),
  suspects: define<Suspects>()(z.strictObject({ kind: z.enum(suspectKinds).optional(), village: z.string().max(400).nullable().optional(), ...page }), ['episodes', 'followUps', 'encounters', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { limit: 100 }),
  careMonth: define<CareMonth>()(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }), ['episodes', 'followUps', 'encounters', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { month: '2026-03' }),
  maternalCare: define<MaternalCareView | null>()(z.strictObject({ patientId: z.string() }), ['pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'encounters', 'immunizations', 'patients', 'transfers', 'handoverAnswers'], { patientId: person }),
  newbornMatches: define<NewbornMatchRow[]>()(z.strictObject({ birthId: z.string(), baby: z.number().int().min(0).max(BABIES_AT_MOST - 1) }), ['patients', 'births'], { birthId: 'births:019a0000-0000-7000-8000-000000000017', baby: 0 }),
  maternalDue: define<MaternalDue>()(z.strictObject({ until: dateOn, kind: z.enum(maternalKinds).optional(), /** `null`: those without one. */ village: z.string().max(400).nullable().optional(), state: z.enum(maternalStates).optional(), highRisk: z.literal(true).optional(), ...page }), ['pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'immunizations', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { until: '2026-03-25', limit: 100 }),
  expectedBirths: define<ExpectedBirths>()(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional(), village: z.string().max(400).nullable().optional(), highRisk: z.literal(true).optional(), ...page }), ['pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'immunizations', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { month: '2026-08', limit: 100 }),
  maternalMonth: define<MaternalMonth>()(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }), ['pregnancies', 'antenatalVisits', 'births', 'postnatalVisits', 'immunizations', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { month: '2026-03' }),
  surveillance: define<Surveillance>()(none, casesFrom, {}),
  caseReports: define<CaseReportRows>()(z.strictObject(page), [...casesFrom, 'reviews'], { limit: 100 }),
  caseCounts: define<CaseCounts>()(z.strictObject({ span: z.enum(['week', 'month']), day: dateOn }), casesFrom, { span: 'week', day: '2026-03-20' }),
  personCases: define<PersonCases | null>()(z.strictObject({ patientId: z.string() }), [...casesFrom, 'immunizations'], { patientId: person }),
  immunizationCard: define<ImmunizationCardView | null>()(z.strictObject({ patientId: z.string() }), ['immunizations', 'patients', 'transfers', 'handoverAnswers'], { patientId: person }),
  immunizationsDue: define<ImmunizationsDue>()(z.strictObject({ until: dateOn, /** `null`: those without one. */ village: z.string().max(400).nullable().optional(), vaccine: z.enum(vaccineCodes).optional(), late: z.boolean().optional(), ...page }), ['immunizations', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { until: '2026-03-25', limit: 100 }),
  immunizationMonth: define<ImmunizationMonth>()(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }), ['immunizations'], { month: '2026-03' }),
  growth: define<GrowthView | null>()(z.strictObject({ patientId: z.string() }), ['encounters', 'patients', 'transfers', 'handoverAnswers'], { patientId: person }),
  nutrition: define<Nutrition>()(z.strictObject({ /** `null`: those without one. */ village: z.string().max(400).nullable().optional(), finding: z.enum(nutritionFindings).optional(), ...page }), ['encounters', 'patients', 'handovers', 'transfers', 'handoverAnswers'], { finding: 'stunted', limit: 100 }),
  vaccineSession: define<VaccineSession>()(z.strictObject({ on: dateOn }), ['medicines', 'lots', 'stockMovements'], { on: '2026-03-20' }),
  vaccineWastage: define<VaccineWastageRow[]>()(z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }), ['medicines', 'lots', 'stockMovements'], { month: '2026-03' }),
  vaccineLots: define<VaccineLotRow[]>()(z.strictObject({ vaccine: z.enum(vaccineCodes) }), ['medicines', 'lots', 'stockMovements'], { vaccine: 'Td' }),
  facilityProfile: define<FacilityView>()(none, ['facilityProfiles'], {}),
  reportMonth: define<ReportMonth>()(z.strictObject({ month: period }), ['reports', 'yearFigures', 'reviews', 'encounters', 'followUps', 'immunizations'], { month: '2026-03' }),
  reportForm: define<ReportFormDraft>()(z.strictObject({ month: period, form: z.enum(reportForms) }), countedFrom, { month: '2026-03', form: 'visits' }),
  reportRecords: define<ReportRecords>()(z.strictObject({ month: period, line: z.enum(reportLineIds as [string, ...string[]]), /** Of a share those it does not count. */ rest: z.boolean().optional(), ...page }), countedFrom, { month: '2026-03', line: 'visits.total', limit: 100 }),
  medicineList: define<MedicineRow[]>()(none, ['medicines', 'lots', 'stockMovements'], {}),
  stockOrder: define<OrderRow[]>()(z.strictObject({ months: z.literal(orderMonths), reserve: z.literal(reserveMonths) }), ['medicines', 'lots', 'stockMovements'], { months: 1, reserve: 1 }),
  lotsOnHand: define<LotRow[]>()(z.strictObject({ medicineId: z.string().optional(), includeEmpty: z.boolean().optional() }), ['medicines', 'lots', 'stockMovements'], { medicineId: tablets }),
  stockCard: define<(StockMovement & { balance: number; lotNumber: string })[]>()(z.strictObject({ medicineId: z.string(), ...page }), ['stockMovements', 'lots'], { medicineId: tablets, limit: 100 }),
  stocktakes: define<Stocktakes>()(none, ['stocktakes', 'counts', 'lots', 'stockMovements'], {}),
  stocktakeCount: define<StocktakeCount | null>()(z.strictObject({ id: z.string(), review: z.boolean().optional() }), ['counts', 'medicines', 'lots', 'stockMovements'], { id: counted }),
  stocktake: define<StocktakeView | null>()(byId, ['stocktakes', 'medicines', 'lots', 'stockMovements'], { id: counted }),
  syncStatus: define<SyncStatus>()(none, ['sync', 'patients', 'encounters', 'dispenses', 'medicines', 'lots', 'stockMovements'], {}),
  lateRecords: define<LateRow[]>()(none, ['sync', 'patients'], {}),
  recordTicks: define<Ticks[]>()(z.strictObject({ ids: z.array(z.string()).max(200) }), ['sync'], { ids: [person, visit] }),
  deniedRecords: define<DeniedRow[]>()(none, ['sync'], {}),
  lanStatus: define<LanStatus>()(z.strictObject({}), ['lan'], {}),
  stickBundles: define<StickBundle[]>()(z.strictObject({}), ['sync'], {}),
  conflictInbox: define<ConflictRow[]>()(z.strictObject({ includeResolved: z.boolean().optional() }), ['sync', 'conflicts'], { includeResolved: false }),
  stationProfile: define<StationProfile>()(none, ['sync'], {}),
  backupStatus: define<BackupStatus>()(none, ['backup'], {}),
  /** The practice cards; empty in a real station. */
  practiceCards: define<PracticeCardRow[]>()(z.strictObject({ account: z.string().max(100) }), ['patients', 'encounters', 'stockMovements', 'dispenses', 'conflicts'], { account: 'lan' }),
} as const;

export type QueryName = keyof typeof queries;
export type QueryInput<N extends QueryName> = z.input<(typeof queries)[N]['input']>;
export type QueryAnswer<N extends QueryName> = (typeof queries)[N]['answer'];

/** Sync commands of the sync page; not operations, they write no record of the station except a decision. */
export type SyncCommand =
  | { command: 'syncNow' }
  | { command: 'retryDenied'; id: string }
  | { command: 'resolveConflict'; id: string; choose: 'kept' | 'other'; version?: string | undefined };
export type SyncCommandAnswer = { ok: true } | { ok: false; refusals: Refusal[] };
