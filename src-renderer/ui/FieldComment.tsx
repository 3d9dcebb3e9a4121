import { IconMessage } from '@tabler/icons-react';
import styles from './Review.module.css';

/** What a reviewer said at this field. */
export function FieldComment({ text }: { text: string | undefined }) {
  return text === undefined ? null : <span className={styles.fieldNote} data-testid="field-comment"><IconMessage size={14} aria-hidden />{text}</span>;
}
