import { Select } from '@mantine/core';
import { IconScaleOutline } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nutritionFindings } from '../../../src-shared/domain/growth/derive-nutrition.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { ChildrenTabs } from '../../ui/ChildrenTabs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import { filtersToInput, useNutritionFilters } from './nutrition-filters.ts';
import { NutritionCounts } from './NutritionCounts.tsx';
import { NutritionList } from './NutritionList.tsx';
import styles from './NutritionPage.module.css';

/** No finding of its own. */
const EVERY = 'every';

/** The children under five, how they grow, and who was not weighed for too long. */
export function NutritionPage() {
  const { t } = useTranslation();
  const filters = useNutritionFilters();
  const input = filtersToInput(filters);
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('nutrition', input, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const isFiltered = filters.village !== undefined || filters.finding !== undefined;
  return (
    <Screen
      fixed title={t('growth.nutritionTitle')} strip={<ChildrenTabs here="nutrition" />} beside={answer && t('growth.list.children', { count: total })}
      actions={total > 0 && <PaperMenu label={t('growth.list.print')} sizes={['A4']} paper={() => ({ paper: 'nutritionList', size: 'A4', ...input })} />}
    >
      <div className={styles.filters}>
        <VillageFilter villages={(answer?.villages ?? []).map(({ children: count, ...of }) => ({ ...of, count }))} value={filters.village} onChange={(village) => { useNutritionFilters.setState({ village }); }} />
        <Select
          label={t('growth.list.finding')} allowDeselect={false} value={filters.finding ?? EVERY} onChange={(chosen) => { useNutritionFilters.setState({ finding: nutritionFindings.find((one) => one === chosen) }); }}
          data={[{ value: EVERY, label: t('growth.list.everything') }, ...nutritionFindings.map((one) => ({ value: one, label: t(`growth.list.findings.${one}`) }))]}
        />
        <p className={styles.note}>{t('growth.list.weighEvery')}</p>
      </div>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && answer.children > 0 && <NutritionCounts answer={answer} />}
      {answer && total > 0 && <NutritionList total={total} rowAt={rowAt} question={answerTo} onOpen={(id) => { go({ page: 'person', id }); }} onVisible={setLastVisible} />}
      {answer && total === 0 && <EmptyState icon={<IconScaleOutline size={24} />} title={t(isFiltered ? 'growth.list.noneHere' : 'growth.list.empty')} body={t('growth.list.emptyBody')} />}
    </Screen>
  );
}
