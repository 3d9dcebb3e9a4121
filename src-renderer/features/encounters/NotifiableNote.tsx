import { IconVirus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { diseaseOf, diseaseOfCode } from '../../../src-shared/domain/surveillance/notifiable-diseases.ts';
import layout from '../../ui/form.module.css';
import { tidyIcd10 } from './encounter-form.ts';

/** What the diagnoses typed so far ask for: a report within hours, or that they are counted. It hinders nothing. */
export function NotifiableNote({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation();
  const found = [...new Set(codes.flatMap((code) => diseaseOfCode(tidyIcd10(code))?.id ?? []))].map(diseaseOf).filter(({ programme }) => !programme);
  return (
    <div role="status" data-testid="notifiable">
      {found.map(({ id, hours }) => <p key={id} className={layout.note}><IconVirus size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> {hours === undefined ? t('surveillance.said.counted', { disease: t(`surveillance.diseases.${id}`) }) : <strong>{t('surveillance.said.byCase', { disease: t(`surveillance.diseases.${id}`), hours })}</strong>}</p>)}
    </div>
  );
}
