import type { AntenatalVisit } from '../domain/maternal/antenatal-visit.schema.ts';
import type { Baby, Birth } from '../domain/maternal/birth.schema.ts';
import type { MaternalKind, MaternalState, PregnancyStanding } from '../domain/maternal/derive-pregnancy.ts';
import type { NewbornMatch } from '../domain/maternal/find-newborn-matches.ts';
import type { Gestation } from '../domain/maternal/gestation.ts';
import type { MaternalAlert } from '../domain/maternal/maternal-alerts.ts';
import type { BirthPlace } from '../domain/maternal/maternal-lists.ts';
import type { PostnatalVisit } from '../domain/maternal/postnatal-visit.schema.ts';
import type { Pregnancy } from '../domain/maternal/pregnancy.schema.ts';
import type { MaternalCounts } from '../domain/maternal/summarize-mothers.ts';
import type { TetanusStanding } from '../domain/maternal/tetanus.ts';
import type { Patient } from '../domain/patient/patient.schema.ts';
import type { MeasuredToday, PatientRow } from './person-rows.ts';

/** `childId`: the person of the book the baby is; `hepB0OnCard`: the dose stands on that person's card. */
export type BabyView = Baby & { childId?: string; childName?: string; hepB0OnCard?: boolean };
/** Somebody who may be a baby, the most likely first. */
export type NewbornMatchRow = PatientRow & Omit<NewbornMatch, 'id'>;
export type BirthView = { carriedFrom?: string; babies: BabyView[] } & Birth;
export type AntenatalVisitRow = AntenatalVisit & { carriedFrom?: string; gestation?: Gestation; alerts: MaternalAlert[] };
export type PostnatalVisitRow = PostnatalVisit & { carriedFrom?: string; alerts: MaternalAlert[] };
/** `days` of pregnancy. */
export interface MaternalPoint { on: string; id: string; days: number; fundalHeightCm?: number; weightKg?: number }
/** One pregnancy with what was written of it, newest first, voided ones too; `points` oldest first, none where no due day is known; `tetanus` while it goes on. */
export interface PregnancyView { pregnancy: Pregnancy & { carriedFrom?: string }; standing: PregnancyStanding; visits: AntenatalVisitRow[]; births: BirthView[]; postnatal: PostnatalVisitRow[]; points: MaternalPoint[]; tetanus?: TetanusStanding }
/** `standing`: of the pregnancy she is followed for today; none where there is none. Pregnancies newest first, voided ones too. */
export interface MaternalCareView { patientId: string; bornOn: string; sex: Patient['sex']; standing?: PregnancyStanding; pregnancies: PregnancyView[]; measuredToday?: MeasuredToday }
/** Results of tests are in no row; `tetanus` while the pregnancy goes on. */
export interface MaternalRow { patient: PatientRow; guardian?: { fullName: string; phone?: string }; standing: PregnancyStanding; plannedPlace?: BirthPlace; tetanus?: TetanusStanding }
/** Women to come by `until`, as they stand today. `people`: followed in all. `total`: by the filters; each count: of those whom the other filters let through. */
export interface MaternalDue { until: string; rows: MaternalRow[]; total: number; people: number; villages: { village?: string; people: number }[]; states: Record<MaternalState, number>; kinds: Record<MaternalKind, number>; highRisk: number }
/** By due day. `months`, `villages`: of those whom the other filters let through. */
export interface ExpectedBirths { rows: MaternalRow[]; total: number; months: { month: string; births: number }[]; villages: { village?: string; people: number }[] }
/** As of the last day of the month, or of today while it runs (`on`). `months`: this one and the five before, oldest first. */
export interface MaternalMonth extends MaternalCounts { month: string; on: string; months: { month: string; births: number; indicators: MaternalCounts['indicators'] }[] }
