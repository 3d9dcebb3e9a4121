import { keepUnits } from '../../../src-shared/domain/common/keep-units.ts';
import { classWords, ageWords, day, diagnosisWords, homeWords, sexWords, vitalLines } from './paper-words.ts';
import type { RegisterLine } from './examination-register.ts';
import { paperHead, signatures, type Letterhead } from './paper-head.ts';
import type { Pen } from './pen.ts';

/** One visit or checkup, for the person to take home. */
export function drawEncounterSheet(pen: Pen, { encounter, patient, dispenses, letterhead }: RegisterLine & { letterhead: Letterhead }): void {
  paperHead(pen, letterhead, encounter.kind === 'checkup' ? 'PHIẾU KHÁM SỨC KHỎE' : 'PHIẾU KHÁM BỆNH', `Ngày khám: ${day(encounter.occurredOn)}`);
  if (encounter.status === 'voided') pen.text('ĐÃ HỦY – không còn giá trị', { bold: true, align: 'center' });
  if (encounter.status === 'draft') pen.text('BẢN NHÁP – chưa nộp', { bold: true, align: 'center' });
  pen.field('Họ tên', patient?.fullName);
  if (patient) {
    pen.columns([`Ngày sinh: ${day(patient.bornOn)} (${withYears(ageWords(patient.bornOn, encounter.occurredOn))})`, `Giới: ${sexWords[patient.sex]}`]);
    pen.columns([`CCCD: ${patient.nationalId ?? '–'}`, `BHYT: ${patient.insuranceNumber ?? '–'}`]);
  }
  pen.field('Địa chỉ', homeWords(patient));
  pen.field('Người giám hộ', patient?.guardian && [patient.guardian.fullName, patient.guardian.relation, patient.guardian.phone].filter(Boolean).join(', '));
  pen.field('DỊ ỨNG', patient?.allergies?.map(({ substance, reaction }) => (reaction ? `${substance} (${reaction})` : substance)).join('; '));
  pen.gap(3);
  pen.line();
  pen.field('Lý do khám', encounter.reason);
  const vitals = vitalLines(encounter);
  for (let at = 0; at < vitals.length; at += 3) pen.columns([0, 1, 2].map((i) => vitals[at + i] ?? ''));
  if (vitals.length > 0) pen.gap(3);
  pen.field('Triệu chứng', encounter.symptoms);
  pen.field('Chẩn đoán', diagnosisWords(encounter));
  pen.field('Phân loại sức khỏe', encounter.conclusionClass && classWords[encounter.conclusionClass]);
  pen.field('Điều trị', encounter.treatment);
  const items = dispenses.filter(({ status }) => status === 'dispensed').flatMap((dispense) => dispense.items);
  if (items.length > 0) {
    pen.gap(3);
    pen.table([{ heading: 'Thuốc đã cấp', share: 5 }, { heading: 'Số lượng', share: 2, align: 'right' }, { heading: 'Cách dùng', share: 5 }],
      items.map(({ medicineName, quantityBaseUnits, dosage }) => [keepUnits(medicineName), String(quantityBaseUnits), dosage ?? '']));
    pen.gap(5);
  }
  // What comes next, and the place to sign below it, stay together.
  pen.need(closingRoom);
  pen.field('Dặn dò', encounter.advice);
  pen.field('Hẹn khám lại', encounter.nextVisitOn && day(encounter.nextVisitOn));
  signatures(pen, encounter.occurredOn, ['Người bệnh', 'Người khám']);
  pen.columns(['', encounter.author.displayName], { align: 'center', bold: true });
}

/** Height of the place to sign, with the two or three lines above that go along with it. */
const closingRoom = 150;

/** `38` → `38 tuổi`; an age in months or days says its unit itself. */
const withYears = (age: string): string => (/\d$/.test(age) ? `${age} tuổi` : age);
