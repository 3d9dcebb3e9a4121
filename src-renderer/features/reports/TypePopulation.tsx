import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '../../api/use-run.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { mintKey } from '../../ui/mint-key.ts';
import { notifySaved } from '../../ui/notify.ts';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { parsePopulation } from './parse-population.ts';

/** The people of the commune in one year. One field: what is typed stays until it is saved or the question is closed. */
export function TypePopulation({ year, population, onClose }: { year: string; population: number | undefined; onClose(): void }) {
  const { t } = useTranslation();
  const [key] = useState(mintKey);
  const [typed, setTyped] = useState(population === undefined ? '' : String(population));
  const [tried, setTried] = useState(false);
  const running = useRun('recordYearFigures', key);
  const people = parsePopulation(typed);
  const submit = async () => {
    setTried(true);
    if (people === undefined) return;
    const result = await running.run({ year, population: people });
    if (result) { notifySaved(t('reports.populationSaved', { year }), result.warnings, t); onClose(); }
  };
  return (
    <Dialog title={t('reports.population', { year })} onClose={onClose} holds>
      <form className={layout.form} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off" data-testid="type-population">
        <TextInput label={t('reports.populationField')} description={t('reports.populationHint')} withAsterisk data-autofocus inputMode="numeric" className="num" value={typed} error={tried && people === undefined ? t('reports.populationBad') : undefined} onChange={(event) => { setTyped(event.currentTarget.value); }} />
        <RefusalList refusals={running.refusals} content={typed} />
        {running.fault && <FaultNotice fault={running.fault} saving />}
        <DialogFoot onCancel={onClose} saving={running.running}>{t('equipment.save')}</DialogFoot>
      </form>
    </Dialog>
  );
}
