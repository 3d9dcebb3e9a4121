import { Checkbox, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImmunizationsDue } from '../../../src-shared/contract/queries.ts';
import { vaccineCodes, vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import { vaccineName } from '../../ui/vaccine-words.ts';
import { UntilField } from '../../ui/UntilField.tsx';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import styles from './DuePage.module.css';
import { useDueFilters } from './due-filters.ts';

/** No vaccine of its own. */
const EVERY = 'every';

/** Up to which day, of which village, which vaccine. */
export function DueFilters({ villages }: { villages: ImmunizationsDue['villages'] }) {
  const { t } = useTranslation();
  const { until, village, vaccine, late } = useDueFilters();
  return (
    <div className={styles.filters}>
      <UntilField label={t('immunizations.due.until')} until={until} onChange={(day) => { useDueFilters.setState({ until: day }); }} />
      <VillageFilter villages={villages.map(({ children: count, ...of }) => ({ ...of, count }))} value={village} onChange={(chosen) => { useDueFilters.setState({ village: chosen }); }} />
      <Select
        label={t('immunizations.due.vaccine')} allowDeselect={false} value={vaccine ?? EVERY} onChange={(chosen) => { useDueFilters.setState({ vaccine: vaccineCodes.find((code) => code === chosen) }); }}
        data={[{ value: EVERY, label: t('immunizations.due.everyVaccine') }, ...vaccines.filter(({ unscheduled }) => !unscheduled).map(({ code }) => ({ value: code, label: vaccineName(code, t) }))]}
      />
      <Checkbox label={t('immunizations.due.lateOnly')} checked={late} onChange={(event) => { useDueFilters.setState({ late: event.currentTarget.checked }); }} />
    </div>
  );
}
