import { ageOn, surelyAtLeastYears } from '../../src-shared/domain/common/age-on.ts';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import { CarePanel, type OpenCare } from '../features/chronic/CarePanel.tsx';
import { GrowthPanel } from '../features/growth/GrowthPanel.tsx';
import { ImmunizationPanel, type OpenDose } from '../features/immunizations/ImmunizationPanel.tsx';
import { MaternalPanel } from '../features/maternal/MaternalPanel.tsx';
import type { OpenMaternal } from '../features/maternal/open-maternal.ts';
import { CasePanel, type OpenCase } from '../features/surveillance/CasePanel.tsx';
import { useLive } from '../api/use-live.ts';
import { today } from '../ui/format.ts';
import type { Route } from '../ui/route.ts';

type PersonRoute = Extract<Route, { page: 'person' }>;

/** From this age on chronic conditions come before what is written of children. */
const ADULT_YEARS = 18;

/** Of whom pregnancies are asked about where none is written down: a woman between these years. Chosen here. */
const MOTHER_YEARS = { from: 10, until: 55 };

/** What other books hold of a person, first what goes on now (a pregnancy, the weeks after a birth), then those of their age; each with the dialog the page opens with. */
export function PersonPanels({ patient, route }: { patient: Patient; route: PersonRoute }) {
  const years = ageOn(patient.bornOn, today())?.years;
  const asked = patient.sex !== 'male' && years !== undefined && years >= MOTHER_YEARS.from && years <= MOTHER_YEARS.until;
  const { answer } = useLive('maternalCare', { patientId: patient._id });
  const isFollowed = answer?.standing !== undefined;
  const care = <CarePanel key="care" patient={patient} open={openCare(route)} />;
  const doses = <ImmunizationPanel key="doses" patient={patient} open={openDose(route)} />;
  const growth = <GrowthPanel key="growth" patient={patient} />;
  const maternal = (asked || (answer?.pregnancies.length ?? 0) > 0) && <MaternalPanel key="maternal" patient={patient} open={openMaternal(route)} />;
  const rest = surelyAtLeastYears(patient.bornOn, today(), ADULT_YEARS) ? [care, !isFollowed && maternal, doses] : [doses, growth, !isFollowed && maternal, care];
  return <>{[<CasePanel key="cases" patient={patient} open={openCase(route)} />, isFollowed && maternal, ...rest]}</>;
}

/** Records of maternal care by the name the address knows them by. */
const maternalRecords = [['pregnancyId', 'pregnancy', ['changePregnancyStatus', 'voidPregnancy']], ['antenatalVisitId', 'antenatalVisit', ['voidAntenatalVisit']], ['birthId', 'birth', ['voidBirth', 'unlinkNewborn']], ['postnatalVisitId', 'postnatalVisit', ['voidPostnatalVisit']]] as const;

function openMaternal(route: PersonRoute): OpenMaternal | undefined {
  for (const [name, what, forms] of maternalRecords) {
    const id = route[name];
    if (id !== undefined) return { id, what: forms.find((form) => form === route.form) ?? what, ...(route.baby === undefined ? {} : { baby: Number(route.baby) }), ...(route.draft === undefined ? {} : { draftKey: route.draft }) };
  }
  return undefined;
}

function openCase({ form, caseReportId: id, draft }: PersonRoute): OpenCase | undefined {
  return id === undefined ? undefined : { id, ...(form === 'withdrawCaseReport' && draft !== undefined ? { withdrawing: { draftKey: draft } } : {}) };
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
