import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { hubRouteToHash, type HubRoute } from './hub-route.ts';
import { pageRights } from './page-rights.ts';

/** An address was opened that this account has no right to: who has. */
export function NotYourPage({ page, title }: { page: HubRoute['page']; title: string }) {
  const { t } = useTranslation();
  const roles = pageRights[page].roles.map((role) => t(`hub.roles.${role}`).toLocaleLowerCase()).join(', ');
  return (
    <Screen title={title} toRead>
      <Panel>
        <EmptyState icon={<IconLock size={24} />} title={t('hub.notYours')} body={page === 'accounts' ? t('hub.notYoursAccounts') : t('hub.notYoursBody', { roles })}>
          <Button variant="default" component="a" href={hubRouteToHash({ page: 'stations' })}>{t('hub.toStations')}</Button>
        </EmptyState>
      </Panel>
    </Screen>
  );
}
