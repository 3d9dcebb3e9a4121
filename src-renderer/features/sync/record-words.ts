import type { TFunction } from 'i18next';
import { say } from '../../i18n/say.ts';
import type { Route } from '../../ui/route-hash.ts';

const refusalKinds: Readonly<Record<string, string>> = { forbidden: 'forbidden', unauthorized: 'unauthorized', document_too_large: 'tooLarge', too_large: 'tooLarge', 'too large for the hub': 'tooLarge' };

/** Why a record was refused, in a person's words; what the other computer said stays for whoever helps. */
export function refusalWords(reason: string, t: TFunction): string {
  const [kind = '', rest = ''] = reason.split(/:\s*/, 2);
  return say(t, `sync.deniedReasons.${refusalKinds[rest] ?? refusalKinds[kind] ?? 'invalid'}`);
}

/** Records of maternal care lie over the page of their woman. */
const ofWoman: Readonly<Record<string, 'pregnancyId' | 'antenatalVisitId' | 'birthId' | 'postnatalVisitId'>> = { pregnancies: 'pregnancyId', antenatalVisits: 'antenatalVisitId', births: 'birthId', postnatalVisits: 'postnatalVisitId' };

/** The page that shows a record, where there is one. */
export function recordRoute(collection: string, document: Record<string, unknown>): Route | undefined {
  const id = typeof document._id === 'string' ? document._id : undefined;
  if (id === undefined) return undefined;
  if (collection === 'patients') return { page: 'person', id };
  if (collection === 'encounters') return { page: 'encounter', id };
  if (collection === 'dispenses' && typeof document.patientId === 'string') return { page: 'person', id: document.patientId };
  if (collection === 'immunizations' && typeof document.patientId === 'string') return { page: 'person', id: document.patientId, immunizationId: id };
  if (collection === 'episodes' && typeof document.patientId === 'string') return { page: 'person', id: document.patientId, episodeId: id };
  if (collection === 'followUps' && typeof document.patientId === 'string') return { page: 'person', id: document.patientId, followUpId: id };
  const overWoman = ofWoman[collection];
  if (overWoman !== undefined && typeof document.patientId === 'string') return { page: 'person', id: document.patientId, [overWoman]: id };
  if (collection === 'caseReports' && typeof document.patientId === 'string') return { page: 'person', id: document.patientId, caseReportId: id };
  if (collection === 'stocktakes') return { page: 'stocktake', id };
  if (collection === 'equipment') return { page: 'equipment', id };
  if (collection === 'equipmentEvents' && typeof document.equipmentId === 'string') return { page: 'equipment', id: document.equipmentId };
  if ((collection === 'temperatureReadings' || collection === 'coldDecisions') && typeof document.equipmentId === 'string') return { page: 'coldChain', equipmentId: document.equipmentId };
  if (collection === 'reports') return { page: 'reports', ...(typeof document.period === 'string' ? { month: document.period } : {}) };
  if (collection === 'yearFigures') return { page: 'reports' };
  return collection === 'medicines' ? { page: 'store', medicineId: id } : undefined;
}
