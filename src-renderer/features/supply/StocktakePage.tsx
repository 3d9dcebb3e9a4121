import { Button } from '@mantine/core';
import { IconClipboardX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { go } from '../../ui/route.ts';
import { Screen } from '../../ui/Screen.tsx';
import { CountUnderWay } from './CountUnderWay.tsx';
import { FinishedCount } from './FinishedCount.tsx';

/** One count: the sheet while it is under way on this PC, what was booked once it is finished. */
export function StocktakePage({ id }: { id: string }) {
  const { t } = useTranslation();
  const [looks, setLooks] = useState(false);
  const count = useLive('stocktakeCount', { id, review: looks });
  const finished = useLive('stocktake', { id });
  if (count.answer) return <CountUnderWay count={count.answer} looks={looks} onLook={setLooks} />;
  if (count.answer === null && finished.answer) return <FinishedCount view={finished.answer} />;
  return (
    <Screen title={t('stocktake.title')} onBack={() => { go({ page: 'stocktakes' }); }}>
      <Answered live={count} lines={8}>
        {() => <Answered live={finished} lines={8}>{() => <EmptyState icon={<IconClipboardX size={24} />} title={t('stocktake.gone')} body={t('stocktake.goneBody')}><Button onClick={() => { go({ page: 'stocktakes' }, true); }}>{t('stocktake.title')}</Button></EmptyState>}</Answered>}
      </Answered>
    </Screen>
  );
}
