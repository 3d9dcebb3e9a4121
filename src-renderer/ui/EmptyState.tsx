import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface EmptyStateProps { icon: ReactNode; title: ReactNode; body?: ReactNode; children?: ReactNode; compact?: boolean }

/** Nothing here, why, and what to do about it. */
export function EmptyState({ icon, title, body, children, compact = false }: EmptyStateProps) {
  return (
    <div className={styles.empty} data-compact={compact || undefined}>
      <div className={styles.icon} aria-hidden>{icon}</div>
      <p className={styles.title}>{title}</p>
      {body && <p className={styles.body}>{body}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
