import { useTranslation } from 'react-i18next';
import { useLive } from '../../api/use-live.ts';
import { encounterSummary } from '../../ui/encounter-summary.ts';
import { formatDate } from '../../ui/format.ts';
import layout from '../../ui/form.module.css';
import { standingEncounters } from '../../ui/standing-encounters.ts';

/** What was found and given the time before, in one line whose place is there before its words are. */
export function LastEncounter({ patientId }: { patientId: string }) {
  const { t, i18n } = useTranslation();
  const timeline = useLive('encounterTimeline', { patientId });
  const [last] = standingEncounters(timeline.answer ?? []);
  return (
    <p className={layout.note} style={{ minHeight: '1lh' }} data-testid="last-encounter">
      {last ? t('encounters.last', { date: formatDate(last.occurredOn), what: [encounterSummary(last, t, i18n.language), last.treatment].filter(Boolean).join(' · ') }) : timeline.answer && t('encounters.first')}
    </p>
  );
}
