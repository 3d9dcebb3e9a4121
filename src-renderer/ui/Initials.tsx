import styles from './Initials.module.css';

/** Last word of a Vietnamese name is the given name: `Nguyễn Thị Hoà` → `H`. */
export function Initials({ name, size = 36 }: { name: string; size?: number }) {
  const given = name.trim().split(/\s+/).at(-1) ?? '';
  return <span className={styles.initials} style={{ width: size, height: size, fontSize: size * 0.42 }} aria-hidden>{given.normalize('NFC').charAt(0).toUpperCase()}</span>;
}
