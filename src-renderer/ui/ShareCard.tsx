import { useTranslation } from 'react-i18next';
import { formatDate } from './format.ts';
import { formatNumber } from './format-number.ts';
import { Panel } from './Panel.tsx';
import styles from './ShareCard.module.css';

interface Share { numerator: number; denominator: number }
interface ShareCardProps {
  id: string; title: string; /** What it counts. */ explained: string; share: Share; /** Of how many, in words. */ ofMany: string; /** The last one is the month shown. */ months: readonly { month: string; share: Share | undefined }[];
  words: { nobody: string; plot: string; said(month: string, percent: string, share: Share): string; saidNone(month: string): string };
}

const percentOf = ({ numerator, denominator }: Share): number | undefined => (denominator === 0 ? undefined : Math.round((numerator / denominator) * 1000) / 10);

/** One share with what it counts, and how it went over the months. A share of nobody is none. */
export function ShareCard({ id, title, explained, share, ofMany, months, words }: ShareCardProps) {
  const { i18n } = useTranslation();
  const percent = percentOf(share);
  const bars = months.map(({ month, share: of }) => ({ month, of, percent: of && percentOf(of) }));
  const say = ({ month, of, percent: part }: (typeof bars)[number]) => (of === undefined || part === undefined ? words.saidNone(formatDate(month)) : words.said(formatDate(month), formatNumber(part, i18n.language), of));
  return (
    <Panel title={title}>
      <div className={styles.fit}><div className={styles.card} data-indicator={id}>
        <div>
          <p className={`${styles.share ?? ''} num`}>{percent === undefined ? '–' : `${formatNumber(percent, i18n.language)}\u00a0%`}</p>
          <p className={styles.of}>{percent === undefined ? words.nobody : ofMany}</p>
        </div>
        {bars.some(({ of }) => of !== undefined) && <div className={styles.plot} role="img" aria-label={`${words.plot}. ${bars.map(say).join('; ')}`}>
          {bars.map((bar, index) => (
            <span key={bar.month} title={say(bar)} data-now={index === bars.length - 1 || undefined}>
              <span className="num">{bar.percent === undefined ? '–' : Math.round(bar.percent)}</span><i style={{ height: `${((bar.percent ?? 0) / 100) * 2.75}rem` }} /><span className="num">{bar.month.slice(5)}</span>
            </span>
          ))}
        </div>}
        <p className={styles.counts}>{explained}</p>
      </div></div>
    </Panel>
  );
}
