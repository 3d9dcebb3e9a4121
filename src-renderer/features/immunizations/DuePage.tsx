import { IconVaccine } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, today } from '../../ui/format.ts';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { vaccineName } from '../../ui/vaccine-words.ts';
import { DueFilters } from './DueFilters.tsx';
import { DueList } from './DueList.tsx';
import styles from './DuePage.module.css';
import { dosesNeeded, filtersToInput, useDueFilters } from './due-filters.ts';
import { ChildrenTabs } from '../../ui/ChildrenTabs.tsx';

/** The children with doses to be given up to a day: whom to call, and what to take along. */
export function DuePage() {
  const { t, i18n } = useTranslation();
  const filters = useDueFilters();
  const input = filtersToInput(filters, today());
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('immunizationsDue', input, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const filtered = filters.village !== undefined || filters.vaccine !== undefined || filters.late;
  return (
    <Screen
      fixed title={t('immunizations.title')} strip={<ChildrenTabs here="immunizations" />} beside={answer && t('immunizations.due.children', { count: total })}
      actions={total > 0 && <PaperMenu label={t('immunizations.due.print')} sizes={['A4']} paper={() => ({ paper: 'immunizationsDue', size: 'A4', ...input })} />}
    >
      <DueFilters villages={answer?.villages ?? []} />
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <dl className={styles.needs} data-testid="doses-needed">
          <dt>{t('immunizations.due.needs')}</dt>
          {answer.needed.length === 0 && <dd>{t('immunizations.due.noDoses')}</dd>}
          {dosesNeeded(answer.needed).map(({ vaccine, doses }) => <dd key={vaccine}>{vaccineName(vaccine, t)} <strong className="num">{formatCount(doses, i18n.language)}</strong></dd>)}
          {answer.withoutBook > 0 && <dd className={styles.quiet}>{t('immunizations.due.withoutBookToo', { count: answer.withoutBook })}</dd>}
        </dl>
      )}
      {answer && total > 0 && <DueList total={total} rowAt={rowAt} question={answerTo} onOpen={(id) => { go({ page: 'person', id }); }} onVisible={setLastVisible} />}
      {answer && total === 0 && <EmptyState icon={<IconVaccine size={24} />} title={t(filtered ? 'immunizations.due.noneHere' : 'immunizations.due.empty')} body={t('immunizations.due.emptyBody')} />}
    </Screen>
  );
}
