import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CareDue } from '../../../src-shared/contract/queries.ts';
import { chronicConditions } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { careStates } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { conditionName } from '../../ui/care-words.ts';
import styles from '../../ui/FollowedList.module.css';
import { UntilField } from '../../ui/UntilField.tsx';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import { useCareFilters } from './care-filters.ts';

const EVERY = 'every';

/** Up to which day, of which village, with which condition, how late. */
export function CareFilters({ villages }: { villages: CareDue['villages'] }) {
  const { t } = useTranslation();
  const { until, village, condition, state } = useCareFilters();
  return (
    <div className={styles.filters}>
      <UntilField label={t('chronic.due.until')} until={until} onChange={(day) => { useCareFilters.setState({ until: day }); }} />
      <VillageFilter villages={villages.map(({ people: count, ...of }) => ({ ...of, count }))} value={village} onChange={(chosen) => { useCareFilters.setState({ village: chosen }); }} />
      <Select label={t('chronic.due.condition')} allowDeselect={false} value={condition ?? EVERY} onChange={(chosen) => { useCareFilters.setState({ condition: chronicConditions.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('chronic.due.everyCondition') }, ...chronicConditions.map((value) => ({ value, label: conditionName(value, t) }))]} />
      <Select label={t('chronic.due.state')} allowDeselect={false} value={state ?? EVERY} onChange={(chosen) => { useCareFilters.setState({ state: careStates.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('chronic.due.everyState') }, ...careStates.map((value) => ({ value, label: t(`chronic.states.${value}`) }))]} />
    </div>
  );
}
