import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportState } from '../../../src-shared/contract/imports.ts';
import { fieldsOf, type ColumnMap } from '../../../src-shared/domain/import/import-fields.ts';
import { Panel } from '../../ui/Panel.tsx';
import table from '../../ui/table.module.css';
import { fieldWords } from './import-words.ts';

/** Which column of the file is which field; each field is read from one column. */
export function Columns({ state, onChange }: { state: ImportState; onChange(columns: ColumnMap): void }) {
  const { t } = useTranslation();
  const fieldAt = new Map(Object.entries(state.columns).map(([field, at]) => [at, field]));
  const fields = fieldsOf(state.kind).map((value) => ({ value, label: fieldWords(value, t) }));
  const choose = (at: number, chosen: string | null) => {
    const others = Object.entries(state.columns).filter(([field, column]) => column !== at && field !== chosen);
    onChange({ ...Object.fromEntries(others), ...(chosen === null ? {} : { [chosen]: at }) });
  };
  return (
    <Panel title={t('imports.columns')} hint={t('imports.columnsHint')} flush>
      <table className={table.table} data-testid="import-columns">
        <thead><tr><th>{t('imports.column')}</th><th>{t('imports.heading')}</th><th>{t('imports.samples')}</th><th>{t('imports.field')}</th></tr></thead>
        <tbody>
          {state.headings.map(({ letter, heading, samples }, at) => (
            <tr key={letter} className={table.level}>
              <td>{letter}</td><td className={table.strong}>{heading || '–'}</td><td className={table.faint}>{samples.join(' · ').slice(0, 90)}</td>
              <td><Select size="xs" clearable placeholder={t('imports.ignore')} aria-label={`${t('imports.field')} ${letter}`} data={fields} value={fieldAt.get(at) ?? null} onChange={(field) => { choose(at, field); }} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
