import { Button } from '@mantine/core';
import { IconChecks, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatDate, formatWhen } from '../../ui/format.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import styles from './TodayPage.module.css';

/** What the tier above has to say: unread notices whole, until this person says they were read; read ones in one line each. */
export function Notices() {
  const { t } = useTranslation();
  const client = useSession((s) => s.client);
  const account = useSession((s) => s.workingAs ?? '');
  const live = useLive('notices', { account }, account !== '');
  const [failed, setFailed] = useState(false);
  const rows = live.answer ?? [];
  if (rows.length === 0) return null;
  const unread = rows.filter(({ readAt }) => readAt === undefined);
  const read = (id: string) => { setFailed(false); client.readNotice({ id }).then(live.again, () => { setFailed(true); }); };
  const title = unread.length > 0 ? t('reference.notices.title', { count: unread.length }) : t('reference.notices.readTitle');
  return (
    <Panel tone={unread.some(({ urgent }) => urgent) ? 'warn' : 'plain'} title={<span className={unread.length > 0 ? styles.unfinishedTitle : styles.readTitle}><IconSpeakerphone size={18} aria-hidden />{title}</span>} flush>
      {failed && <p className={styles.none} role="alert">{t('reference.notices.failed')}</p>}
      <ul className={styles.rows} data-testid="notices">
        {rows.map(({ id, title: name, text, urgent, from, readAt }) => (
          <li key={id} className={styles.notice}>
            <span className={styles.words}>
              {readAt === undefined
                ? <><span><strong>{name}</strong> {urgent && <Badge tone="stop">{t('reference.notices.urgent')}</Badge>}</span><span className={styles.noticeText}>{text}</span></>
                : <details><summary><strong>{name}</strong></summary><span className={styles.noticeText}>{text}</span></details>}
              <span className={styles.summary}>{t('reference.notices.since', { date: formatDate(from) })}{readAt !== undefined && ` · ${t('reference.notices.readAt', { when: formatWhen(readAt, t) })}`}</span>
            </span>
            {readAt === undefined && <Button size="compact-sm" variant="default" leftSection={<IconChecks size={15} />} onClick={() => { read(id); }}>{t('reference.notices.read')}</Button>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
