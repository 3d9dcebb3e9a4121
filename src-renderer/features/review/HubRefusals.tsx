import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasWords, say } from '../../i18n/say.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import type { HubRun } from './use-hub-run.ts';

/** Why nothing was written. */
export function HubRefusals({ run: { refusals, fault } }: { run: HubRun }) {
  const { t } = useTranslation();
  return (
    <>
      {fault && <FaultNotice fault={fault} saving />}
      {refusals.length > 0 && (
        <Alert color="brick" variant="light" icon={<IconHandStop size={18} />} role="alert">
          {refusals.map(({ code }) => <p key={code} style={{ margin: 0 }}>{say(t, `review.refusals.${hasWords(`review.refusals.${code}`) ? code : 'other'}`)}</p>)}
        </Alert>
      )}
    </>
  );
}
