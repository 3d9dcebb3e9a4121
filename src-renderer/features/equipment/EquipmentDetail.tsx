import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDotsVertical, IconPencil, IconTrashX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EquipmentRow } from '../../../src-shared/contract/queries.ts';
import { coldPlaceKind } from '../../../src-shared/domain/cold-chain/cold-place.ts';
import { piecesHere } from '../../../src-shared/domain/facility/derive-equipment.ts';
import { equipmentVoidReasons } from '../../../src-shared/domain/facility/equipment.schema.ts';
import { useSession } from '../../stores/session-store.ts';
import { AskColdPlace } from '../../ui/AskColdPlace.tsx';
import { AskReason } from '../../ui/AskReason.tsx';
import { formatCount, formatDate, formatWhen } from '../../ui/format.ts';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { refusalWords } from '../../ui/refusal-words.ts';
import { CorrectEquipment } from './CorrectEquipment.tsx';
import type { Doing, EquipmentDraft } from './equipment-draft.ts';
import { isAskedAbout } from './equipment-filters.ts';
import { EquipmentHistory } from './EquipmentHistory.tsx';
import { EquipmentMarks } from './EquipmentMarks.tsx';
import { statesFor } from './event-form.ts';
import { NoteEvent } from './NoteEvent.tsx';
import styles from './EquipmentPage.module.css';

type Open = { form: 'correctEquipment' | 'voidEquipment'; draftKey?: string } | { form: 'equipmentEvent'; doing: Doing; draftKey?: string };

