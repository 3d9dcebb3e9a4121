import { Menu, SegmentedControl, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconBuildingHospital, IconChevronUp, IconHelpCircle, IconLock, IconLogout, IconShieldLock, IconSwitchHorizontal, IconUserCog } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Preferences, SessionState } from '../../../src-shared/contract/session.ts';
import { keepBeforeLeaving } from '../../api/before-leaving.ts';
import { leaveWork, useSession } from '../../stores/session-store.ts';
import { speak } from '../../i18n/words.ts';
import { Initials } from '../../ui/Initials.tsx';
import { go } from '../../ui/route.ts';
import styles from './Frame.module.css';

/** Who is working, how they like the screen, and the three ways to leave. */
export function UserMenu({ session, versionLine }: { session: SessionState; versionLine: string }) {
  const { t, i18n } = useTranslation();
  const { client, take, probe } = useSession.getState();
  /** What is being typed is kept first. */
  const leaving = (leave: () => Promise<void>) => { void keepBeforeLeaving().then(leave).catch(() => probe()); };
  const prefer = (preferences: Preferences) => {
    if (preferences.language) speak(preferences.language);
    client.session.preferences(preferences).then(take, () => probe());
  };
  return (
    <Menu position="top-start" width={264} withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.user}>
          <Initials name={session.displayName ?? ''} size={32} />
          <span className={styles.userName}><strong>{session.displayName}</strong><span>{session.role && t(`roles.${session.role}`)}</span></span>
          <IconChevronUp size={16} aria-hidden />
          <VisuallyHidden>{t('frame.userMenu')}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('frame.language')}</Menu.Label>
        <div className={styles.choice}>
          <SegmentedControl fullWidth size="xs" value={i18n.language} onChange={(language) => { prefer({ language: language as 'vi' | 'en' }); }}
            data={[{ value: 'vi', label: i18n.language === 'vi' ? t('common.languageName') : t('common.otherLanguage') }, { value: 'en', label: i18n.language === 'en' ? t('common.languageName') : t('common.otherLanguage') }]} />
        </div>
        <Menu.Label>{t('frame.appearance')}</Menu.Label>
        <div className={styles.choice}>
          <SegmentedControl fullWidth size="xs" value={session.colorScheme} onChange={(colorScheme) => { prefer({ colorScheme: colorScheme as 'light' | 'dark' | 'auto' }); }}
            data={[{ value: 'light', label: t('frame.light') }, { value: 'dark', label: t('frame.dark') }, { value: 'auto', label: t('frame.auto') }]} />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconHelpCircle size={16} />} onClick={() => { go({ page: 'help' }); }}>{t('help.open')}</Menu.Item>
        <Menu.Item leftSection={<IconBuildingHospital size={16} />} onClick={() => { go({ page: 'facility' }); }}>{t('facility.menu')}</Menu.Item>
        <Menu.Item leftSection={<IconUserCog size={16} />} onClick={() => { go({ page: 'accounts' }); }}>{session.role === 'head' ? t('frame.accounts') : t('frame.ownPassword')}</Menu.Item>
        <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={() => { leaving(() => client.session.lock().then(leaveWork)); }} title={t('frame.switchWhy')}>{t('frame.switch')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLock size={16} />} onClick={() => { leaving(() => client.session.lock().then(take)); }}>{t('frame.lock')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => { leaving(() => client.session.signOut().then(leaveWork)); }}>{t('frame.signOut')}</Menu.Item>
        <Menu.Item leftSection={<IconShieldLock size={16} />} onClick={() => { leaving(() => client.session.seal().then(leaveWork)); }} title={t('frame.sealWhy')}>{t('frame.seal')}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{versionLine}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
