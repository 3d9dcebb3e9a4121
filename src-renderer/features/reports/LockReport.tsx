import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportMonth } from '../../../src-shared/contract/reports.ts';
import { lastDayOfMonth } from '../../../src-shared/domain/common/partial-date.ts';
import type { ReportNumber } from '../../../src-shared/domain/report/report-lines.ts';
import { relockReasons, type RelockReason } from '../../../src-shared/domain/report/report.schema.ts';
import { useRun } from '../../api/use-run.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate, today } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';

/** Asks once before a month's numbers are kept, and why where it was locked before. Nothing is typed here. */
export function LockReport({ answer, numbers, onClose }: { answer: ReportMonth; numbers: readonly ReportNumber[]; onClose(): void }) {
  const { t } = useTranslation();
  const { month, versions, state } = answer;
  const [key] = useState(mintKey);
  const [reason, setReason] = useState<RelockReason | ''>(state === 'returned' ? 'returned' : '');
  const [tried, setTried] = useState(false);
  const running = useRun('lockReport', key);
  const isAgain = versions.length > 0;
  const submit = async () => {
    setTried(true);
    if (isAgain && reason === '') return;
    const result = await running.run({ period: month, shown: [...numbers], ...(reason === '' ? {} : { reason }) });
    if (result) { notifySaved(t('reports.locked', { month: formatDate(month) }), result.warnings, t); onClose(); }
  };
  return (
    <Dialog title={t('reports.lockTitle', { month: formatDate(month) })} onClose={onClose} size="lg">
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate data-testid="lock-report">
        <p className={layout.note}>{t('reports.lockBody')}</p>
        {today() <= lastDayOfMonth(month) && <p className={layout.note}><strong>{t('reports.lockRunning')}</strong></p>}
        {isAgain && <Choice label={t('reports.lockWhy')} required value={reason} error={tried && reason === '' ? t('common.required') : undefined} data={relockReasons.map((value) => ({ value, label: t(`reports.reasons.${value}`) }))} onChange={(value) => { setReason(relockReasons.find((one) => one === value) ?? ''); }} />}
        <RefusalList refusals={running.refusals} content={numbers} />
        {running.fault && <FaultNotice fault={running.fault} saving />}
        <div className={layout.push}><Button variant="default" onClick={onClose}>{t('common.cancel')}</Button><Button type="submit" data-autofocus={!isAgain || undefined} loading={running.running}>{t(isAgain ? 'reports.relock' : 'reports.lock')}</Button></div>
      </form>
    </Dialog>
  );
}
