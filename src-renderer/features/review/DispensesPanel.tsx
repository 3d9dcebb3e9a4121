import { useTranslation } from 'react-i18next';
import type { DocumentBody } from '../../../src-shared/domain/common/document.ts';
import { dispense as dispenseSchema } from '../../../src-shared/domain/supply/supply.schema.ts';
import { formatDate } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { Panel } from '../../ui/Panel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import table from '../../ui/table.module.css';

/** What was given for an encounter. */
export function DispensesPanel({ dispenses: bodies, medicines }: { dispenses: readonly DocumentBody[]; medicines: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const dispenses = bodies.flatMap((body) => { const shape = dispenseSchema.safeParse(body); return shape.success ? [shape.data] : []; });
  return (
    <Panel title={t('hub.dispenses')} flush={dispenses.length > 0}>
      {dispenses.length === 0 && <p className={layout.note}>{t('hub.dispensesNone')}</p>}
      {dispenses.length > 0 && (
        <table className={table.table}>
          <tbody>
            {dispenses.flatMap((given) => given.items.map((item) => (
              <tr key={item.movementId}>
                <td className="num">{formatDate(given.dispensedOn)}</td><td className={table.strong}>{item.medicineName || medicines[item.medicineId]}</td><td className={table.number}>{item.quantityBaseUnits}</td><td>{item.dosage}</td>
                <td>{given.dispensedBy.displayName} {given.status === 'reversed' && <Badge tone="stop">{t('supply.reversed')}</Badge>}</td>
              </tr>
            )))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
