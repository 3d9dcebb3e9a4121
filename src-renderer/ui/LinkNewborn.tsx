import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronRight, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BirthView, NewbornMatchRow } from '../../src-shared/contract/queries.ts';
import type { Patient } from '../../src-shared/domain/patient/patient.schema.ts';
import { askAboutNewborn } from '../../src-shared/domain/maternal/plan-birth.ts';
import { useLive, type Live } from '../api/use-live.ts';
import { useRun } from '../api/use-run.ts';
import { Answered } from './Answered.tsx';
import { Dialog } from './Dialog.tsx';
import { FaultNotice } from './FaultNotice.tsx';
import { formatDate } from './format.ts';
import layout from './form.module.css';
import styles from './LinkNewborn.module.css';
import { mintKey } from './mint-key.ts';
import { notifySaved } from './notify.ts';
import { PersonLine } from './PersonHeader.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { RefusalList } from './RefusalList.tsx';
import { warningWords } from './refusal-words.ts';

interface LinkNewbornProps { birth: BirthView; /** 0 is the first. */ baby: number; onClose(): void; onLinked?(): void }

/** Says which person of the book a baby is: those it may be first, anybody else found by name. */
export function LinkNewborn(props: LinkNewbornProps) {
  const { t } = useTranslation();
  const { birth, baby } = props;
  const [chosen, setChosen] = useState<string | undefined>();
  const live = useLive('newbornMatches', { birthId: birth._id, baby });
  // The cursor starts at the first of them.
  if (live.answer === undefined && !live.fault) return null;
  return (
    <Dialog onClose={props.onClose} size="56rem" title={t(`maternal.newborn.title.${birth.babies[baby]?.sex ?? 'undetermined'}`, { on: formatDate(birth.bornOn) })}>
      {chosen === undefined ? <Choose {...props} live={live} onPick={setChosen} /> : <Confirm key={chosen} {...props} childId={chosen} onBack={() => { setChosen(undefined); }} />}
    </Dialog>
  );
}

function Choose({ birth, live, onClose, onPick }: LinkNewbornProps & { live: Live<'newbornMatches'>; onPick(id: string): void }) {
  const { t } = useTranslation();
  const [searching, setSearching] = useState(false);
  return (
    <div className={layout.form} data-testid="link-newborn">
      <Answered live={live} lines={2}>
        {(rows) => (
          <>
            <p className={layout.note}>{t(rows.length > 0 ? 'maternal.newborn.body' : 'maternal.newborn.nobody')}</p>
            {rows.length > 0 && <ul className={styles.rows}>{rows.map((row, at) => <li key={row.id}><Match row={row} first={at === 0} onPick={onPick} /></li>)}</ul>}
            {searching || rows.length === 0 ? <PersonPicker exceptId={birth.patientId} onPick={onPick} /> : <div><Button variant="subtle" size="compact-sm" leftSection={<IconSearch size={15} />} onClick={() => { setSearching(true); }}>{t('maternal.newborn.search')}</Button></div>}
          </>
        )}
      </Answered>
      <div className={layout.push}><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button></div>
    </div>
  );
}

function Match({ row, first, onPick }: { row: NewbornMatchRow; first: boolean; onPick(id: string): void }) {
  const { t } = useTranslation();
  const { id, fullName, sex, bornOn, village, householdHead, because, daysApart, otherSex } = row;
  return (
    <button type="button" autoFocus={first} data-autofocus={first || undefined} onClick={() => { onPick(id); }}>
      <span className={styles.words}>
        <strong>{fullName}</strong>
        <span>{[t(`sexes.${sex}`), formatDate(bornOn), village, householdHead].filter(Boolean).join(' · ')}</span>
        <span className={styles.because}>
          {because.map((reason) => t(`maternal.newborn.because.${reason}`)).join(', ')}
          {(otherSex || daysApart > 0) && <em>{' · '}{[otherSex && t('maternal.newborn.otherSex'), daysApart > 0 && t('maternal.newborn.daysApart', { count: daysApart })].filter(Boolean).join(', ')}</em>}
        </span>
      </span>
      <IconChevronRight size={15} aria-hidden />
    </button>
  );
}

function Confirm({ childId, onBack, ...props }: LinkNewbornProps & { childId: string; onBack(): void }) {
  const live = useLive('patient', { id: childId });
  return <Answered live={live} lines={2}>{(child) => child && <ConfirmChild {...props} child={child} onBack={onBack} />}</Answered>;
}

function ConfirmChild({ birth, baby, child, onBack, onClose, onLinked = onClose }: LinkNewbornProps & { child: Patient; onBack(): void }) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const linking = useRun('linkNewborn', key);
  const born = birth.babies[baby];
  const doubts = born ? askAboutNewborn(birth, born, child).map((warning) => warningWords(warning, t)) : [];
  const link = async () => {
    const result = await linking.run({ id: birth._id, baby, childId: child._id });
    if (result) { notifySaved(t('maternal.newborn.linked', { name: child.fullName }), [], t); onLinked(); }
  };
  return (
    <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void link(); }} noValidate data-testid="link-newborn-confirm">
      <p><PersonLine patient={child} /></p>
      <p className={layout.note}>{[child.village, child.householdHead, child.guardian && [child.guardian.relation, child.guardian.fullName, child.guardian.phone].filter(Boolean).join(' ')].filter(Boolean).join(' · ')}</p>
      {doubts.length > 0 && <ul className={layout.doubts}>{doubts.map((words) => <li key={words}><IconAlertTriangle size={15} aria-hidden />{words}</li>)}</ul>}
      <RefusalList refusals={linking.refusals} />
      {linking.fault && <FaultNotice fault={linking.fault} saving />}
      <div className={layout.push}>
        <Button variant="default" autoFocus={doubts.length > 0} onClick={onBack}>{t('common.back')}</Button>
        <Button type="submit" autoFocus={doubts.length === 0} loading={linking.running}>{t('maternal.newborn.confirm')}</Button>
      </div>
    </form>
  );
}
