import { useEffect, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileRefusalCode, OpeningProgress, RestoreRefusalCode, SessionState, SignInAnswer } from '../../../src-shared/contract/session.ts';
import { errorToFault, type Fault } from '../../api/fault.ts';
import { useSession } from '../../stores/session-store.ts';
import { refusalWords } from '../../ui/refusal-words.ts';

export interface SignInForm {
  account: string | undefined; choose(account: string | undefined): void;
  password: string; setPassword(password: string): void; passwordRef: RefObject<HTMLInputElement | null>;
  message: string | undefined; waitSeconds: number;
  /** The data file does not open: a copy may take its place. */
  restore: { copyAt: string | undefined; run(): Promise<void> } | undefined;
  /** What the station does before the file is open. */
  opening: OpeningProgress | undefined;
  busy: boolean; fault: Fault | undefined; submit(): Promise<void>;
}

/** The sign-in form: which account, its password, and what the station said to the last try. */
export function useSignIn(session: SessionState, covering: string | undefined): SignInForm {
  const { t } = useTranslation();
  const only = session.accounts.length === 1 ? session.accounts[0]?.account : undefined;
  const [account, setAccount] = useState(covering ?? only);
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<'needPassword' | 'wrongPassword' | 'unknownAccount' | 'accountDisabled' | FileRefusalCode | RestoreRefusalCode | undefined>();
  const [copyAt, setCopyAt] = useState<string>();
  const [opening, setOpening] = useState<OpeningProgress>();
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>();
  const passwordRef = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (waitSeconds <= 0) return;
    const second = setTimeout(() => { setWaitSeconds(waitSeconds - 1); }, 1000);
    return () => { clearTimeout(second); };
  }, [waitSeconds]);

  useEffect(() => {
    if (!busy) return;
    const look = () => { useSession.getState().client.session.state().then((state) => { setOpening(state.opening); }, () => undefined); };
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => { clearInterval(timer); setOpening(undefined); };
  }, [busy]);

  const tryWith = async (way: 'signIn' | 'restoreNewest') => {
    if (busy || waitSeconds > 0 || account === undefined) return;
    if (password === '') { setRefused('needPassword'); passwordRef.current?.focus(); return; }
    setBusy(true);
    setFault(undefined);
    try {
      const answer: SignInAnswer = await useSession.getState().client.session[way]({ account, password });
      if (answer.ok) { useSession.getState().take(answer.session); return; }
      const [first] = answer.refusals;
      setWaitSeconds(Math.ceil((first?.waitMs ?? 0) / 1000));
      setRefused(saidOf(first?.code));
      if (first?.code === 'FileCorrupt' || first?.code === 'FileNotFound') setCopyAt(first.newestCopyAt);
      passwordRef.current?.select();
    } catch (error) {
      setFault(errorToFault(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    account, password, passwordRef, waitSeconds, busy, fault, opening,
    submit: () => tryWith('signIn'),
    restore: isLost(refused) ? { copyAt, run: () => tryWith('restoreNewest') } : undefined,
    choose: (chosen) => { setAccount(chosen); setPassword(''); setRefused(undefined); },
    setPassword: (typed) => { setPassword(typed); setRefused(undefined); },
    message: waitSeconds > 0 ? t('session.tooSoon', { seconds: waitSeconds }) : refused ? (isFileRefusal(refused) ? refusalWords({ code: refused }, t) : t(`session.${refused}`)) : undefined,
  };
}

/** While a copy or a change takes its time. */
const LOOK_EVERY_MS = 1000;

const isFileRefusal = (code: string | undefined): code is FileRefusalCode | RestoreRefusalCode => code !== undefined && /^(File|Restore)/.test(code);
const isLost = (code: string | undefined): boolean => code === 'FileCorrupt' || code === 'FileNotFound' || code === 'RestoreFailed' || code === 'RestoreDiskFull';

/** What the form says of a refusal; a wait has words of its own. */
function saidOf(code: string | undefined): 'wrongPassword' | 'unknownAccount' | 'accountDisabled' | FileRefusalCode | RestoreRefusalCode | undefined {
  if (isFileRefusal(code)) return code;
  return code === 'UnknownAccount' ? 'unknownAccount' : code === 'AccountDisabled' ? 'accountDisabled' : code === 'TooSoon' ? undefined : 'wrongPassword';
}
