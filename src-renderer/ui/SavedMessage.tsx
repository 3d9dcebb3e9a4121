import styles from './notices.module.css';

/** What was saved, and below it what to look at again. */
export function SavedMessage({ message, doubts }: { message: string; doubts: string[] }) {
  return (
    <>
      <span className={styles.saved}>{message}</span>
      {doubts.map((words) => <span key={words} className={styles.doubt}>{words}</span>)}
    </>
  );
}
