import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PregnancyView } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../ui/format.ts';
import { birthSummary, pregnancySummary } from '../../ui/maternal-words.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { BabyLinks } from './BabyLinks.tsx';
import styles from './MaternalPanel.module.css';
import type { OpenMaternal } from './open-maternal.ts';

/** Pregnancies she is followed for no more; each opens its record, and says where its babies are. */
export function EarlierPregnancies({ pregnancies, hasNow, closed, onOpen }: { pregnancies: readonly PregnancyView[]; hasNow: boolean; closed: boolean; onOpen(open: OpenMaternal): void }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      {hasNow && <h3 className={styles.sub}>{t('maternal.panel.earlier')}</h3>}
      <ul className={styles.rows} data-testid="earlier-pregnancies">
        {pregnancies.map(({ pregnancy, standing, births }) => {
          const birth = births.find(({ _id }) => _id === standing.birthId);
          return (
            <li key={pregnancy._id} data-faded={pregnancy.voided ? true : undefined}>
              <button type="button" data-dated onClick={() => { onOpen({ what: 'pregnancy', id: pregnancy._id }); }}>
                <span className="num">{formatDate(standing.bornOn ?? pregnancy.registeredOn)}</span>
                <span className={styles.words}><strong>{t(`maternal.statuses.${standing.status}`)}</strong> {birth ? birthSummary(birth, t, i18n.language) : pregnancySummary(pregnancy, t)}</span>
                <span className={styles.badges}>{pregnancy.voided && <Badge tone="stop">{t('maternal.panel.voided')}</Badge>}<IconChevronRight size={15} aria-hidden /></span>
              </button>
              {birth && birth.voided === undefined && <BabyLinks birth={birth} motherId={pregnancy.patientId} closed={closed || birth.carriedFrom !== undefined} onOpen={onOpen} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
