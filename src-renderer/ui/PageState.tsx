import { Button } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueryAnswer, QueryName } from '../../src-shared/contract/queries.ts';
import type { Live } from '../api/use-live.ts';
import { LoadingLines } from './Answered.tsx';
import { EmptyState } from './EmptyState.tsx';
import { FaultNotice } from './FaultNotice.tsx';
import { go } from './route.ts';
import { Screen } from './Screen.tsx';

/** A page whose record is on its way. */
export function LoadingPage() {
  const { t } = useTranslation();
  return <Screen title={t('common.loading')}><LoadingLines lines={8} /></Screen>;
}

/** A page whose record is not on this PC, with ways out. */
export function MissingPage({ title }: { title: string }) {
  const { t } = useTranslation();
  return (
    <Screen title={title} onBack={() => { history.back(); }}>
      <EmptyState icon={<IconFileOff size={24} />} title={title} body={t('common.pageMissingBody')}><Button onClick={() => { go({ page: 'today' }); }}>{t('common.goToday')}</Button></EmptyState>
    </Screen>
  );
}

interface PageOfProps<N extends QueryName> { live: Live<N>; missing: string; children: (record: NonNullable<QueryAnswer<N>>) => React.ReactNode }

/** A whole page about one record: loading, broken, missing, or the record. */
export function PageOf<N extends QueryName>({ live, missing, children }: PageOfProps<N>) {
  if (live.fault) return <Screen title={missing} onBack={() => { history.back(); }}><FaultNotice fault={live.fault} onRetry={live.again} /></Screen>;
  const answer = live.answer as QueryAnswer<N> | undefined;
  if (answer === undefined) return <LoadingPage />;
  return answer === null ? <MissingPage title={missing} /> : <>{children(answer as NonNullable<QueryAnswer<N>>)}</>;
}
