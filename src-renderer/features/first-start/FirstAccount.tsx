import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FirstStartApi } from '../../../src-shared/contract/first-start.ts';
import { useChange } from '../../api/use-change.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import layout from '../../ui/form.module.css';
import { PasswordPair } from '../../ui/PasswordPair.tsx';
import { RefusalList } from '../../ui/RefusalList.tsx';
import { nameTyped } from '../../ui/suggest-account.ts';
import { useTypedForm } from '../../ui/use-typed-form.ts';
import type { ChosenStation } from './chosen-station.ts';
import { headProblems, type HeadFields } from './first-start-form.ts';
import styles from './FirstStart.module.css';

const empty: HeadFields = { displayName: '', account: '', password: '', again: '' };
interface FirstAccountProps { client: FirstStartApi; station: ChosenStation; onBack(): void; onMade(recoveryCode: string): void }

/** Who is in charge; making the station takes a second or two. */
export function FirstAccount({ client, station, onBack, onMade }: FirstAccountProps) {
  const { t } = useTranslation();
  const form = useTypedForm(empty, headProblems);
  const change = useChange();
  const submit = async () => {
    if (!form.check()) return;
    const { displayName, account, password } = form.content;
    const { unit, unitName, enrolment } = station;
    const made = await change.attempt(() => client.makeStation({
      unit, unitName, account: account.trim(), displayName: displayName.trim(), password, ...(enrolment ? { enrolment: { file: enrolment.file, pin: enrolment.pin } } : {}),
    }));
    if (made) onMade(made.recoveryCode);
  };
  return (
    <form ref={form.ref} className={styles.box} onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate autoComplete="off">
      <header><h1>{t('firstStart.headTitle')}</h1><p className={styles.lead}>{t('firstStart.headBody', { station: station.unitName })}</p></header>
      <RefusalList refusals={change.refusals} content={form.content} />
      {change.fault && <FaultNotice fault={change.fault} saving />}
      <div className={layout.fields}>
        <TextInput data-span="7" label={t('accounts.field.displayName')} withAsterisk autoFocus {...form.text('displayName')} onChange={(event) => { form.set(nameTyped(form.content, event.currentTarget.value)); }} />
        <TextInput data-span="5" label={t('accounts.field.account')} description={t('accounts.accountHint')} inputWrapperOrder={['label', 'input', 'description', 'error']} withAsterisk spellCheck={false} autoCapitalize="off" {...form.text('account', (typed) => typed.trim().toLowerCase())} onFocus={(event) => { event.currentTarget.select(); }} />
      </div>
      <div className={layout.two}><PasswordPair form={form} /></div>
      <p className={layout.note}>{t('accounts.firstPasswordHint')}</p>
      <div className={styles.buttons}><Button variant="default" onClick={onBack} disabled={change.running}>{t('common.back')}</Button><Button type="submit" loading={change.running}>{t('firstStart.make')}</Button></div>
    </form>
  );
}
