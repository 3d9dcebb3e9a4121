import { IconHeartbeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import type { SuspectRow } from '../../../src-shared/contract/queries.ts';
import { isEmergencyPressure } from '../../../src-shared/domain/chronic/classify-blood-pressure.ts';
import { suspectKinds } from '../../../src-shared/domain/chronic/derive-suspect.ts';
import { usePagedRows } from '../../api/use-paged-rows.ts';
import { LoadingLines } from '../../ui/Answered.tsx';
import { pressureClassWords } from '../../ui/care-words.ts';
import { Choice } from '../../ui/Choice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { formatCount, formatDate } from '../../ui/format.ts';
import styles from '../../ui/FollowedList.module.css';
import { FOLLOWED_ROW_PX, FollowedPerson } from '../../ui/FollowedPerson.tsx';
import { formatPressure } from '../../ui/parse-typed-pressure.ts';
import { go } from '../../ui/route.ts';
import { RowList } from '../../ui/RowList.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Badge } from '../../ui/StatusBadge.tsx';
import { VillageFilter } from '../../ui/VillageFilter.tsx';
import { CareTabs } from './CareTabs.tsx';

type Kind = SuspectRow['kind'];
const EVERY = 'every';
/** Kept so that “back” from a person finds the list as it was. */
const useSuspectFilters = create<{ kind: Kind | undefined; village: string | null | undefined }>()(() => ({ kind: undefined, village: undefined }));

const columns = ['person', 'home', 'contact', 'pressure', 'todo'] as const;
const enrol = ({ patient }: SuspectRow) => { go({ page: 'person', id: patient.id, form: 'enrolCondition', condition: 'hypertension' }); };

/** People measured high without hypertension written down: to be measured again, or to be examined. */
export function SuspectsPage() {
  const { t, i18n } = useTranslation();
  const { kind, village } = useSuspectFilters();
  const [lastVisible, setLastVisible] = useState(0);
  const { first, total, rowAt } = usePagedRows('suspects', { ...(kind === undefined ? {} : { kind }), ...(village === undefined ? {} : { village }) }, lastVisible);
  const { answer, fault, again, answerTo } = first;
  const named = (one: Kind) => `${t(`chronic.suspects.kinds.${one}`)}${answer ? ` (${formatCount(answer.kinds[one], i18n.language)})` : ''}`;
  return (
    <Screen fixed title={t('chronic.title')} strip={<CareTabs here="suspects" />} beside={answer && t('chronic.suspects.people', { count: total })}>
      <p className={styles.intro}><span>{t('chronic.suspects.intro')}</span>{total > 0 && <span className={styles.keys}>{t('chronic.suspects.keys')}</span>}</p>
      <div className={styles.filters} data-few>
        <VillageFilter villages={(answer?.villages ?? []).map(({ people: count, ...of }) => ({ ...of, count }))} value={village} onChange={(chosen) => { useSuspectFilters.setState({ village: chosen }); }} />
        <Choice label={t('chronic.suspects.filter')} value={kind ?? EVERY} onChange={(chosen) => { useSuspectFilters.setState({ kind: suspectKinds.find((one) => one === chosen) }); }} data={[{ value: EVERY, label: t('chronic.suspects.every') }, ...suspectKinds.map((value) => ({ value, label: named(value) }))]} />
      </div>
      {fault && <FaultNotice fault={fault} onRetry={again} />}
      {!fault && !answer && <LoadingLines lines={8} />}
      {answer && total > 0 && (
        <div className={styles.list} data-kind="suspects">
          <RowList
            label={t('chronic.suspectsTitle')} testId="suspects-list" columns="var(--care-columns)" heads={columns.map((name) => ({ name, words: t(`chronic.suspects.column.${name}`) }))} rowPx={FOLLOWED_ROW_PX} total={total} rowAt={rowAt} question={answerTo} onVisible={setLastVisible}
            onOpen={({ patient }) => { go({ page: 'person', id: patient.id }); }} byKey={{ code: 'KeyM', run: enrol }}
          >
            {(row) => <Cells row={row} />}
          </RowList>
        </div>
      )}
      {answer && total === 0 && <EmptyState icon={<IconHeartbeat size={24} />} title={t(kind !== undefined || village !== undefined ? 'chronic.due.noneHere' : 'chronic.suspects.empty')} body={t('chronic.suspects.emptyBody')} />}
    </Screen>
  );
}

function Cells({ row }: { row: SuspectRow }) {
  const { t } = useTranslation();
  const { kind, pressure, days } = row;
  const urgent = isEmergencyPressure(pressure);
  const why = kind === 'measureAgain' ? t('chronic.suspects.why.measureAgain') : urgent && days < 2 ? t('chronic.suspects.why.confirmAtOnce') : t('chronic.suspects.why.confirm', { count: days });
  return (
    <>
      <FollowedPerson patient={row.patient} />
      <span><span className={`${styles.line ?? ''} num`}><strong data-tone={urgent ? 'stop' : 'warn'}>{formatPressure(pressure)}</strong> {formatDate(pressure.on)}</span><span className={styles.under} title={pressureClassWords(pressure.pressureClass, t)}>{pressureClassWords(pressure.pressureClass, t)}</span></span>
      <span>
        <span className={styles.line}><Badge tone={kind === 'confirm' ? 'warn' : 'info'}>{t(`chronic.suspects.kinds.${kind}`)}</Badge></span>
        <span className={styles.under}>{why}</span>
      </span>
    </>
  );
}
