import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { diseaseIds, diseaseOf } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import { pickOf } from '../world/sim-context.ts';
import type { SimContext } from '../world/sim-context.ts';
import type { SimStation } from '../world/sim-station.ts';
import type { WorkTools } from './work-tools.ts';

const reportable = diseaseIds.filter((id) => !diseaseOf(id).programme);

/** Cases are reported, revised and taken back, apart from each other at the PCs of a station. */
export function createCaseWork({ random }: Pick<SimContext, 'random'>, { run, all, type, newId }: WorkTools): (station: SimStation) => void {
  const said = (words: string | undefined) => ({ diagnosis: 'Sốt', classification: pickOf(random, ['suspected', 'probable', 'confirmed']), outcome: 'treated', vaccination: 'unknown', action: words });
  const heads = (station: SimStation): DocumentBody[] => {
    const versions = all(station, 'caseReports');
    const replaced = new Set(versions.flatMap(({ replaces }) => (Array.isArray(replaces) ? replaces : [])));
    return versions.filter(({ _id, withdrawn }) => !replaced.has(_id) && withdrawn === undefined).slice(0, 3);
  };
  return (station) => {
    const [patients, open] = [all(station, 'patients'), heads(station)];
    if (patients.length === 0) return;
    const id = newId('caseReports');
    const kind = random();
    if (open.length > 0 && kind < 0.4) { const { word, note } = type(id, 'action'); run(station, 'reviseCaseReport', { id, reportId: pickOf(random, open)._id, change: 'corrected', ...said(word) }, note); }
    else if (open.length > 0 && kind < 0.5) run(station, 'withdrawCaseReport', { id, reportId: pickOf(random, open)._id, reason: 'ruledOut' });
    else { const { word, note } = type(id, 'action'); run(station, 'reportCase', { id, patientId: pickOf(random, patients)._id, diseaseId: pickOf(random, reportable), detectedAt: '2026-01-05T01:00:00.000Z', ...said(word) }, note); }
  };
}
