import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
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
  const [done, setDone] = useState<number>();
  const stopped = useRef(false);
  const leave = () => { stopped.current = true; if (done === undefined) onClose(); else onDone(); };
  const accept = async () => {
    stopped.current = false;
    let accepted = done ?? 0;
    for (let part = 1; part > 0 && accepted < count && !stopped.current;) {
      setDone(accepted);
      const more = await accepting.run((client) => client.acceptClean(filter));
      // What went wrong is said here; pressed again it goes on.
      if (more === undefined) return;
      part = more;
      accepted += more;
    }
    if (accepted > 0) notifySaved(t('review.queue.acceptedCount', { count: accepted }), [], t);
    onDone();
  };
  return (
    <Dialog title={t('review.queue.acceptCleanTitle')} onClose={leave} holds={accepting.running}>
      <div className={layout.form} data-testid="accept-clean">
        <p>{asked.current && count === 0 ? t('review.queue.acceptNone') : t('review.queue.acceptCleanBody', { count })}</p>
        {done !== undefined && <p role="status" className="num">{t('review.queue.acceptedSoFar', { done, count })}</p>}
        <HubRefusals run={accepting} />
        <div className={layout.push}>
          <Button variant="default" onClick={leave}>{accepting.running ? t('review.queue.stop') : t('common.cancel')}</Button>
          <Button data-autofocus disabled={count === 0} loading={accepting.running || !asked.current} onClick={() => { void accept(); }}>{t('review.queue.confirm')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
