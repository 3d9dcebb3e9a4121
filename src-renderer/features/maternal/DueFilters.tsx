import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MaternalDue } from '../../../src-shared/contract/queries.ts';
import { maternalKinds, maternalStates } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { UntilField } from '../../ui/UntilField.tsx';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import { useMotherFilters } from './mother-filters.ts';
import styles from './MotherList.module.css';

const EVERY = 'every';
const HIGH = 'high';

/** Up to which day, of which village, before or after the birth, how late, only who is to be watched. */
export function DueFilters({ villages }: { villages: MaternalDue['villages'] }) {
  const { t } = useTranslation();
  const { until, kind, state } = useMotherFilters();
  return (
    <div className={styles.filters}>
      <UntilField label={t('maternal.due.until')} until={until} onChange={(day) => { useMotherFilters.setState({ until: day }); }} />
      <OfVillage villages={villages} />
      <Select label={t('maternal.due.kind')} allowDeselect={false} value={kind ?? EVERY} onChange={(chosen) => { useMotherFilters.setState({ kind: maternalKinds.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('maternal.due.everyRisk') }, ...maternalKinds.map((value) => ({ value, label: t(`maternal.due.kinds.${value}`) }))]} />
      <Select label={t('maternal.due.state')} allowDeselect={false} value={state ?? EVERY} onChange={(chosen) => { useMotherFilters.setState({ state: maternalStates.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('maternal.due.everyState') }, ...maternalStates.map((value) => ({ value, label: t(`maternal.states.${value}`) }))]} />
      <OfRisk />
    </div>
  );
}

export function OfVillage({ villages }: { villages: MaternalDue['villages'] }) {
  const { village } = useMotherFilters();
  return <VillageFilter villages={villages.map(({ people: count, ...of }) => ({ ...of, count }))} value={village} onChange={(chosen) => { useMotherFilters.setState({ village: chosen }); }} />;
}

export function OfRisk() {
  const { t } = useTranslation();
  const { highRisk } = useMotherFilters();
  return <Select label={t('maternal.due.risk')} allowDeselect={false} value={highRisk ? HIGH : EVERY} onChange={(chosen) => { useMotherFilters.setState({ highRisk: chosen === HIGH }); }} data={[{ value: EVERY, label: t('maternal.due.everyRisk') }, { value: HIGH, label: t('maternal.due.onlyHighRisk') }]} />;
}
