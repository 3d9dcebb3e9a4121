import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { useRestoredDraft } from '../../api/use-restored-draft.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { LoadingPage } from '../../ui/PageState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import type { FacilityFields } from './facility-form.ts';
import { FacilityForm } from './FacilityForm.tsx';

/** What the station has of people, beds, rooms and utilities; the head keeps it, everybody reads it. */
export function FacilityPage({ draft }: { draft?: string }) {
  const { t } = useTranslation();
  const live = useLive('facilityProfile', {});
  const restored = useRestoredDraft<FacilityFields>({ form: 'facility', key: draft, onlyOne: true });
  /** A form begins anew after each save. */
  const [round, setRound] = useState(0);
  if (live.fault) return <Screen title={t('facility.title')}><FaultNotice fault={live.fault} onRetry={live.again} /></Screen>;
  if (live.answer === undefined || restored === undefined) return <LoadingPage />;
  return <FacilityForm key={round} {...live.answer} restored={round === 0 ? restored : null} onDone={() => { setRound((before) => before + 1); }} />;
}
