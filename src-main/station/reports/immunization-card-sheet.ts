import type { ImmunizationCardView, ImmunizationRow } from '../../../src-shared/contract/queries.ts';
import { surelyAtLeastYears } from '../../../src-shared/domain/common/age-on.ts';
import type { DoseLine } from '../../../src-shared/domain/immunization/derive-immunization-card.ts';
import { doseKey, FOLLOWED_YEARS, immunizationSchedule } from '../../../src-shared/domain/immunization/immunization-schedule.ts';
import { isOnlyDose } from '../../../src-shared/domain/immunization/is-only-dose.ts';
import type { Patient } from '../../../src-shared/domain/patient/patient.schema.ts';
import { programmeWords, scheduledAgeWords, vaccineWords } from './immunization-words.ts';
import { paperHead, signatures, signaturesRoom, type Letterhead } from './paper-head.ts';
import { day, homeWords, sexWords } from './paper-words.ts';
import type { Pen, TableColumn } from './pen.ts';

const columns: readonly TableColumn[] = [
  { heading: 'Tuổi', share: 11 }, { heading: 'Vắc xin', share: 25 }, { heading: 'Mũi', share: 6, align: 'center' }, { heading: 'Ngày tiêm', share: 15, align: 'center' }, { heading: 'Số lô', share: 14 }, { heading: 'Nơi tiêm, người tiêm', share: 26 }, { heading: 'Hẹn tiêm', share: 16 },
];

/** A person's doses, for the family to keep: of a child every dose of the schedule, with the day to come back. What was struck out is not on it. */
export function drawImmunizationCard(pen: Pen, { patient, view, letterhead }: { patient: Patient; view: ImmunizationCardView; letterhead: Letterhead }): void {
  const given = view.records.filter(({ status, voided }) => status === 'completed' && !voided);
  const byId = new Map(given.map((record) => [record._id, record]));
  const follows = !surelyAtLeastYears(view.bornOn, letterhead.today, FOLLOWED_YEARS) || view.card.lines.some((line) => line.given !== undefined);
  const onCard = new Set(follows ? view.card.lines.flatMap((line) => line.given?.id ?? []) : []);
  const others = given.filter(({ _id }) => !onCard.has(_id)).reverse();
  paperHead(pen, letterhead, 'PHIẾU TIÊM CHỦNG', `Đến ngày ${day(letterhead.today)}`);
  pen.field('Họ tên', patient.fullName);
  pen.columns([`Ngày sinh: ${day(patient.bornOn)}`, `Giới: ${sexWords[patient.sex]}`]);
  pen.field('Địa chỉ', homeWords(patient));
  pen.field('Người giám hộ', patient.guardian && [patient.guardian.fullName, patient.guardian.relation, patient.guardian.phone].filter(Boolean).join(', '));
  pen.field('DỊ ỨNG', patient.allergies?.map(({ substance, reaction }) => (reaction ? `${substance} (${reaction})` : substance)).join('; '));
  pen.gap(4);
  const rows = [
    ...(follows ? view.card.lines.map((line) => scheduledRow(line, line.given && byId.get(line.given.id))) : []),
    ...others.map((record) => ['', vaccineWords(record.vaccine), String(record.doseNumber), day(record.occurredOn), record.lotNumber ?? '', placeWords(record), '']),
  ];
  pen.table(columns, rows, { size: pen.width > 400 ? 8.5 : 6.5, empty: 'Chưa ghi mũi tiêm nào', keep: signaturesRoom });
  if (follows && view.card.isBirthAssumed) pen.text(`Không rõ ngày sinh: lịch tính từ ${day(view.card.assumedBornOn)}.`, { faint: true, size: 7.5 });
  signatures(pen, letterhead.today, ['Người nhà', 'Người lập']);
}

function scheduledRow(line: DoseLine, record: ImmunizationRow | undefined): string[] {
  const scheduled = immunizationSchedule.find((one) => doseKey(one) === doseKey(line));
  return [scheduledAgeWords(scheduled?.dueMonths ?? 0), vaccineWords(line.vaccine), isOnlyDose(line) ? '' : String(line.doseNumber), line.given ? day(line.given.on) : '', record?.lotNumber ?? '', record ? placeWords(record) : '', dueWords(line)];
}

function dueWords({ state, dueOn, waitsFor }: DoseLine): string {
  switch (state) {
    case 'given': return '';
    case 'tooOld': return 'quá tuổi';
    case 'notYet': return waitsFor ? 'sau mũi trước' : `từ ${day(dueOn)}`;
    case 'due': case 'late': return 'đã đến lịch';
  }
}

const placeWords = ({ place, placeName, programme, vaccinator }: ImmunizationRow): string => [place === 'here' ? 'Tại trạm' : placeName ?? 'Nơi khác', programme && programme !== 'expanded' && programmeWords[programme], vaccinator].filter(Boolean).join(', ');
