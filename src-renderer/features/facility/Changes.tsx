import { useTranslation } from 'react-i18next';
import type { FacilityChange } from '../../../src-shared/domain/facility/facility.schema.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { fieldWords } from '../../ui/field-words.ts';
import { formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { valueWords } from '../../ui/value-words.ts';
import styles from './Facility.module.css';

const SHOWN = 20;

/** Who changed what when, the newest first. */
export function Changes({ changes }: { changes: readonly FacilityChange[] }) {
  const { t, i18n } = useTranslation();
  const accounts = useSession((s) => s.session?.accounts) ?? [];
  const said = (field: string, value: unknown) => valueWords(field, value, t, i18n.language) || t('facility.nothing');
  const newest = [...changes].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, SHOWN);
  return (
    <Panel title={t('facility.changesTitle')}>
      <ul className={styles.changes} data-testid="facility-changes">
        {newest.map(({ at, by, field, from, to }) => (
          <li key={`${at} ${by} ${field}`}><span>{t('facility.changed', { field: fieldWords(field, t), from: said(field, from), to: said(field, to) })}</span><span className={styles.who}>{t('facility.change', { when: formatWhen(at, t), who: accountName(accounts, by) })}</span></li>
        ))}
      </ul>
    </Panel>
  );
}
