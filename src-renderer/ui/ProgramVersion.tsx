import { Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconUsb } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpdateAnswer, UpdateStatus } from '../../src-shared/contract/updates.ts';
import { errorToFault } from '../api/fault.ts';
import { handInUpdate } from '../api/hand-in-update.ts';
import { hasWords, say } from '../i18n/say.ts';
import { useSession } from '../stores/session-store.ts';
import { formatWhen } from './format.ts';
import { Panel } from './Panel.tsx';
import { refusalWords } from './refusal-words.ts';

const askEveryMs = 2000;

/** Which version works here, and how a newer one comes: by the hub or from a stick, at the next start or now. `onlyNews`: nothing where there is none. */
export function ProgramVersion({ onlyNews = false }: { onlyNews?: boolean }) {
  const { t, i18n } = useTranslation();
  const client = useSession((s) => s.client);
  const isHead = useSession((s) => s.session?.role === 'head');
  const [status, setStatus] = useState<UpdateStatus>();
  const [busy, setBusy] = useState<'file' | 'prepare' | 'now' | 'forget'>();
  const [said, setSaid] = useState<string>();
  const resetPicker = useRef<() => void>(null);
  const look = useCallback(() => client.updates.status().then(setStatus, () => undefined), [client]);
  useEffect(() => {
    void look();
    const timer = setInterval(() => { void look(); }, askEveryMs);
    return () => { clearInterval(timer); };
  }, [look]);

  const work = async (kind: NonNullable<typeof busy>, run: () => Promise<UpdateAnswer>): Promise<boolean> => {
    setBusy(kind);
    setSaid(undefined);
    try {
      const answer = await run();
      if (answer.ok) setStatus(answer.status);
      else if (answer.refusals[0]) setSaid(refusalWords(answer.refusals[0], t));
      return answer.ok;
    } catch (error) {
      const fault = errorToFault(error);
      if (fault.kind === 'signedOut') void useSession.getState().probe();
      setSaid(fault.kind === 'unreachable' ? t('common.offlineTitle') : t('common.brokenTitle'));
      return false;
    } finally {
      setBusy(undefined);
      resetPicker.current?.();
    }
  };
  const now = async () => {
    if (status?.next === undefined && !await work('now', () => client.updates.prepare())) return;
    await work('now', () => client.updates.restart());
  };
  if (!status) return null;
  const { version, offered, next, failed, working, canRestart } = status;
  if (onlyNews && !offered && next === undefined) return null;
  const isReady = offered?.share === 1;
  return (
    <Panel title={t('program.title')} tone={failed ? 'warn' : 'plain'}>
      <Stack gap="xs" data-testid="program-version">
        <Text size="sm">{t('program.here', { version })}</Text>
        {next !== undefined && <Text size="sm" fw={600} role="status">{t('program.next', { version: next })}</Text>}
        {offered && next === undefined && (
          <>
            <Text size="sm" fw={600}>{t(offered.from === 'hub' ? 'program.fromHub' : 'program.fromFile', { version: offered.version })}</Text>
            <Text size="sm">{i18n.language === 'vi' ? offered.notes.vi : offered.notes.en}</Text>
            {!isReady && <><Text size="sm" c="dimmed">{t('program.fetching', { percent: Math.floor(offered.share * 100) })}</Text><Progress value={offered.share * 100} aria-label={t('program.fetching', { percent: Math.floor(offered.share * 100) })} /></>}
          </>
        )}
        {working && <><Text size="sm" role="status">{t(`program.${working.step}`)}</Text><Progress animated value={working.share * 100} aria-label={t(`program.${working.step}`)} /></>}
        {failed && <Text size="sm" role="alert">{t('program.failed', { version: failed.version, when: formatWhen(failed.at, t), why: hasWords(`program.why.${failed.code}`) ? say(t, `program.why.${failed.code}`) : t('program.why.StationEnded'), here: version })}</Text>}
        {said !== undefined && <Text size="sm" c="red" role="alert">{said}</Text>}
        {isHead ? (
          <Group gap="xs">
            {isReady && next === undefined && <Button size="xs" leftSection={<IconDownload size={16} />} loading={busy === 'prepare'} disabled={busy !== undefined} onClick={() => { void work('prepare', () => client.updates.prepare()); }}>{t('program.atEnd')}</Button>}
            {(isReady || next !== undefined) && canRestart && <Button size="xs" variant="default" loading={busy === 'now'} disabled={busy !== undefined} onClick={() => { void now(); }}>{t('program.now')}</Button>}
            {next !== undefined && <Button size="xs" variant="subtle" loading={busy === 'forget'} disabled={busy !== undefined} onClick={() => { void work('forget', () => client.updates.forget()); }}>{t('program.forget')}</Button>}
            {!onlyNews && next === undefined && (
              <FileButton resetRef={resetPicker} onChange={(file) => { if (file) void work('file', () => handInUpdate(file)); }} inputProps={{ 'aria-label': t('program.file'), 'data-testid': 'update-file' } as object}>
                {(props) => <Button {...props} size="xs" variant="default" leftSection={<IconUsb size={16} />} loading={busy === 'file'} disabled={busy !== undefined}>{t('program.file')}</Button>}
              </FileButton>
            )}
          </Group>
        ) : offered && <Text size="sm" c="dimmed">{t('program.askHead')}</Text>}
      </Stack>
    </Panel>
  );
}
