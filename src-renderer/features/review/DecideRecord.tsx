import { Alert, Button, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordDecision } from '../../../src-shared/domain/review/review.schema.ts';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import { useHub } from '../../stores/hub-store.ts';
import { formatWhen, unitName } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { Panel } from '../../ui/Panel.tsx';
import { HubRefusals } from './HubRefusals.tsx';
import type { Claim } from './use-claim.ts';
import { useHubRun } from './use-hub-run.ts';

interface DecideRecordProps { answer: SubmittedRecord; comments: Readonly<Record<string, string>>; claim: Claim | undefined; onDone(): void }

/** Accept, or return with a reason. Where the record is somebody else's to decide, it says whose. */
export function DecideRecord({ answer, comments, claim, onDone }: DecideRecordProps) {
  const { t } = useTranslation();
  const session = useHub((s) => s.session);
  const [reason, setReason] = useState('');
  const [keys] = useState(() => ({ accepted: mintKey(), returned: mintKey() }));
  const deciding = useHubRun();
  const said = Object.entries(comments).map(([field, text]) => ({ field, text: text.trim() })).filter(({ text }) => text !== '');
  if (answer.reviewedBy !== session?.unit) return <Alert color="slate" variant="light" icon={<IconLock size={18} />}>{t('review.decide.notYours', { unit: unitName({ unit: answer.reviewedBy, tier: '', ...session?.path.find(({ unit }) => unit === answer.reviewedBy) }, t) })}</Alert>;
  const decide = async (decision: RecordDecision) => {
    const { unit, row: { recordId, version } } = answer;
    const done = await deciding.run((client) => client.decide({
      key: keys[decision], unit, recordId, version, decision, ...(decision === 'returned' && reason.trim() !== '' ? { comment: reason.trim() } : {}), ...(decision === 'returned' && said.length > 0 ? { comments: said } : {}),
    }));
    if (done === undefined) return;
    notifySaved(t(`review.decide.${decision}`), [], t);
    onDone();
  };
  const others = claim !== undefined && claim.account !== session.account;
  return (
    <Panel title={t('review.decide.title')} beside={said.length > 0 ? t('review.decide.comments', { count: said.length }) : undefined}>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void decide('returned'); }} data-testid="decide">
        {others && <Alert color="turmeric" variant="light" icon={<IconLock size={18} />}>{t('review.decide.claimed', { name: claim.displayName ?? t('review.decide.colleague'), when: formatWhen(claim.until, t) })}</Alert>}
        <Textarea label={t('review.decide.reason')} description={t('review.decide.reasonHint')} maxLength={2000} value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} />
        <HubRefusals run={deciding} />
        <div className={layout.push}>
          <Button type="submit" variant="default" leftSection={<IconArrowBackUp size={17} />} disabled={others} loading={deciding.running}>{t('review.decide.return')}</Button>
          <Button leftSection={<IconCheck size={17} />} disabled={others || answer.row.review === 'accepted' || reason.trim() !== '' || said.length > 0} loading={deciding.running} onClick={() => { void decide('accepted'); }}>{t('review.decide.accept')}</Button>
        </div>
      </form>
    </Panel>
  );
}
