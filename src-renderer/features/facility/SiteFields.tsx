import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { siteWords } from '../../../src-shared/domain/facility/facility-lists.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { tidyNumber } from '../../ui/tidy-typed.ts';
import type { FacilityPartProps } from './CountTables.tsx';
import { tidyTime } from './facility-form.ts';

type Word = keyof typeof siteWords;
type Answer = 'nightDuty' | 'insuranceContract' | 'criteriaMet';
type Typed = 'builtYear' | 'landM2' | 'hospitalKm' | 'computers' | 'opensAt' | 'closesAt' | 'openDaysPerWeek' | 'criteriaYear' | 'criteriaScore';

/** Building and utilities, opening hours, insurance and criteria. */
export function SiteFields({ form, readOnly }: FacilityPartProps) {
  const { t, i18n } = useTranslation();
  const choose = (field: Word | Answer, data: { value: string; label: string }[]) => (
    <Select data-span="3" label={t(`facility.names.${field}`)} name={`site.${field}`} data={data} value={form.content[`site.${field}`] || null} clearable={!readOnly} readOnly={readOnly} onChange={(value) => { form.set({ [`site.${field}`]: value ?? '' }); }} />
  );
  const word = (field: Word) => choose(field, siteWords[field].map((value) => ({ value, label: t(`facility.words.${value}`) })));
  const answer = (field: Answer) => choose(field, [{ value: 'yes', label: t('common.yes') }, { value: 'no', label: t('common.no') }]);
  const typed = (field: Typed, tidy?: (typed: string) => string) => <TextInput data-span="3" className="num" label={t(`facility.names.${field}`)} inputMode={field === 'hospitalKm' ? 'decimal' : field === 'opensAt' || field === 'closesAt' ? 'text' : 'numeric'} readOnly={readOnly} {...form.text(`site.${field}`, tidy)} />;
  return (
    <>
      <Panel title={t('facility.siteTitle')}>
        <div className={layout.fields}>
          {word('constructionGrade')}{typed('builtYear')}{typed('landM2')}{typed('hospitalKm', tidyNumber(i18n.language))}
          {word('water')}{word('toilet')}{word('solidWaste')}{word('liquidWaste')}
          {word('electricity')}{word('generator')}{word('internet')}{typed('computers')}
        </div>
      </Panel>
      <div className={layout.two}>
        <Panel title={t('facility.openingTitle')}><div className={layout.fields}>{typed('opensAt', tidyTime)}{typed('closesAt', tidyTime)}{typed('openDaysPerWeek')}{answer('nightDuty')}</div></Panel>
        <Panel title={t('facility.criteriaTitle')}><div className={layout.fields}>{answer('insuranceContract')}{answer('criteriaMet')}{typed('criteriaYear')}{typed('criteriaScore')}</div></Panel>
      </div>
    </>
  );
}
