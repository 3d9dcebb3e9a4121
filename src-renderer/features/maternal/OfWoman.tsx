import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalCareView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { PageOf } from '../../ui/PageState.tsx';
import type { Route } from '../../ui/route.ts';

/** The lists a form may be opened from, and leads back to. */
const lists = ['mothers', 'motherBirths'] as const;

/** Where a form leads back to: the list it was opened from, else the woman. */
export function backOf(patientId: string, from: string | undefined): Route {
  const list = lists.find((one) => one === from);
  return list ? { page: list } : { page: 'person', id: patientId };
}

/** A page about one woman and what is written of her pregnancies. */
export function OfWoman({ patientId, children }: { patientId: string; children(patient: Patient, view: MaternalCareView): ReactNode }) {
  const { t } = useTranslation();
  const person = useLive('patient', { id: patientId });
  const care = useLive('maternalCare', { patientId });
  return <PageOf live={person} missing={t('people.person.missing')}>{(patient) => <PageOf live={care} missing={t('people.person.missing')}>{(view) => children(patient, view)}</PageOf>}</PageOf>;
}
