import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bedTypes, roomKinds, stationStaff, villageStaff, type StaffCategory } from '../../../src-shared/domain/facility/facility-lists.ts';
import { DOCTORS_TARGET } from '../../../src-shared/domain/facility/summarize-facility.ts';
import { formatCount } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { bedParts, staffParts, sumOf, type FacilityFields } from './facility-form.ts';
import styles from './Facility.module.css';

export interface FacilityPartProps { form: TypedForm<FacilityFields>; readOnly: boolean }

/** People at the left; beds, rooms and what goes below them at the right. */
export function CountTables({ form, readOnly, children }: FacilityPartProps & { children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { content } = form;
  const sum = (paths: string[]) => formatCount(sumOf(content, paths), i18n.language);
  const doctors = sumOf(content, ['staff.doctor.headcount', 'staff.preventiveDoctor.headcount']);
  const cell = (path: string, name: string, placeholder?: string) => <td key={path}><TextInput size="xs" className="num" classNames={{ input: styles.count }} inputMode="numeric" aria-label={name} placeholder={placeholder} readOnly={readOnly} {...form.text(path)} /></td>;
  const person = (one: StaffCategory) => (
    <tr key={one}>
      <th scope="row">{t(`facility.names.${one}`)}</th>
      {staffParts.map((part) => cell(`staff.${one}.${part}`, `${t(`facility.names.${one}`)}: ${t(`facility.${part}`)}`, part === 'atWork' ? content[`staff.${one}.headcount`] : undefined))}
    </tr>
  );
  return (
    <div className={layout.two}>
      <Panel title={t('facility.staffTitle')} hint={t('facility.target', { doctors: formatCount(doctors, i18n.language), target: DOCTORS_TARGET })} flush>
        <table className={`${table.table ?? ''} ${styles.counts ?? ''}`} data-testid="facility-staff">
          <thead><tr><th scope="col">{t('facility.staffColumn')}</th>{staffParts.map((part) => <th key={part} scope="col" className={table.number} title={part === 'atWork' ? t('facility.atWorkHint') : undefined}>{t(`facility.${part}`)}</th>)}</tr></thead>
          <tbody>
            {stationStaff.map(person)}
            <tr className={styles.sum}><th scope="row">{t('facility.sum')}</th>{staffParts.map((part) => <td key={part} className={table.number}>{sum(stationStaff.map((one) => `staff.${one}.${part}`))}</td>)}</tr>
          </tbody>
          <tbody>
            <tr><th scope="colgroup" colSpan={3} className={styles.group}>{t('facility.villageTitle')}</th></tr>
            {villageStaff.map(person)}
          </tbody>
        </table>
      </Panel>
      <div className={layout.form}>
        <Panel title={t('facility.bedsTitle')} flush>
          <table className={`${table.table ?? ''} ${styles.counts ?? ''}`} data-testid="facility-beds">
            <thead><tr><th scope="col">{t('facility.bedColumn')}</th>{bedParts.map((part) => <th key={part} scope="col" className={table.number}>{t(`facility.${part}`)}</th>)}</tr></thead>
            <tbody>
              {bedTypes.map((one) => <tr key={one}><th scope="row">{t(`facility.names.${one}`)}</th>{bedParts.map((part) => cell(`beds.${one}.${part}`, `${t(`facility.names.${one}`)}: ${t(`facility.${part}`)}`))}</tr>)}
              <tr className={styles.sum}><th scope="row">{t('facility.sum')}</th>{bedParts.map((part) => <td key={part} className={table.number}>{sum(bedTypes.map((one) => `beds.${one}.${part}`))}</td>)}</tr>
            </tbody>
          </table>
        </Panel>
        <Panel title={t('facility.roomsTitle')}>
          <div className={styles.rooms}>
            {roomKinds.map((one) => <TextInput key={one} size="xs" className="num" label={t(`facility.names.${one}`)} inputMode="numeric" readOnly={readOnly} {...form.text(`rooms.${one}`)} />)}
          </div>
        </Panel>
        {children}
      </div>
    </div>
  );
}
