import { Button } from '@mantine/core';
import { IconBabyCarriage, IconPlus, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalCareView } from '../../../src-shared/contract/queries.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { useKey } from '../../ui/use-key.ts';
import { EarlierPregnancies } from './EarlierPregnancies.tsx';
import styles from './MaternalPanel.module.css';
import type { OpenMaternal } from './open-maternal.ts';
import { OverPanel } from './OverPanel.tsx';
import { PregnancyNow } from './PregnancyNow.tsx';

/** The pregnancies of one woman: how far the present one is, what is to be watched, what is planned, and how it went. */
export function MaternalPanel({ patient, open: opened }: { patient: Patient; /** A dialog to go on with. */ open?: OpenMaternal }) {
  const { t } = useTranslation();
  const live = useLive('maternalCare', { patientId: patient._id });
  const [open, setOpen] = useState(opened);
  const view = live.answer;
  const closed = patient.voided !== undefined;
  const kind = view?.standing?.kind;
  const { _id: patientId } = patient;
  const register = () => { go({ page: 'pregnancy', patientId }); };
  const visit = () => { go({ page: kind === 'postnatal' ? 'postnatal' : 'antenatal', patientId }); };
  useKey('KeyB', () => { if (closed || !view) return; if (kind === undefined) register(); else visit(); });
  return (
    <Panel
      flush title={t('maternal.title')} hint={view && view.pregnancies.length === 0 ? t('maternal.panel.none') : undefined}
      beside={!closed && view &&
        <span className={styles.buttons}>
          {kind !== 'antenatal' && <Button variant="subtle" size="compact-sm" title={kind === undefined ? t('maternal.panel.key') : undefined} leftSection={<IconPlus size={14} />} onClick={register}>{t('maternal.panel.register')}</Button>}
          {kind === 'antenatal' && view.standing && <PaperMenu compact variant="subtle" sizes={['A4']} label={t('maternal.panel.print')} paper={() => ({ paper: 'pregnancyCard', size: 'A4', pregnancyId: view.standing?.pregnancyId ?? '' })} />}
          {kind === 'antenatal' && <Button variant="subtle" size="compact-sm" leftSection={<IconBabyCarriage size={14} />} onClick={() => { go({ page: 'birth', patientId }); }}>{t('maternal.panel.birth')}</Button>}
          {kind !== undefined && <Button variant="light" size="compact-sm" title={t('maternal.panel.key')} leftSection={<IconStethoscope size={14} />} onClick={visit}>{t(kind === 'postnatal' ? 'maternal.panel.postnatal' : 'maternal.panel.visit')}</Button>}
        </span>
      }
    >
      <Answered live={live} lines={3}>{(answer) => answer && <Care view={answer} closed={closed} onOpen={setOpen} />}</Answered>
      {view && open && <OverPanel view={view} patient={patient} open={open} setOpen={setOpen} onClose={() => { setOpen(undefined); }} />}
    </Panel>
  );
}

function Care({ view, closed, onOpen }: { view: MaternalCareView; closed: boolean; onOpen(open: OpenMaternal): void }) {
  const now = view.pregnancies.find(({ standing }) => standing.pregnancyId === view.standing?.pregnancyId);
  const earlier = view.pregnancies.filter((one) => one !== now);
  return (
    <div className={styles.care} data-testid="maternal-care">
      {now && <PregnancyNow of={now} closed={closed} onOpen={onOpen} />}
      {earlier.length > 0 && <EarlierPregnancies pregnancies={earlier} hasNow={now !== undefined} closed={closed} onOpen={onOpen} />}
    </div>
  );
}
