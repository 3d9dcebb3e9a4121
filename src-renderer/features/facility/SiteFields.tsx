import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { siteWords } from '../../../src-shared/domain/facility/facility-lists.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { tidyNumber } from '../../ui/tidy-typed.ts';
import type { FacilityPartProps } from './CountTables.tsx';
import { tidyTime } from '../../ui/tidy-typed.ts';

type Word = keyof typeof siteWords;
type Answer = 'nightDuty' | 'insuranceContract' | 'criteriaMet';
type Typed = 'builtYear' | 'landM2' | 'hospitalKm' | 'computers' | 'opensAt' | 'closesAt' | 'openDaysPerWeek' | 'criteriaYear' | 'criteriaScore';

/** The building's fields, each by its kind. */
function useSiteFields({ form, readOnly }: FacilityPartProps, span: 3 | 6) {
  const { t, i18n } = useTranslation();
  const choose = (field: Word | Answer, data: { value: string; label: string }[]) => (
    <Select data-span={span} label={t(`facility.names.${field}`)} name={`site.${field}`} data={data} value={form.content[`site.${field}`] || null} clearable={!readOnly} readOnly={readOnly} onChange={(value) => { form.set({ [`site.${field}`]: value ?? '' }); }} />
  );
  const tidies: Partial<Record<Typed, (typed: string) => string>> = { hospitalKm: tidyNumber(i18n.language), opensAt: tidyTime, closesAt: tidyTime };
  return {
    word: (field: Word) => choose(field, siteWords[field].map((value) => ({ value, label: t(`facility.words.${value}`) }))),
    answer: (field: Answer) => choose(field, [{ value: 'yes', label: t('common.yes') }, { value: 'no', label: t('common.no') }]),
    typed: (field: Typed) => <TextInput data-span={span} className="num" label={t(`facility.names.${field}`)} inputMode={field === 'hospitalKm' ? 'decimal' : field === 'opensAt' || field === 'closesAt' ? 'text' : 'numeric'} readOnly={readOnly} {...form.text(`site.${field}`, tidies[field])} />,
  };
}

/** Building, water, power. */
export function SiteFields(props: FacilityPartProps) {
  const { t } = useTranslation();
  const { word, typed } = useSiteFields(props, 3);
  return (
    <Panel title={t('facility.siteTitle')}>
      <div className={layout.fields}>
        {word('constructionGrade')}{typed('builtYear')}{typed('landM2')}{typed('hospitalKm')}
        {word('water')}{word('toilet')}{word('solidWaste')}{word('liquidWaste')}
        {word('electricity')}{word('generator')}{word('internet')}{typed('computers')}
      </div>
    </Panel>
  );
}

/** Opening hours, insurance and criteria. */
export function ServiceFields(props: FacilityPartProps) {
  const { t } = useTranslation();
  const { answer, typed } = useSiteFields(props, 6);
  return (
    <>
      <Panel title={t('facility.openingTitle')}><div className={layout.fields}>{typed('opensAt')}{typed('closesAt')}{typed('openDaysPerWeek')}{answer('nightDuty')}</div></Panel>
      <Panel title={t('facility.criteriaTitle')}><div className={layout.fields}>{answer('insuranceContract')}{answer('criteriaMet')}{typed('criteriaYear')}{typed('criteriaScore')}</div></Panel>
    </>
  );
}
