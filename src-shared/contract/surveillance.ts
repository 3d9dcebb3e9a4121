import type { CaseReport } from '../domain/surveillance/case-report.schema.ts';
import type { DiseaseCount } from '../domain/surveillance/count-cases.ts';
import type { DiseaseId } from '../domain/surveillance/notifiable-diseases.ts';
import type { PatientRow } from './person-rows.ts';

/** A visit whose case nobody reported. `hoursLeft`: whole hours to the deadline, after it negative. */
export interface DueCaseRow { patient: PatientRow; encounterId: string; diseaseId: DiseaseId; seenOn: string; deadlineAt: string; hoursLeft: number }
/** `on`: the day it began, as well as it is known. `reported`: a report of it counts. */
export interface OutbreakPerson { patient: PatientRow; on: string; reported: boolean; encounterId?: string }
export interface OutbreakRow { diseaseId: DiseaseId; village: string; from: string; until: string; people: OutbreakPerson[] }
/** `due`: most urgent first. `outbreaks`: newest first. */
export interface Surveillance { on: string; due: DueCaseRow[]; outbreaks: OutbreakRow[] }

/** A case as it stands; nothing of the form but what a list needs. */
export interface CaseReportRow extends Pick<CaseReport, '_id' | 'diseaseId' | 'classification' | 'outcome' | 'detectedAt' | 'reportedAt' | 'number' | 'late' | 'withdrawn'> { patient: PatientRow; returned?: true }
/** Newest detected first. */
export interface CaseReportRows { rows: CaseReportRow[]; total: number }

/** `weeks`: the twelve until the one asked for, oldest first, each from its Monday. */
export interface CaseCounts { from: string; until: string; counts: DiseaseCount[]; weeks: { from: string; counts: DiseaseCount[] }[] }

/** `versions`: newest first, the one that counts before others. `carriedFrom`: name of the station that wrote it. */
export interface PersonCase { current: CaseReport; versions: CaseReport[]; carriedFrom?: string }
/** A signed visit with a disease of the list, newest first; `reported` where some report is of the case. */
export interface PersonDisease { encounterId: string; diseaseId: DiseaseId; diagnosis: string; on: string; detectedAt: string; deadlineAt?: string; hoursLeft?: number; toReport: boolean }
/** What a report is begun with; `doses`: given against a disease, where there is a vaccine of the book for it. */
export interface PersonCases { patientId: string; bornOn: string; cases: PersonCase[]; seen: PersonDisease[]; address?: string; occupation?: string; doses: Partial<Record<DiseaseId, number>> }
