import { surelyAtLeastYears } from '../../src-shared/domain/common/age-on.ts';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import { CarePanel, type OpenCare } from '../features/chronic/CarePanel.tsx';
import { GrowthPanel } from '../features/growth/GrowthPanel.tsx';
import { ImmunizationPanel, type OpenDose } from '../features/immunizations/ImmunizationPanel.tsx';
import { today } from '../ui/format.ts';
import type { Route } from '../ui/route.ts';

type PersonRoute = Extract<Route, { page: 'person' }>;

/** From this age on chronic conditions come before what is written of children. */
const ADULT_YEARS = 18;

/** What other books hold of a person, first those of their age, each with the dialog the page opens with. */
export function PersonPanels({ patient, route }: { patient: Patient; route: PersonRoute }) {
  const care = <CarePanel key="care" patient={patient} open={openCare(route)} />;
  const doses = <ImmunizationPanel key="doses" patient={patient} open={openDose(route)} />;
  const growth = <GrowthPanel key="growth" patient={patient} />;
  return <>{surelyAtLeastYears(patient.bornOn, today(), ADULT_YEARS) ? [care, doses] : [doses, growth, care]}</>;
}

function openDose({ form, immunizationId, draft }: PersonRoute): OpenDose | undefined {
  if (immunizationId === undefined) return undefined;
  return { what: form === 'immunizationReaction' || form === 'voidImmunization' ? form : 'detail', id: immunizationId, ...(draft === undefined ? {} : { draftKey: draft }) };
}

function openCare({ form, episodeId, followUpId, condition, draft }: PersonRoute): OpenCare | undefined {
  const draftKey = draft === undefined ? {} : { draftKey: draft };
  if (form === 'enrolCondition') return { what: form, ...(condition === undefined ? {} : { condition }), ...draftKey };
  if (episodeId !== undefined) return { what: form === 'changeEpisodeStatus' || form === 'voidEpisode' ? form : 'episode', id: episodeId, ...draftKey };
  return followUpId === undefined ? undefined : { what: form === 'voidFollowUp' ? form : 'followUp', id: followUpId, ...draftKey };
}
