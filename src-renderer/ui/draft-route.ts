import type { Draft } from '../../src-shared/contract/session.ts';
import type { Route } from './route-hash.ts';

/** Pages whose forms open over them. */
const underDialogs: ReadonlySet<Route['page']> = new Set(['today', 'person', 'encounter', 'store', 'equipment', 'coldChain']);
export const liesUnderDialogs = ({ page }: Route): boolean => underDialogs.has(page);

/** Where a dialog over this page goes on after the page was loaded again; none for what is no dialog of it. */
export function dialogToRoute(draft: Draft, over: Route): Route | undefined {
  const route = draftToRoute(draft);
  return liesUnderDialogs(over) && route.page === over.page ? route : undefined;
}

/** Where a half-written form goes on. */
export function draftToRoute({ key, form, patientId, content }: Draft): Route {
  const encounterId = typeof content.encounterId === 'string' ? content.encounterId : undefined;
  switch (form) {
    case 'register': return { page: 'register', draft: key, ...textsOf(content, ['motherId', 'birthId', 'baby']) };
    case 'editPerson': return patientId ? { page: 'editPerson', id: patientId, draft: key } : { page: 'missing' };
    case 'checkup': case 'visit': return patientId ? { page: form, patientId, draft: key } : { page: 'missing' };
    case 'amend': return encounterId ? { page: 'amend', id: encounterId, draft: key } : { page: 'missing' };
    case 'void': case 'restore': return encounterId ? { page: 'encounter', id: encounterId, draft: key } : { page: 'missing' };
    case 'voidPerson': case 'restorePerson': case 'handOver': return patientId ? { page: 'person', id: patientId, form, draft: key } : { page: 'missing' };
    case 'undoDispense': return patientId && typeof content.dispenseId === 'string' ? { page: 'person', id: patientId, form, dispenseId: content.dispenseId, draft: key } : { page: 'missing' };
    case 'immunization': return patientId ? { page: 'immunize', patientId, draft: key } : { page: 'missing' };
    case 'immunizationReaction': case 'voidImmunization': return patientId && typeof content.immunizationId === 'string' ? { page: 'person', id: patientId, form, immunizationId: content.immunizationId, draft: key } : { page: 'missing' };
    case 'followUp': return patientId ? { page: 'followUp', patientId, draft: key } : { page: 'missing' };
    case 'enrolCondition': return patientId ? { page: 'person', id: patientId, form, draft: key } : { page: 'missing' };
    case 'changeEpisodeStatus': case 'voidEpisode': return patientId && typeof content.episodeId === 'string' ? { page: 'person', id: patientId, form, episodeId: content.episodeId, draft: key } : { page: 'missing' };
    case 'voidFollowUp': return patientId && typeof content.followUpId === 'string' ? { page: 'person', id: patientId, form, followUpId: content.followUpId, draft: key } : { page: 'missing' };
    case 'pregnancy': return patientId ? { page: 'pregnancy', patientId, draft: key } : { page: 'missing' };
    case 'amendPregnancy': return patientId && typeof content.pregnancyId === 'string' ? { page: 'pregnancy', patientId, id: content.pregnancyId, draft: key } : { page: 'missing' };
    case 'antenatalVisit': return patientId ? { page: 'antenatal', patientId, draft: key } : { page: 'missing' };
    case 'birth': return patientId ? { page: 'birth', patientId, draft: key } : { page: 'missing' };
    case 'postnatalVisit': return patientId ? { page: 'postnatal', patientId, draft: key } : { page: 'missing' };
    case 'changePregnancyStatus': case 'voidPregnancy': return patientId && typeof content.pregnancyId === 'string' ? { page: 'person', id: patientId, form, pregnancyId: content.pregnancyId, draft: key } : { page: 'missing' };
    case 'voidAntenatalVisit': return patientId && typeof content.antenatalVisitId === 'string' ? { page: 'person', id: patientId, form, antenatalVisitId: content.antenatalVisitId, draft: key } : { page: 'missing' };
    case 'voidBirth': return patientId && typeof content.birthId === 'string' ? { page: 'person', id: patientId, form, birthId: content.birthId, draft: key } : { page: 'missing' };
    case 'unlinkNewborn': return patientId && typeof content.birthId === 'string' ? { page: 'person', id: patientId, form, draft: key, ...textsOf(content, ['birthId', 'baby']) } : { page: 'missing' };
    case 'voidPostnatalVisit': return patientId && typeof content.postnatalVisitId === 'string' ? { page: 'person', id: patientId, form, postnatalVisitId: content.postnatalVisitId, draft: key } : { page: 'missing' };
    case 'caseReport': case 'reviseCaseReport': return patientId ? { page: 'caseReport', patientId, encounterId, ...textsOf(content, ['id']), draft: key } : { page: 'missing' };
    case 'withdrawCaseReport': return patientId && typeof content.caseReportId === 'string' ? { page: 'person', id: patientId, form, caseReportId: content.caseReportId, draft: key } : { page: 'missing' };
    case 'decline': return typeof content.transferId === 'string' ? { page: 'today', transferId: content.transferId, draft: key } : { page: 'missing' };
    case 'receive': case 'opening': return { page: 'store', form, draft: key };
    case 'adjust': return typeof content.lotId === 'string' && typeof content.medicineId === 'string' ? { page: 'store', medicineId: content.medicineId, form, lotId: content.lotId, draft: key } : { page: 'missing' };
    case 'facility': case 'vaccineSession': return { page: form, draft: key };
    case 'addEquipment': return { page: 'equipment', form, draft: key };
    case 'correctEquipment': case 'equipmentEvent': case 'voidEquipment':
      return typeof content.equipmentId === 'string' ? { page: 'equipment', id: content.equipmentId, form, doing: typeof content.doing === 'string' ? content.doing : undefined, draft: key } : { page: 'missing' };
    case 'coldReading': case 'coldDecision': case 'voidReading': return { page: 'coldChain', form, draft: key, ...textsOf(content, ['equipmentId', 'readingId', 'month']) };
    case 'dispense': return { page: 'dispense', patientId, encounterId, draft: key };
    default: return { page: 'missing' };
  }
}

const textsOf = <N extends string>(content: Readonly<Record<string, unknown>>, names: readonly N[]): Partial<Record<N, string>> => Object.fromEntries(names.flatMap((name) => (typeof content[name] === 'string' ? [[name, content[name]]] : []))) as Partial<Record<N, string>>;
