import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CatalogueRow, ReferenceName } from '../../../src-shared/contract/hub-api.ts';
import type { OrgUnit } from '../../../src-shared/domain/org/org-unit.schema.ts';
import { parentOn } from '../../../src-shared/domain/org/parent-on.ts';
import { hasWords, say } from '../../i18n/say.ts';
import { formatDate, today } from '../../ui/format.ts';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';

const columns = {
  medicines: ['code', 'inn', 'baseUnit', 'group'], diagnoses: ['icd10', 'diagnosis', 'group'], notices: ['code', 'title'], units: ['unitKey', 'name', 'tier', 'professional', 'administrative'],
} as const satisfies Record<ReferenceName, readonly string[]>;

interface CatalogueTableProps { catalogue: ReferenceName; rows: readonly CatalogueRow[]; mayEdit: boolean; nameOf: (unit: string) => string; onEdit(row: CatalogueRow): void; onUndo(code: string): void }

/** Entries of one catalogue, edited ones first; a row opens for whoever may edit it. */
export function CatalogueTable({ catalogue, rows, mayEdit, nameOf, onEdit, onUndo }: CatalogueTableProps) {
  const { t } = useTranslation();
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const tierOf = (tier: string) => { const key = `tiers.${tier}`; return hasWords(key) ? say(t, key) : tier; };
  const cellsOf = ({ content }: CatalogueRow) => {
    switch (catalogue) {
      case 'medicines': return [<>{text(content['inn'])}<span className={table.under}>{[content['strength'], content['form']].map(text).filter(Boolean).join(', ')}</span></>, text(content['baseUnit']), <>{text(content['group'])}{text(content['atc']) && <span className={table.under}>{text(content['atc'])}</span>}</>];
      case 'diagnoses': return [text(content['text']), text(content['group'])];
      case 'notices': return [<>{text(content['title'])} {content['urgent'] === true && <Badge tone="stop">{t('reference.notices.urgent')}</Badge>}<span className={table.under}>{text(content['text']).slice(0, 200)}</span></>];
      case 'units': { const unit = { parents: [], ...content } as Pick<OrgUnit, 'parents'>; return [text(content['name']), tierOf(text(content['tier'])), ...(['professional', 'administrative'] as const).map((kind) => { const parent = parentOn(unit, kind, today()); return parent === undefined ? '' : nameOf(parent); })]; }
    }
  };
  return (
    <table className={table.table} data-testid="catalogue">
      <thead><tr>{columns[catalogue].map((column) => <th key={column}>{t(`reference.field.${column}`)}</th>)}<th>{t('reference.field.validity')}</th><th /></tr></thead>
      <tbody>
        {rows.map((row) => {
          const opens = mayEdit && row.isOwn;
          return (
            <tr key={row.code} data-code={row.code} data-open={opens || undefined} onClick={opens ? () => { onEdit(row); } : undefined}>
              <td className={table.strong}>{opens ? <a className={table.strong} href={location.hash} onClick={(event) => { event.preventDefault(); }}>{row.code}</a> : row.code}</td>
              {cellsOf(row).map((cell, at) => <td key={columns[catalogue][at + 1]}>{cell}</td>)}
              <td className="num">{row.from && formatDate(row.from)}{row.to && ` – ${formatDate(row.to)}`}</td>
              <td className={table.number}>
                {row.edited !== null && <Badge tone="warn">{t(row.edited === 'new' ? 'reference.isNew' : 'reference.isChanged')}</Badge>} {row.isOver && <Badge tone="calm">{t('reference.isOver')}</Badge>} {!row.isOwn && mayEdit && <Badge tone="calm">{t('reference.ofAbove')}</Badge>}
                {row.edited !== null && mayEdit && <ActionIcon size="md" aria-label={`${t('reference.undo')} ${row.code}`} onClick={(event) => { event.stopPropagation(); onUndo(row.code); }}><IconArrowBackUp size={16} /></ActionIcon>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
