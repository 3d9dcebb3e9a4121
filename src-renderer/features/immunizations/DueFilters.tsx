import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImmunizationsDue } from '../../../src-shared/contract/queries.ts';
import { vaccineCodes, vaccines } from '../../../src-shared/domain/immunization/vaccines.ts';
import { say } from '../../i18n/say.ts';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { vaccineName } from '../../ui/vaccine-words.ts';
import styles from './DuePage.module.css';
import { useDueFilters } from './due-filters.ts';

/** Values of the village's list that are no names of villages. */
const [EVERY, NONE] = ['every', 'none'];
const nameOf = (village: string) => `name ${village}`;

/** Up to which day, of which village, which vaccine. */
export function DueFilters({ villages }: { villages: ImmunizationsDue['villages'] }) {
  const { t, i18n } = useTranslation();
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
  const children = (count: number) => `(${formatCount(count, i18n.language)})`;
  const named = villages.flatMap(({ village: name, children: count }) => (name === undefined ? [] : [{ value: nameOf(name), label: `${name} ${children(count)}` }]));
  // One chosen before stays in the list when nobody of it is due any more.
  const gone = typeof village === 'string' && !villages.some((one) => one.village === village) ? [{ value: nameOf(village), label: village }] : [];
  const without = villages.find((one) => one.village === undefined);
  return (
    <div className={styles.filters}>
      <TextInput label={t('immunizations.due.until')} name="until" inputMode="numeric" value={typed} error={left && 'problem' in read ? say(t, `problems.${read.problem}`, { typed: read.typed }) : undefined} onChange={(event) => { type(event.currentTarget.value); }} onBlur={leave} />
      <Select
        label={t('immunizations.due.village')} searchable allowDeselect={false} value={village === undefined ? EVERY : village === null ? NONE : nameOf(village)}
        onChange={(chosen) => { useDueFilters.setState({ village: chosen === NONE ? null : chosen === EVERY || chosen === null ? undefined : chosen.slice(nameOf('').length) }); }}
        data={[{ value: EVERY ?? '', label: t('immunizations.due.everyVillage') }, ...named, ...gone, ...(without || village === null ? [{ value: NONE ?? '', label: `${t('immunizations.due.noVillage')} ${children(without?.children ?? 0)}` }] : [])]}
      />
      <Select
        label={t('immunizations.due.vaccine')} allowDeselect={false} value={vaccine ?? EVERY} onChange={(chosen) => { useDueFilters.setState({ vaccine: vaccineCodes.find((code) => code === chosen) }); }}
        data={[{ value: EVERY ?? '', label: t('immunizations.due.everyVaccine') }, ...vaccines.filter(({ unscheduled }) => !unscheduled).map(({ code }) => ({ value: code, label: vaccineName(code, t) }))]}
      />
      <Checkbox label={t('immunizations.due.lateOnly')} checked={late} onChange={(event) => { useDueFilters.setState({ late: event.currentTarget.checked }); }} />
    </div>
  );
}
