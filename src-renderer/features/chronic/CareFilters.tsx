import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareDue } from '../../../src-shared/contract/queries.ts';
import { chronicConditions } from '../../../src-shared/domain/chronic/chronic-lists.ts';
import { careStates } from '../../../src-shared/domain/chronic/derive-care-state.ts';
import { say } from '../../i18n/say.ts';
import { conditionName } from '../../ui/care-words.ts';
import styles from '../../ui/FollowedList.module.css';
import { formatDate, today } from '../../ui/format.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import { useCareFilters } from './care-filters.ts';

const EVERY = 'every';

/** Up to which day, of which village, with which condition, how late. */
export function CareFilters({ villages }: { villages: CareDue['villages'] }) {
  const { t } = useTranslation();
  const { until, village, condition, state } = useCareFilters();
  const [typed, setTyped] = useState(formatDate(until || today()));
  const [left, setLeft] = useState(false);
  const read = parseTypedDate(typed);
  const type = (text: string) => {
    setTyped(text);
    const day = parseTypedDate(text);
    if ('date' in day) useCareFilters.setState({ until: day.date });
  };
  const leave = () => {
    setLeft(true);
    if ('empty' in read) { setTyped(formatDate(today())); useCareFilters.setState({ until: '' }); } else if ('date' in read) setTyped(formatDate(read.date));
  };
  return (
    <div className={styles.filters}>
      <TextInput label={t('chronic.due.until')} name="until" inputMode="numeric" value={typed} error={left && 'problem' in read ? say(t, `problems.${read.problem}`, { typed: read.typed }) : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={leave} />
      <VillageFilter villages={villages.map(({ people: count, ...of }) => ({ ...of, count }))} value={village} onChange={(chosen) => { useCareFilters.setState({ village: chosen }); }} />
      <Select label={t('chronic.due.condition')} allowDeselect={false} value={condition ?? EVERY} onChange={(chosen) => { useCareFilters.setState({ condition: chronicConditions.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('chronic.due.everyCondition') }, ...chronicConditions.map((value) => ({ value, label: conditionName(value, t) }))]} />
      <Select label={t('chronic.due.state')} allowDeselect={false} value={state ?? EVERY} onChange={(chosen) => { useCareFilters.setState({ state: careStates.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('chronic.due.everyState') }, ...careStates.map((value) => ({ value, label: t(`chronic.states.${value}`) }))]} />
    </div>
  );
}
