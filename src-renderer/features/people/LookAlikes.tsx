import { Anchor } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientRow } from '../../../src-shared/contract/queries.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatDate, lastDigits } from '../../ui/format.ts';
import { parseTypedDate } from '../../ui/parse-typed-date.ts';
import { routeToHash } from '../../ui/route.ts';
import styles from './LookAlikes.module.css';

const SHOWN = 3;

/** People already in the book with this name and year: said before a second record is made, never in the way. */
export function LookAlikes({ fullName, bornOn }: { fullName: string; bornOn: string }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<PatientRow[]>([]);
  const client = useSession((s) => s.client);
  const born = parseTypedDate(bornOn, { partial: true });
  const year = 'date' in born ? born.date.slice(0, 4) : '';
  const name = fullName.trim();
  useEffect(() => {
    let wanted = true;
    const pause = setTimeout(() => {
      if (!/\s/.test(name) || year === '') { setRows([]); return; }
      client.ask({ query: 'patientSearch', input: { text: `${name} ${year}`, limit: SHOWN } }).then((answer) => { if (wanted) setRows(answer.rows); }, () => undefined);
    }, 250);
    return () => { wanted = false; clearTimeout(pause); };
  }, [client, name, year]);
  if (rows.length === 0) return null;
  return (
    <aside data-span="12" className={styles.box} role="status">
      <p><IconUsersGroup size={16} aria-hidden /> {t('people.lookAlikes')}</p>
      <ul>
        {rows.map(({ id, fullName: called, bornOn: on, village, householdHead, nationalId }) => (
          <li key={id}>
            <Anchor href={routeToHash({ page: 'person', id })} size="sm" fw={600}>{called}</Anchor>
            <span>{[formatDate(on), village, householdHead, nationalId && lastDigits(nationalId)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
