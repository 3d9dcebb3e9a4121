import { useTranslation } from 'react-i18next';
import type { SubmittedRecord } from '../../../src-shared/contract/hub-api.ts';
import { antenatalVisit as antenatalSchema, type AntenatalVisit } from '../../../src-shared/domain/maternal/antenatal-visit.schema.ts';
import { birth as birthSchema, type Birth } from '../../../src-shared/domain/maternal/birth.schema.ts';
import { postnatalVisit as postnatalSchema, type PostnatalVisit } from '../../../src-shared/domain/maternal/postnatal-visit.schema.ts';
import { pregnancy as pregnancySchema, type Pregnancy } from '../../../src-shared/domain/maternal/pregnancy.schema.ts';
import { useAntenatalTexts, useBirthTexts, usePostnatalTexts, usePregnancyTexts } from '../../ui/maternal-texts.ts';
import { CareRecord } from './CareRecord.tsx';

/** A record of maternal care as this version reads it. */
export type ReadMaternal = { kind: 'pregnancy'; record: Pregnancy } | { kind: 'antenatalVisit'; record: AntenatalVisit } | { kind: 'birth'; record: Birth } | { kind: 'postnatalVisit'; record: PostnatalVisit };

/** Reads one of the four kinds; nothing of another kind, or of one this version cannot read. */
export function readMaternal({ row: { kind }, record: body }: SubmittedRecord): ReadMaternal | undefined {
  switch (kind) {
    case 'pregnancy': { const { data: record } = pregnancySchema.safeParse(body); return record && { kind, record }; }
    case 'antenatalVisit': { const { data: record } = antenatalSchema.safeParse(body); return record && { kind, record }; }
    case 'birth': { const { data: record } = birthSchema.safeParse(body); return record && { kind, record }; }
    case 'postnatalVisit': { const { data: record } = postnatalSchema.safeParse(body); return record && { kind, record }; }
    default: return undefined;
  }
}

interface OneRecord { answer: SubmittedRecord; toQueue(): void }

/** A record of maternal care to be decided on; none but a pregnancy is ever edited at the station. */
export function MaternalRecord({ read, ...props }: OneRecord & { read: ReadMaternal }) {
  switch (read.kind) {
    case 'pregnancy': return <PregnancyRecord {...props} record={read.record} />;
    case 'antenatalVisit': return <AntenatalRecord {...props} record={read.record} />;
    case 'birth': return <BirthRecord {...props} record={read.record} />;
    case 'postnatalVisit': return <PostnatalRecord {...props} record={read.record} />;
  }
}

function PregnancyRecord(props: OneRecord & { record: Pregnancy }) { return <CareRecord {...props} texts={usePregnancyTexts(props.record)} />; }
function AntenatalRecord(props: OneRecord & { record: AntenatalVisit }) { return <CareRecord {...props} texts={useAntenatalTexts(props.record)} />; }
function BirthRecord(props: OneRecord & { record: Birth }) { return <CareRecord {...props} texts={useBirthTexts(props.record)} />; }
function PostnatalRecord(props: OneRecord & { record: PostnatalVisit }) { return <CareRecord {...props} texts={usePostnatalTexts(props.record)} />; }

/** What the page of such a record is called. */
export function useMaternalTitle(): (read: ReadMaternal, day: (on: string) => string) => string {
  const { t } = useTranslation();
  return ({ kind, record }, day) => {
    switch (kind) {
      case 'pregnancy': return t('maternal.pregnancy.titled', { on: day(record.registeredOn) });
      case 'antenatalVisit': return t('maternal.visit.titled', { on: day(record.occurredOn) });
      case 'birth': return t('maternal.birthRecord.titled', { on: day(record.bornOn) });
      case 'postnatalVisit': return t('maternal.postnatalRecord.titled', { on: day(record.occurredOn) });
    }
  };
}
