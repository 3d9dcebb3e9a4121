import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstStartState } from '../../../src-shared/contract/first-start.ts';
import { openFirstStartClient } from '../../api/first-start-client.ts';
import { useSession } from '../../stores/session-store.ts';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { ChooseWay } from './ChooseWay.tsx';
import type { ChosenStation } from './chosen-station.ts';
import { FirstAccount } from './FirstAccount.tsx';
import styles from './FirstStart.module.css';
import { forgetStation, keepStation, keptStation } from './kept-station.ts';
import { KeepCode } from './KeepCode.tsx';
import { useFinish } from './use-finish.ts';
import { WhichStation } from './WhichStation.tsx';

type Step = { at: 'way' } | { at: 'station' } | { at: 'account' } | { at: 'code'; code: string };
const order = ['way', 'station', 'account', 'code'] as const;

/** The first start of a PC, all in the window: a real station, or one to practise with. */
export function FirstStart() {
  const { t } = useTranslation();
  const [client] = useState(openFirstStartClient);
  const [state, setState] = useState<FirstStartState | undefined>();
  const [step, setStep] = useState<Step>(() => ({ at: keptStation()?.at ?? 'way' }));
  const [station, setStation] = useState<ChosenStation>(() => ({ unit: keptStation()?.unit ?? '', unitName: keptStation()?.unitName ?? '' }));
  const finish = useFinish(client);
  useEffect(() => { client.state().then(setState, () => undefined); }, [client]);
  // The page was loaded again after the station had been made.
  useEffect(() => { if (state?.made) finish.go(false); }, [state?.made]);
  const here = order.indexOf(step.at);

  return (
    <main className={styles.page} data-testid="first-start">
      <aside className={styles.side}>
        <div className={styles.brand}><BrandMark size={36} /><span>{t('common.product')}</span></div>
        <ol className={styles.steps}>
          {order.map((name, index) => <li key={name} aria-current={name === step.at ? 'step' : undefined} data-done={index < here || undefined}>{t(`firstStart.step.${name}`)}</li>)}
        </ol>
        {state && <p className={styles.where}>{t('firstStart.where', { dir: state.dir })}</p>}
      </aside>
      <div className={styles.main}>
        <div className={styles.corner}><LanguageSwitch onChange={(language) => { const { client: road, take, probe } = useSession.getState(); road.session.preferences({ language }).then(take, () => probe()); }} /></div>
        <div className={styles.box}>
          {step.at === 'way' && <ChooseWay client={client} practiceExists={state?.practiceExists ?? false} onReal={() => { setStep({ at: 'station' }); }} onPracticeMade={() => { finish.go(false); }} opening={finish.waiting} />}
          {step.at === 'station' && <WhichStation client={client} chosen={station} onBack={() => { setStep({ at: 'way' }); }} onChosen={(chosen) => { keepStation('account', chosen); setStation(chosen); setStep({ at: 'account' }); }} />}
          {step.at === 'account' && <FirstAccount client={client} station={station} onBack={() => { keepStation('station', station); setStep({ at: 'station' }); }} onMade={(code) => { forgetStation(); setStep({ at: 'code', code }); }} />}
          {step.at === 'code' && <KeepCode code={step.code} unitName={station.unitName} onDone={() => { finish.go(true); }} opening={finish.waiting} />}
        </div>
      </div>
    </main>
  );
}
