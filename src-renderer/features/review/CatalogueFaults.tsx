import { Alert } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasWords, say } from '../../i18n/say.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatDate } from '../../ui/format.ts';
import type { CatalogueRun } from './use-catalogue-change.ts';

const SHOWN = 8;

/** What does not fit, entry by entry. */
export function CatalogueFaults({ run: { faults, fault }, withCodes }: { run: CatalogueRun; withCodes: boolean }) {
  const { t } = useTranslation();
  const fieldOf = (field = '') => { const key = `reference.field.${field}`; return hasWords(key) ? say(t, key) : field; };
  return (
    <>
      {fault && <FaultNotice fault={fault} saving />}
      {faults.length > 0 && (
        <Alert color="brick" variant="light" icon={<IconHandStop size={18} />} role="alert">
          {faults.slice(0, SHOWN).map(({ code, reason, field, on = '' }, at) => <p key={`${code} ${at}`} style={{ margin: 0 }}>{withCodes && <strong>{code || '–'}: </strong>}{t(`reference.faults.${reason}`, { field: fieldOf(field), day: formatDate(on) })}</p>)}
          {faults.length > SHOWN && <p style={{ margin: 0 }}>{t('reference.faults.more', { count: faults.length - SHOWN })}</p>}
        </Alert>
      )}
    </>
  );
}