/** One line: how it stands, what can be noted of it, and all that happened to it. */
export function EquipmentDetail({ line, lines, draft }: { line: EquipmentRow; lines: readonly EquipmentRow[]; draft?: EquipmentDraft }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | undefined>(() => openOf(draft));
  const close = () => { setOpen(undefined); };
  const note = (doing: Doing) => { setOpen({ form: 'equipmentEvent', doing }); };
  const can = (doing: Doing) => statesFor(doing, line).length > 0;
  const isHere = piecesHere(line) > 0;
  return (
    <section className={styles.detail} data-testid="equipment-detail">
      <header className={styles.head}>
        <div className={styles.name}><h2>{line.name}</h2><p>{[line.code, line.serial].filter(Boolean).join(' · ')}</p></div>
        {!line.voided && <div className={styles.states}><EquipmentMarks line={line} /></div>}
      </header>
      {line.voided && <Struck line={line} voided={line.voided} />}
      <Facts line={line} />
      {isAskedAbout(line) && <AskColdPlace line={line} />}
      {!line.voided && (
        <div className={styles.actions}>
          {can('repaired') && <Button size="xs" onClick={() => { note('repaired'); }}>{t('equipment.do.repaired')}</Button>}
          {can('broken') && <Button size="xs" variant="light" onClick={() => { note('broken'); }}>{t('equipment.do.broken')}</Button>}
          {isHere && <Button size="xs" variant="light" onClick={() => { note('serviced'); }}>{t('equipment.do.serviced')}</Button>}
          {isHere && <Button size="xs" variant="light" onClick={() => { note('moved'); }}>{t('equipment.do.moved')}</Button>}
          <Menu position="bottom-start">
            <Menu.Target><Button size="xs" variant="default" leftSection={<IconDotsVertical size={15} />}>{t('common.moreActions')}</Button></Menu.Target>
            <Menu.Dropdown>
              {(['condemned', 'writtenOff', 'sentAway'] as const).filter(can).map((doing) => <Menu.Item key={doing} onClick={() => { note(doing); }}>{t(`equipment.do.${doing}`)}</Menu.Item>)}
              <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => { setOpen({ form: 'correctEquipment' }); }}>{t('equipment.correct')}</Menu.Item>
              <Menu.Item color="var(--stop-ink)" leftSection={<IconTrashX size={15} />} onClick={() => { setOpen({ form: 'voidEquipment' }); }}>{t('equipment.strike')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <h3 className={styles.section}>{t('equipment.history')}</h3>
      <EquipmentHistory line={line} />
      {open?.form === 'equipmentEvent' && <NoteEvent line={line} doing={open.doing} draftKey={open.draftKey} onClose={close} />}
      {open?.form === 'correctEquipment' && <CorrectEquipment line={line} lines={lines} draftKey={open.draftKey} onClose={close} />}
      {open?.form === 'voidEquipment' && (
        <AskReason operation="voidEquipment" form="voidEquipment" draftKey={open.draftKey} about={{ title: line.name, equipmentId: line._id }} strikes onClose={close}
          words={{ title: t('equipment.strikeTitle'), body: t('equipment.strikeBody'), reason: t('equipment.strikeReason'), confirm: t('equipment.strike'), done: t('equipment.struck') }}
          reasons={equipmentVoidReasons.map((value) => ({ value, label: t(`equipment.strikeReasons.${value}`) }))} input={({ reason }) => ({ id: line._id, voidReason: reason })} />
      )}
    </section>
  );
}

function openOf(draft: EquipmentDraft | undefined): Open | undefined {
  if (!draft || draft.form === 'addEquipment') return undefined;
  if (draft.form !== 'equipmentEvent') return { form: draft.form, draftKey: draft.key };
  return draft.doing && { form: draft.form, doing: draft.doing, draftKey: draft.key };
}

/** Struck out, when and why; taken back at once. */
function Struck({ line, voided }: { line: EquipmentRow; voided: NonNullable<EquipmentRow['voided']> }) {
  const { t } = useTranslation();
  const restore = async () => {
    try {
      const answer = await useSession.getState().client.run({ operation: 'restoreEquipment', key: mintKey(), input: { id: line._id } });
      if (answer.ok) notifySaved(t('equipment.restored'), answer.result.warnings, t);
      else for (const refusal of answer.refusals) notifications.show({ message: refusalWords(refusal, t), color: 'brick' });
    } catch {
      notifications.show({ message: t('common.brokenTitle'), color: 'brick' });
    }
  };
  return <div className={styles.struck}><span>{t('equipment.struckBy', { when: formatWhen(voided.at, t), reason: t(`equipment.strikeReasons.${voided.reason}`) })}</span><Button size="xs" variant="default" onClick={() => { void restore(); }}>{t('equipment.restore')}</Button></div>;
}

type FactName = 'quantity' | 'location' | 'inCharge' | 'model' | 'maker' | 'country' | 'yearMade' | 'receivedOn' | 'source' | 'priceVnd' | 'coldPlace' | 'maintainedOn' | 'calibratedOn' | 'calibrationDueOn';

function Facts({ line }: { line: EquipmentRow }) {
  const { t, i18n } = useTranslation();
  const day = (date: string | undefined) => date && formatDate(date);
  const taken = coldPlaceKind(line);
  const facts: [FactName, string | undefined][] = [
    ['quantity', `${formatCount(line.quantity, i18n.language)} ${line.countUnit}`], ['location', line.location], ['inCharge', line.inCharge && t(`roles.${line.inCharge}`)],
    ['model', line.model], ['maker', line.maker], ['country', line.country], ['yearMade', line.yearMade === undefined ? undefined : String(line.yearMade)], ['receivedOn', day(line.receivedOn)],
    ['source', line.source && t(`equipment.sources.${line.source}`)], ['priceVnd', line.priceVnd === undefined ? undefined : formatCount(line.priceVnd, i18n.language)],
    ['coldPlace', line.coldPlace ? t('equipment.cold.said', { kind: t(`equipment.cold.kinds.${line.coldPlace}`) }) : taken && t('equipment.cold.byName', { kind: t(`equipment.cold.kinds.${taken}`) })],
    ['maintainedOn', day(line.maintainedOn)], ['calibratedOn', day(line.calibratedOn)], ['calibrationDueOn', day(line.calibrationDueOn)],
  ];
  return <dl className={styles.facts}>{facts.map(([name, value]) => value !== undefined && <div key={name}><dt>{t(`equipment.field.${name}`)}</dt><dd>{value}</dd></div>)}</dl>;
}
