import { Anchor } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimilarRow } from '../../../src-shared/contract/queries.ts';
import { useSession } from '../../stores/session-store.ts';
import { formatDate, lastDigits } from '../../ui/format.ts';
import { routeToHash } from '../../ui/route.ts';
import styles from './LookAlikes.module.css';
import { fieldsToPatient, type PersonFields } from './person-form.ts';

const TYPING_PAUSE_MS = 250;

/** People already in the book who may be this one, with what is the same: said before a second record is made, never in the way. */
export function LookAlikes({ fields }: { fields: PersonFields }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<SimilarRow[]>([]);
  const client = useSession((s) => s.client);
  const { fullName, sex, bornOn, nationalId = '', insuranceNumber = '', village, phone = '' } = fieldsToPatient(fields);
  const short = (typed: string) => typed.slice(0, 20) || undefined;
  const known = JSON.stringify({ fullName: fullName || undefined, sex, bornOn: bornOn || undefined, nationalId: short(nationalId), insuranceNumber: short(insuranceNumber), village, phone: short(phone) });
  const enough = (/\s/.test(fullName) && bornOn !== '') || nationalId.length >= 9 || insuranceNumber.length >= 10;
  useEffect(() => {
    let wanted = true;
    const pause = setTimeout(() => {
      if (!enough) { setRows([]); return; }
      client.ask({ query: 'similarPeople', input: JSON.parse(known) as Record<string, never> }).then((answer) => { if (wanted) setRows(answer); }, () => undefined);
    }, TYPING_PAUSE_MS);
    return () => { wanted = false; clearTimeout(pause); };
  }, [client, known, enough]);
  if (rows.length === 0) return null;
  return (
    <aside data-span="12" className={styles.box} role="status" data-testid="look-alikes">
      <p><IconUsersGroup size={16} aria-hidden /> {t('same.title')}</p>
      <ul>
        {rows.map(({ id, fullName: called, bornOn: on, village: home, householdHead, nationalId: number, certainty, because }) => (
          <li key={id} data-certainty={certainty}>
            <Anchor href={routeToHash({ page: 'person', id })} size="sm" fw={600}>{called}</Anchor>
            <span>{[formatDate(on), home, householdHead, number && lastDigits(number)].filter(Boolean).join(' · ')}</span>
            <span className={styles.because}>{t(`same.certainty.${certainty}`)}: {because.map((reason) => t(`same.because.${reason}`)).join(', ')}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
