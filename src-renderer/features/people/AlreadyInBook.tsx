import { Anchor, Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BirthView } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { LinkNewborn } from '../../ui/LinkNewborn.tsx';
import { routeToHash } from '../../ui/route.ts';
import styles from './AlreadyInBook.module.css';

/** Above the form of a newborn: that somebody of the book may be this baby, so that no second record is made; or that the baby is linked by now. */
export function AlreadyInBook({ birth, baby, onLinked }: { birth: BirthView; baby: number; onLinked(): void }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const matches = useLive('newbornMatches', { birthId: birth._id, baby }).answer?.length ?? 0;
  const { childId, childName } = birth.babies[baby] ?? {};
  if (childId !== undefined) return <p className={styles.line} data-tone="warn" role="status">{t('maternal.newborn.already')} <Anchor size="sm" href={routeToHash({ page: 'person', id: childId })}>{childName ?? t('maternal.panel.childOpen')}</Anchor></p>;
  return (
    <div className={styles.line} data-tone={matches > 0 ? 'warn' : undefined} role="status" data-testid="already-in-book">
      {t(matches > 0 ? 'maternal.newborn.perhaps' : 'maternal.newborn.askBook', { count: matches })}
      <Button variant={matches > 0 ? 'light' : 'subtle'} size="compact-sm" leftSection={<IconLink size={14} />} onClick={() => { setChoosing(true); }}>{t('maternal.newborn.link')}</Button>
      {choosing && <LinkNewborn birth={birth} baby={baby} onClose={() => { setChoosing(false); }} onLinked={onLinked} />}
    </div>
  );
}
