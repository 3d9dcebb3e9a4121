import { Button } from '@mantine/core';
import { IconMoodSad } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.tsx';

interface DrawnProps { /** Elsewhere it is tried again. */ at: string; children: ReactNode }

/** What cannot be drawn says so, instead of leaving the whole window white; what is around it works on. */
export class Drawn extends Component<DrawnProps, { broken: boolean; at: string }> {
  override state = { broken: false, at: '' };
  static getDerivedStateFromError() { return { broken: true }; }
  static getDerivedStateFromProps({ at }: DrawnProps, state: { at: string }) { return at === state.at ? null : { broken: false, at }; }
  override render() { return this.state.broken ? <NotDrawn /> : this.props.children; }
}

function NotDrawn() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <EmptyState icon={<IconMoodSad size={24} />} title={t('common.notDrawn')} body={t('common.notDrawnBody')}>
        <Button onClick={() => { location.reload(); }}>{t('common.openAgain')}</Button>
      </EmptyState>
    </div>
  );
}
