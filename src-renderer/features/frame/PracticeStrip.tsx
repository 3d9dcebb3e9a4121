import { Button } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { go } from '../../ui/route.ts';
import { usePractice } from '../../ui/use-practice.ts';
import styles from './PracticeStrip.module.css';

/** The steps of the card at hand, above whatever page is open; and that it is done, the moment the records show it. */
export function PracticeStrip() {
  const { t } = useTranslation();
  const { rows, now, begin, leave } = usePractice();
  if (now === undefined) return null;
  const title = t(`practice.cards.${now.card}.title`);
  const next = rows.find(({ state }) => state === 'new');
  const done = now.state === 'done';
  return (
    <section className={styles.strip} data-state={now.state} role="status" data-testid="practice-strip">
      <strong>{done && <IconCircleCheckFilled size={16} aria-hidden />} {done ? t('practice.doneNow', { title }) : t('practice.now', { title })}</strong>
      {!done && <ol>{t(`practice.cards.${now.card}.steps`, { returnObjects: true }).map((step) => <li key={step}>{step}</li>)}</ol>}
      <span className={styles.buttons}>
        {done && next && <Button size="compact-xs" onClick={() => { begin(next.card); }}>{t('practice.next', { title: t(`practice.cards.${next.card}.title`) })}</Button>}
        {done && <Button size="compact-xs" variant="default" onClick={() => { leave(); go({ page: 'today' }); }}>{t('practice.back')}</Button>}
        {!done && <Button size="compact-xs" variant="subtle" onClick={leave}>{t('practice.stop')}</Button>}
      </span>
    </section>
  );
}
