import { useTranslation } from 'react-i18next';
import { fieldWords } from './field-words.ts';
import { valueWords } from './value-words.ts';
import styles from './RecordContent.module.css';

/** What a version says of itself rather than of its matter. */
const stamps: ReadonlySet<string> = new Set(['unit', 'device', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'version', 'schemaVersion', 'hash', 'previousHash', 'chainIndex']);

/** A record that has no page of its own, field by field. */
export function RecordContent({ document }: { document: Readonly<Record<string, unknown>> }) {
  const { t, i18n } = useTranslation();
  const rows = Object.entries(document).flatMap(([field, value]) => {
    const words = field.startsWith('_') || stamps.has(field) ? '' : valueWords(field, value, t, i18n.language);
    return words === '' ? [] : [{ field, words }];
  });
  return <dl className={styles.content}>{rows.map(({ field, words }) => <div key={field}><dt>{fieldWords(field, t)}</dt><dd>{words}</dd></div>)}</dl>;
}
