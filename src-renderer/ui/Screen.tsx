import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Screen.module.css';

interface ScreenProps { title: ReactNode; beside?: ReactNode; actions?: ReactNode; onBack?: () => void; footer?: ReactNode; children: ReactNode; /** Stays in sight below the title. */ strip?: ReactNode; /** The body scrolls by itself (a virtual list). */ fixed?: boolean; /** Nothing in the body can be reached by Tab: the body can, so that the keyboard scrolls it. */ toRead?: boolean }

/** One page in the frame: a title line, a body that scrolls, and where there is something to press, a footer that stays. */
export function Screen({ title, beside, actions, onBack, footer, children, strip, fixed = false, toRead = false }: ScreenProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <section className={styles.screen}>
      <header className={styles.head}>
        {onBack && <ActionIcon size="lg" onClick={onBack} aria-label={t('common.back')}><IconArrowLeft size={20} /></ActionIcon>}
        <div className={styles.title}>
          <h1 id={heading}>{title}</h1>
          {beside && <div className={styles.beside}>{beside}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {strip && <div className={styles.strip}>{strip}</div>}
      <div className={fixed ? styles.fixedBody : styles.body} {...(toRead ? { tabIndex: 0, role: 'region', 'aria-labelledby': heading } : {})}>{children}</div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </section>
  );
}
