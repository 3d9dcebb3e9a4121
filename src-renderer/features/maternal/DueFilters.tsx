import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalDue } from '../../../src-shared/contract/queries.ts';
import { maternalKinds, maternalStates } from '../../../src-shared/domain/maternal/derive-pregnancy.ts';
import { say } from '../../i18n/say.ts';
import { formatDate, today } from '../../ui/format.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import { useMotherFilters } from './mother-filters.ts';
import styles from './MotherList.module.css';

const EVERY = 'every';
const HIGH = 'high';

/** Up to which day, of which village, before or after the birth, how late, only who is to be watched. */
export function DueFilters({ villages }: { villages: MaternalDue['villages'] }) {
  const { t } = useTranslation();
  const { until, kind, state } = useMotherFilters();
  const [typed, setTyped] = useState(formatDate(until || today()));
  const [left, setLeft] = useState(false);
  const read = parseTypedDate(typed);
  const type = (text: string) => {
    setTyped(text);
    const day = parseTypedDate(text);
    if ('date' in day) useMotherFilters.setState({ until: day.date });
  };
  const leave = () => {
    setLeft(true);
    if ('empty' in read) { setTyped(formatDate(today())); useMotherFilters.setState({ until: '' }); } else if ('date' in read) setTyped(formatDate(read.date));
  };
  return (
    <div className={styles.filters}>
      <TextInput label={t('maternal.due.until')} name="until" inputMode="numeric" value={typed} error={left && 'problem' in read ? say(t, `problems.${read.problem}`, { typed: read.typed }) : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={leave} />
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
