import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { EquipmentEventRow, EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { describedFields } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import { useLive } from '../../api/use-live.ts';
import { say } from '../../i18n/say.ts';
import { useSession } from '../../stores/session-store.ts';
import { accountName } from '../../ui/account-name.ts';
import { Answered } from '../../ui/Answered.tsx';
import { AskUndo } from '../../ui/AskUndo.tsx';
import { formatCount, formatDate } from '../../ui/format.ts';
import { VirtualTableRows } from '../../ui/VirtualTableRows.tsx';
import styles from './EquipmentPage.module.css';

/** All that happened to a line, newest day first, down to its entry; a wrong one is undone by a line of its own. */
export function EquipmentHistory({ line }: { line: EquipmentRow }) {
  const { t, i18n } = useTranslation();
  const live = useLive('equipmentHistory', { id: line._id });
  const accounts = useSession((s) => s.session?.accounts) ?? [];
  const [undoing, setUndoing] = useState<EquipmentEventRow | undefined>();
  return (
    <Answered live={live} lines={2}>
      {(events) => (
        <>
          <table className={styles.table} data-testid="equipment-history">
            <thead><tr><th>{t('equipment.column.on')}</th><th>{t('equipment.column.kind')}</th><th className={styles.pieces}>{t('equipment.column.pieces')}</th><th /></tr></thead>
            <VirtualTableRows rows={[...events, null]} keyOf={(event) => event?._id ?? 'begun'} rowPx={34}>
              {(event, row) => event === null
                ? <tr key="begun" {...row}><td className="num">{formatDate(todayInUnitZone(Date.parse(line.createdAt)))}</td><td>{t('equipment.begun')} <span className={styles.faint}>{accountName(accounts, line.createdBy)}</span></td><td /><td /></tr>
                : (
                  <tr key={event._id} {...row} data-faded={event.undone || undefined}>
                    <td className="num">{formatDate(event.occurredOn)}</td>
                    <td>{t(`equipment.kinds.${event.kind}`)}{event.reverses && `: ${t(`equipment.kinds.${event.reverses}`).toLowerCase()}`} <span className={styles.faint}>{[...details(event, t, i18n.language), accountName(accounts, event.createdBy)].join(' · ')}</span></td>
                    <td className={styles.pieces}>{event.quantity !== undefined && formatCount(event.quantity, i18n.language)}</td>
                    <td>
                      {event.undone ? <span className={styles.faint}>{t('equipment.undoneMark')}</span>
                        : !line.voided && event.kind !== 'reversal' && event.kind !== 'corrected' && <Button variant="subtle" color="gray" size="compact-xs" onClick={() => { setUndoing(event); }}>{t('common.undo')}</Button>}
                    </td>
                  </tr>
                )}
            </VirtualTableRows>
          </table>
          {undoing && (
            <AskUndo
              operation="undoEquipmentEvent" input={{ eventId: undoing._id }} line={`${t(`equipment.kinds.${undoing.kind}`)} · ${formatDate(undoing.occurredOn)}`}
              words={{ title: t('equipment.undoTitle'), body: t('equipment.undoBody'), done: t('equipment.undone') }} onClose={() => { setUndoing(undefined); }}
            />
          )}
        </>
      )}
    </Answered>
  );
}

/** What an event says beside its kind. */
function details({ location, inCharge, dueOn, documentNumber, before = {} }: EquipmentEventRow, t: TFunction, language: string): string[] {
  const value = (one: unknown, field: string): string => (one === null ? t('equipment.nothing') : field === 'source' ? say(t, `equipment.sources.${String(one)}`) : field === 'coldPlace' ? say(t, `equipment.cold.kinds.${String(one)}`) : field === 'priceVnd' || field === 'quantity' ? formatCount(Number(one), language) : field === 'receivedOn' ? formatDate(String(one)) : String(one));
  const said = describedFields.flatMap((field) => (before[field] === undefined ? [] : [t('equipment.was', { field: t(`equipment.field.${field}`), value: value(before[field], field) })]));
  return [...said, ...[location, inCharge && t(`roles.${inCharge}`), dueOn && t('equipment.nextDue', { date: formatDate(dueOn) }), documentNumber].filter((one) => typeof one === 'string')];
}
