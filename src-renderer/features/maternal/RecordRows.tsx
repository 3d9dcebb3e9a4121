import { Button } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AntenatalVisitRow, PostnatalVisitRow, PregnancyView } from '../../../src-shared/contract/queries.ts';
import { formatDate } from '../../ui/format.ts';
import { antenatalSummary, birthSummary, gestationWords, postnatalSummary } from '../../ui/maternal-words.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import { BabyLinks } from './BabyLinks.tsx';
import styles from './MaternalPanel.module.css';
import type { OpenMaternal } from './open-maternal.ts';

/** More are shown when asked for. */
const SHOWN = 4;
type Opens = { onOpen(open: OpenMaternal): void };

function Rows<R extends { _id: string; voided?: unknown }>({ title, none, rows, testId, onOpen, children }: { title: string; none?: string; rows: readonly R[]; testId: string; onOpen(id: string): void; children(row: R): [on: string, words: ReactNode] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, SHOWN);
  if (rows.length === 0 && none === undefined) return null;
  return (
    <section>
      <h3 className={styles.sub}>{title}</h3>
      {rows.length === 0 && <p className={styles.none}>{none}</p>}
      <ul className={styles.rows} data-testid={testId}>
        {shown.map((row) => {
          const [on, words] = children(row);
          return (
            <li key={row._id} data-faded={row.voided ? true : undefined}>
              <button type="button" data-dated onClick={() => { onOpen(row._id); }}>
                <span className="num">{formatDate(on)}</span><span className={styles.words}>{words}</span>
                <span className={styles.badges}>{row.voided !== undefined && <Badge tone="stop">{t('maternal.panel.voided')}</Badge>}<IconChevronRight size={15} aria-hidden /></span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < rows.length && <Button className={styles.older} variant="subtle" size="compact-sm" onClick={() => { setAll(true); }}>{t('maternal.panel.older', { count: rows.length - shown.length })}</Button>}
    </section>
  );
}

export function AntenatalRows({ visits, onOpen }: { visits: readonly AntenatalVisitRow[] } & Opens) {
  const { t, i18n } = useTranslation();
  return (
    <Rows title={t('maternal.panel.visits')} none={t('maternal.panel.noVisits')} rows={visits} testId="antenatal-visits" onOpen={(id) => { onOpen({ what: 'antenatalVisit', id }); }}>
      {(visit) => [visit.occurredOn, <>{visit.gestation && <strong className="num">{gestationWords(visit.gestation, t)} </strong>}{antenatalSummary(visit, t, i18n.language)}</>]}
    </Rows>
  );
}

export function PostnatalRows({ visits, onOpen }: { visits: readonly PostnatalVisitRow[] } & Opens) {
  const { t, i18n } = useTranslation();
  return (
    <Rows title={t('maternal.panel.postnatals')} none={t('maternal.panel.noPostnatals')} rows={visits} testId="postnatal-visits" onOpen={(id) => { onOpen({ what: 'postnatalVisit', id }); }}>
      {(visit) => [visit.occurredOn, postnatalSummary(visit, t, i18n.language)]}
    </Rows>
  );
}

/** The birth, and where its babies are in the book. */
export function BirthRows({ of: { births, pregnancy }, closed, onOpen }: { of: PregnancyView; closed: boolean } & Opens) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Rows title={t('maternal.panel.births')} rows={births} testId="births" onOpen={(id) => { onOpen({ what: 'birth', id }); }}>
        {(birth) => [birth.bornOn, birthSummary(birth, t, i18n.language)]}
      </Rows>
      {births.filter(({ voided }) => voided === undefined).map((birth) => <BabyLinks key={birth._id} birth={birth} motherId={pregnancy.patientId} closed={closed || birth.carriedFrom !== undefined} onOpen={onOpen} />)}
    </>
  );
}
