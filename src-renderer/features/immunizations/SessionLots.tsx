import { TextInput } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaccineSessionRow } from '../../../src-shared/contract/queries.ts';
import { thrownAway, wastagePercent } from '../../../src-shared/domain/immunization/sum-vaccine-use.ts';
import { formatCount, formatDate } from '../../ui/format.ts';
import { formatNumber } from '../../ui/format-number.ts';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import type { TypedForm } from '../../ui/use-typed-form.ts';
import { VvmBadge } from '../../ui/VvmBadge.tsx';
import { addTyped, dosesTyped, sessionField, sessionReasons, type SessionFields } from './session-form.ts';
import styles from './VaccineSession.module.css';

/** Lots of which doses were given that day, then the others; two numbers to be typed beside each. */
export function SessionLots({ rows, form, on }: { rows: readonly VaccineSessionRow[]; form: TypedForm<SessionFields>; on: string }) {
  const { t, i18n } = useTranslation();
  const groups = [
    { name: 'given', words: t('immunizations.session.givenOn', { on }), its: rows.filter(({ use }) => use.given > 0) },
    { name: 'others', words: t('immunizations.session.others'), its: rows.filter(({ use }) => use.given <= 0) },
  ] as const;
  const count = (doses: number) => formatCount(doses, i18n.language);
  const percent = (row: VaccineSessionRow) => { const use = addTyped(form.content, row); const of = wastagePercent(use); return of === undefined || use.given === 0 ? '' : `${formatNumber(Math.round(of), i18n.language)}%`; };
  return (
    <Panel flush>
      <table className={`${table.table ?? ''} ${styles.table ?? ''}`}>
        <thead>
          <tr>
            <th>{t('immunizations.session.column.lot')}</th><th className={table.number}>{t('immunizations.session.column.given')}</th>
            {sessionReasons.map((reason) => <th key={reason} className={styles.typed}>{t(`immunizations.session.column.${reason}`)}<span className={table.under}>{t(`immunizations.session.hints.${reason}`)}</span></th>)}
            <th className={table.number}>{t('immunizations.session.column.thrown')}</th><th className={table.number}>{t('immunizations.session.column.left')}</th><th className={table.number}>{t('immunizations.session.column.percent')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, words, its }) => its.length > 0 && (
            <Fragment key={name}>
              <tr className={styles.group}><th colSpan={7} scope="rowgroup">{words}</th></tr>
              {its.map((row) => (
                <tr key={row._id} className={table.level} data-testid="session-lot">
                  <td><span className={table.strong}>{row.medicineName}</span><span className={table.under}>{t('immunizations.detail.lot', { lot: row.lotNumber })} · {t('immunizations.detail.expires', { on: formatDate(row.expiresOn) })} <VvmBadge lot={row} /></span></td>
                  <td className={table.number}>{row.use.given > 0 && count(row.use.given)}</td>
                  {sessionReasons.map((reason) => {
                    const { description: _none, ...field } = form.text(sessionField(row, reason));
                    return <td key={reason} className={styles.typed}><TextInput size="xs" inputMode="numeric" className="num" aria-label={t(`immunizations.session.of.${reason}`, { name: row.medicineName, lot: row.lotNumber })} {...field} /></td>;
                  })}
                  <td className={table.number}>{thrownAway(row.use) > 0 && count(thrownAway(row.use))}</td>
                  <td className={table.number}>{dosesTyped(form.content, row) <= row.balance && count(row.balance - dosesTyped(form.content, row))}</td>
                  <td className={table.number}>{percent(row)}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
