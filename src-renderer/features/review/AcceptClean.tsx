import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SubmittedFilter } from '../../../src-shared/contract/hub-api.ts';
import { useHubAnswer } from '../../api/use-hub-answer.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import layout from '../../ui/form.module.css';
import { notifySaved } from '../../ui/notify.ts';
import { HubRefusals } from './HubRefusals.tsx';
import { useHubRun } from './use-hub-run.ts';

/** Says how many records of the list are clean, then accepts them, part by part. */
export function AcceptClean({ filter, onClose, onDone }: { filter: SubmittedFilter; onClose(): void; onDone(): void }) {
  const { t } = useTranslation();
  const clean: SubmittedFilter = { ...filter, review: 'submitted', mark: 'clean' };
  const asked = useHubAnswer(JSON.stringify(['clean', clean]), (client) => client.submitted({ ...clean, limit: 1 }));
  const accepting = useHubRun();
  const count = asked.answer?.total ?? 0;
  const accept = async () => {
    let done = 0;
    for (let part = 1; part > 0 && done < count;) {
      const more = await accepting.run((client) => client.acceptClean(filter));
      if (more === undefined) break;
      part = more;
      done += more;
    }
    if (done > 0) notifySaved(t('review.queue.acceptedCount', { count: done }), [], t);
    onDone();
  };
  return (
    <Dialog title={t('review.queue.acceptCleanTitle')} onClose={onClose}>
      <div className={layout.form} data-testid="accept-clean">
        <p>{asked.current && count === 0 ? t('review.queue.acceptNone') : t('review.queue.acceptCleanBody', { count })}</p>
        <HubRefusals run={accepting} />
        <div className={layout.push}>
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button data-autofocus disabled={count === 0} loading={accepting.running || !asked.current} onClick={() => { void accept(); }}>{t('review.queue.confirm')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
