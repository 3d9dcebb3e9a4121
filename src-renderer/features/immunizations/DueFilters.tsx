import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationsDue } from '../../../src-shared/contract/queries.ts';
import { vaccineCodes, vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import { say } from '../../i18n/say.ts';
import { formatDate, today } from '../../ui/format.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { vaccineName } from '../../ui/vaccine-words.ts';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import styles from './DuePage.module.css';
import { useDueFilters } from './due-filters.ts';

/** No vaccine of its own. */
const EVERY = 'every';

/** Up to which day, of which village, which vaccine. */
export function DueFilters({ villages }: { villages: ImmunizationsDue['villages'] }) {
  const { t } = useTranslation();
  const { until, village, vaccine, late } = useDueFilters();
  const [typed, setTyped] = useState(formatDate(until || today()));
  const [left, setLeft] = useState(false);
  const read = parseTypedDate(typed);
  const type = (text: string) => {
    setTyped(text);
    const day = parseTypedDate(text);
    if ('date' in day) useDueFilters.setState({ until: day.date });
  };
  const leave = () => {
    setLeft(true);
    if ('empty' in read) { setTyped(formatDate(today())); useDueFilters.setState({ until: '' }); } else if ('date' in read) setTyped(formatDate(read.date));
  };
  return (
    <div className={styles.filters}>
      <TextInput label={t('immunizations.due.until')} name="until" inputMode="numeric" value={typed} error={left && 'problem' in read ? say(t, `problems.${read.problem}`, { typed: read.typed }) : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={leave} />
      <VillageFilter villages={villages.map(({ children: count, ...of }) => ({ ...of, count }))} value={village} onChange={(chosen) => { useDueFilters.setState({ village: chosen }); }} />
      <Select
        label={t('immunizations.due.vaccine')} allowDeselect={false} value={vaccine ?? EVERY} onChange={(chosen) => { useDueFilters.setState({ vaccine: vaccineCodes.find((code) => code === chosen) }); }}
        data={[{ value: EVERY, label: t('immunizations.due.everyVaccine') }, ...vaccines.filter(({ unscheduled }) => !unscheduled).map(({ code }) => ({ value: code, label: vaccineName(code, t) }))]}
      />
      <Checkbox label={t('immunizations.due.lateOnly')} checked={late} onChange={(event) => { useDueFilters.setState({ late: event.currentTarget.checked }); }} />
    </div>
  );
}
