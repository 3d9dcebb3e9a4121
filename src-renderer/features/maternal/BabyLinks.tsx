import { Anchor, Button } from '@mantine/core';
import { IconLink, IconUnlink, IconUserPlus, IconVaccine } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BirthView } from '../../../src-shared/contract/queries.ts';
import { go, routeToHash } from '../../ui/route.ts';
import styles from './MaternalPanel.module.css';
import type { OpenMaternal } from './open-maternal.ts';

/** Of each living baby its page in the book, or the form that writes it down, or who in the book it is; and the dose at birth that does not stand on its card yet. */
export function BabyLinks({ birth, motherId, closed, onOpen }: { birth: BirthView; motherId: string; closed: boolean; onOpen(open: OpenMaternal): void }) {
  const { t } = useTranslation();
  const living = birth.babies.map((baby, at) => ({ ...baby, at })).filter(({ status }) => status !== 'stillborn');
  if (living.length === 0) return null;
  return (
    <ul className={styles.babies} data-testid="babies">
      {living.map(({ at, childId, childName, hepB0, hepB0OnCard }) => (
        <li key={at}>
          <span>{birth.babies.length === 1 ? t('maternal.birth.only') : t('maternal.birth.baby', { number: at + 1 })}:</span>
          {childId === undefined
            ? !closed && (
              <>
                <Button variant="light" size="compact-sm" leftSection={<IconUserPlus size={14} />} onClick={() => { go({ page: 'register', motherId, birthId: birth._id, baby: String(at) }); }}>{t('maternal.panel.childRegister')}</Button>
                <Button variant="subtle" size="compact-sm" leftSection={<IconLink size={14} />} onClick={() => { onOpen({ what: 'linkNewborn', id: birth._id, baby: at }); }}>{t('maternal.newborn.link')}</Button>
              </>
            )
            : <Anchor size="sm" href={routeToHash({ page: 'person', id: childId })}>{childName ?? t('maternal.panel.childOpen')}</Anchor>}
          {childId !== undefined && hepB0 === true && hepB0OnCard !== true && <Button variant="subtle" size="compact-sm" leftSection={<IconVaccine size={14} />} onClick={() => { go({ page: 'immunize', patientId: childId, vaccine: 'HEPB0', dose: '1' }); }}>{t('maternal.panel.hepB0')}</Button>}
          {childId !== undefined && !closed && <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconUnlink size={14} />} onClick={() => { onOpen({ what: 'unlinkNewborn', id: birth._id, baby: at }); }}>{t('maternal.newborn.unlink')}</Button>}
        </li>
      ))}
    </ul>
  );
}
