import { Button } from '@mantine/core';
import { IconArrowsSplit2, IconCircleCheckFilled, IconClipboardHeart, IconPackageImport, IconPill, IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PracticeCardRow } from '../../../src-shared/contract/queries.ts';
import { Panel } from '../../ui/Panel.tsx';
import { usePractice, type Practice } from '../../ui/use-practice.ts';
import styles from './PracticeCards.module.css';

const icons = { register: IconUserPlus, checkup: IconClipboardHeart, receive: IconPackageImport, dispense: IconPill, conflict: IconArrowsSplit2 } as const;

/** What somebody new tries first in "Tập thử": five jobs of the day, each seen from the records when it is done. */
export function PracticeCards() {
  const { t } = useTranslation();
  const practice = usePractice();
  const { rows } = practice;
  if (rows.length === 0) return null;
  const done = rows.filter(({ state }) => state === 'done').length;
  return (
    <Panel title={t('practice.title')} beside={<strong data-testid="practice-progress">{t('practice.progress', { done: String(done), all: String(rows.length) })}</strong>} hint={done === rows.length ? t('practice.allDone') : t('practice.intro')}>
      {practice.failed && <p role="alert" className={styles.failed}>{t('practice.failed')}</p>}
      <ol className={styles.cards} data-testid="practice-cards">{rows.map((row) => <Card key={row.card} row={row} practice={practice} />)}</ol>
    </Panel>
  );
}

function Card({ row: { card, state }, practice }: { row: PracticeCardRow; practice: Practice }) {
  const { t } = useTranslation();
  const Icon = state === 'done' ? IconCircleCheckFilled : icons[card];
  return (
    <li className={styles.card} data-state={state} data-card={card}>
      <span className={styles.head}><Icon size={20} stroke={1.75} aria-hidden /><span className={styles.state}>{t(`practice.states.${state}`)}</span></span>
      <strong>{t(`practice.cards.${card}.title`)}</strong>
      {state === 'begun'
        ? <span className={styles.buttons}><Button size="compact-sm" onClick={() => { practice.goOn(card); }}>{t('practice.goOn')}</Button><Button size="compact-sm" variant="subtle" onClick={() => { practice.begin(card); }}>{t('practice.again')}</Button></span>
        : <Button size="compact-sm" variant={state === 'done' ? 'default' : 'light'} onClick={() => { practice.begin(card); }}>{state === 'done' ? t('practice.again') : t('practice.begin')}</Button>}
    </li>
  );
}
