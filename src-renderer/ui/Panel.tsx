import type { ReactNode } from 'react';
import styles from './Panel.module.css';

interface PanelProps { title?: ReactNode; hint?: ReactNode; beside?: ReactNode; children: ReactNode; flush?: boolean; tone?: 'plain' | 'warn' | 'stop' }

/** A sheet on the ground of the page, with its own small title. */
export function Panel({ title, hint, beside, children, flush = false, tone = 'plain' }: PanelProps) {
  return (
    <section className={styles.panel} data-tone={tone}>
      {(title || beside) && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {beside && <div className={styles.beside}>{beside}</div>}
        </header>
      )}
      {hint && <p className={styles.hint}>{hint}</p>}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
