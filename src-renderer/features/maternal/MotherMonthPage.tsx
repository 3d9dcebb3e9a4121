import { IconMoodKid } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MaternalMonth } from '../../../src-shared/contract/queries.ts';
import { useLive } from '../../api/use-live.ts';
import { Answered } from '../../ui/Answered.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { formatCount, formatDate, today } from '../../ui/format.ts';
import { MonthPick } from '../../ui/MonthPick.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PaperMenu } from '../../ui/PaperMenu.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { ShareCard } from '../../ui/ShareCard.tsx';
import table from '../../ui/table.module.css';
import styles from './MotherList.module.css';
import { MotherTabs } from './MotherTabs.tsx';

/** How the station cares for its mothers: shares with what they count, and how many, of a month. */
export function MotherMonthPage() {
  const { t } = useTranslation();
  const [month, setMonth] = useState(today().slice(0, 7));
  const live = useLive('maternalMonth', { month });
  return (
    <Screen
      title={t('maternal.page')} strip={<MotherTabs here="motherMonth" />}
      actions={
        <>
          <PaperMenu label={t('maternal.month.antenatalRegister')} variant="light" sizes={['A4']} paper={() => ({ paper: 'antenatalRegister', size: 'A4', from: month, until: month })} />
          <PaperMenu label={t('maternal.month.birthRegister')} sizes={['A4']} paper={() => ({ paper: 'birthRegister', size: 'A4', from: month, until: month })} />
        </>
      }
    >
      <div className={styles.page}>
        <MonthPick month={month} words={{ pick: t('maternal.month.pick'), previous: t('maternal.month.previous'), next: t('maternal.month.next'), badMonth: t('maternal.month.badMonth') }} onChange={setMonth} />
        <Answered live={live} lines={6}>{(answer) => <Month answer={answer} />}</Answered>
      </div>
    </Screen>
  );
}

function Month({ answer }: { answer: MaternalMonth }) {
  const { t, i18n } = useTranslation();
  const { pregnant, registered, births, babies, mothersDied, places } = answer;
  const rows: [name: string, count: number][] = [
    [t('maternal.month.row.pregnant'), pregnant], [t('maternal.month.row.registered'), registered], [t('maternal.month.row.births'), births], ...places.map(({ place, births: count }): [string, number] => [t('maternal.month.row.place', { place: t(`maternal.places.${place}`).toLowerCase() }), count]),
    [t('maternal.month.row.live'), babies.live], [t('maternal.month.row.stillborn'), babies.stillborn], [t('maternal.month.row.died'), babies.died], [t('maternal.month.row.mothersDied'), mothersDied],
  ];
  const shown = rows.filter(([, count]) => count > 0);
  return (
    <>
      <div className={styles.cards} data-testid="mother-indicators">
        {answer.indicators.map((share) => (
          <ShareCard
            key={share.id} id={share.id} title={t(`maternal.month.names.${share.id}`)} explained={t(`maternal.month.counts.${share.id}`)} share={share} ofMany={t(share.id === 'lowBirthWeight' ? 'maternal.month.ofBabies' : 'maternal.month.ofMany', { numerator: share.numerator, denominator: share.denominator })} months={answer.months.map(({ month, indicators }) => ({ month, share: indicators.find(({ id }) => id === share.id) }))}
            words={{ nobody: t('maternal.month.nobody'), plot: t('maternal.month.plot'), said: (month, percent, of) => t('maternal.month.plotSay', { month, percent, numerator: of.numerator, denominator: of.denominator }), saidNone: (month) => t('maternal.month.plotNone', { month }) }}
          />
        ))}
      </div>
      {shown.length === 0 ? <EmptyState icon={<IconMoodKid size={24} />} title={t('maternal.month.empty')} body={t('maternal.month.emptyBody')} />
        : (
          <Panel flush title={t('maternal.month.table')} beside={t('maternal.month.on', { on: formatDate(answer.on) })}>
            <table className={table.table} data-testid="mother-counts-month">
              <thead><tr><th>{t('maternal.month.column.what')}</th><th className={table.number}>{t('maternal.month.column.count')}</th></tr></thead>
              <tbody>{shown.map(([name, count]) => <tr key={name}><td>{name}</td><td className={`${table.number ?? ''} ${table.strong ?? ''}`}>{formatCount(count, i18n.language)}</td></tr>)}</tbody>
            </table>
          </Panel>
        )}
    </>
  );
}
