import type { RegisterPatientInput } from '../patient/patient.schema.ts';

/** Numbers in [0, 1), given: a seed makes the same people again. */
export type Random = () => number;

/** Small, fast, good enough for sample data (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

export function wholeBetween(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** Nguyễn about a third of the time, as in life (text_rules.json `name_rules`); eighty people of one name come of themselves. */
const families = (
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Mai Đoàn Tạ'
).split(' ');
const middles = {
  male: ['Văn', 'Văn', 'Văn', 'Hữu', 'Đức', 'Minh', 'Quốc', 'Xuân', 'Công', 'Thanh', 'Ngọc', 'Đình', 'Trọng', 'Gia'],
  female: ['Thị', 'Thị', 'Thị', 'Thị', 'Ngọc', 'Thu', 'Thanh', 'Bích', 'Mỹ', 'Kim', 'Thị Thuý', 'Thị Thu', 'Hồng', 'Khánh'],
} as const;
const givens = {
  male: ['An', 'Bình', 'Cường', 'Dũng', 'Đạt', 'Đức', 'Giang', 'Hải', 'Hiếu', 'Hoà', 'Hùng', 'Khôi', 'Kỳ', 'Lâm', 'Long', 'Mạnh', 'Nam', 'Phong', 'Phúc', 'Quân', 'Quý', 'Sơn', 'Tài', 'Thắng', 'Thuỷ', 'Tiến', 'Trung', 'Tuấn', 'Tùng', 'Vinh'],
  female: ['Anh', 'Bích', 'Châu', 'Diệp', 'Dung', 'Đào', 'Giang', 'Hà', 'Hạnh', 'Hiền', 'Hoà', 'Hồng', 'Huệ', 'Hương', 'Lan', 'Linh', 'Loan', 'Mai', 'My', 'Nga', 'Ngân', 'Nhung', 'Oanh', 'Phượng', 'Quyên', 'Thảo', 'Thuỷ', 'Trâm', 'Tuyết', 'Xuân', 'Yến'],
} as const;
/** Of peoples whose names follow another order; one word and five occur too. */
const otherNames = {
  male: ['Y Bhăm Niê', 'Điểu Krứ', 'Rơ Châm Hyơn', 'Giàng A Páo', 'Vàng Seo Chứ', 'Lò Văn Pâng', 'Thào A Sùng', "K'Brối", 'Sùng A Chống', 'Kpă Klơng', 'Đinh Vạng', 'A Thút'],
  female: ["H'Hen Niê", 'Điểu Thị Xia', 'Rơ Châm H\'Blơi', 'Giàng Thị Mỷ', 'Vàng Thị Dở', 'Lò Thị Ín', 'Hờ Thị Súa', "H'Rê Ksor", 'Thạch Thị Sa Rươl', 'Y Hrăng', 'Quàng Thị Ọi', 'Mùa Thị Chía'],
} as const;

/** How a name reaches us: as usual, decomposed (macOS, old converters), without marks, or in capitals (old lists). */
export type NameForm = 'composed' | 'decomposed' | 'unmarked' | 'capitals';

export interface SampleName { fullName: string; sex: 'male' | 'female' }

/** A Vietnamese name: family, middle, given; about one in sixteen of another people. */
export function vietnameseName(random: Random, options: { sex?: 'male' | 'female'; form?: NameForm } = {}): SampleName {
  const sex = options.sex ?? (random() < 0.5 ? 'male' : 'female');
  const usual = `${pick(random, families)} ${pick(random, middles[sex])} ${pick(random, givens[sex])}`;
  const fullName = random() < 0.06 ? pick(random, otherNames[sex]) : usual;
  return { fullName: inForm(fullName, options.form ?? 'composed'), sex };
}

/** A form as they occur in old lists: mostly composed. */
function anyNameForm(random: Random): NameForm {
  const roll = random();
  return roll < 0.82 ? 'composed' : roll < 0.9 ? 'decomposed' : roll < 0.96 ? 'unmarked' : 'capitals';
}

function inForm(fullName: string, form: NameForm): string {
  switch (form) {
    case 'decomposed': return fullName.normalize('NFD');
    case 'unmarked': return fullName.normalize('NFD').replace(/[\u0300-\u036F]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
    case 'capitals': return fullName.toUpperCase();
    default: return fullName.normalize('NFC');
  }
}

const villages = ['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4', 'Thôn Đoài', 'Thôn Đông', 'Xóm Chùa', 'Xóm Đình', 'Ấp Mới', 'Tổ 5', 'Bản Phiềng', 'Buôn Ea Kmat'];
const substances = ['Penicilin', 'Amoxicilin', 'Paracetamol', 'Tôm, cua', 'Phấn hoa', 'Aspirin', 'Cefalexin'];
const reactions = ['Nổi mề đay', 'Khó thở', 'Phù mặt', 'Sốc phản vệ', 'Ngứa'];

const twoDigits = (n: number) => String(n).padStart(2, '0');
const digits = (random: Random, count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

/**
 * One invented person of a commune, of any age up to 95. Numbers have the right form and belong to nobody known; `serial`
 * makes the citizen number unique among those made with it.
 */
export function samplePerson(random: Random, { today, serial, id, nameForm }: { today: string; serial: number; id?: string; nameForm?: NameForm }): RegisterPatientInput {
  const { fullName, sex } = vietnameseName(random, { form: nameForm ?? anyNameForm(random) });
  const thisYear = Number(today.slice(0, 4));
  const age = Math.floor(random() ** 1.3 * 95);
  const year = thisYear - 1 - age;
  const precision = age > 60 && random() < 0.4 ? 'year' : age > 50 && random() < 0.05 ? 'month' : 'day';
  const [month, day] = [wholeBetween(random, 1, 12), wholeBetween(random, 1, 28)];
  const bornOn = precision === 'year' ? `${year}` : precision === 'month' ? `${year}-${twoDigits(month)}` : `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  const century = Math.floor(year / 100) - 19;
  const nationalId = `0${pick(random, ['01', '36', '38', '40', '66', '79'])}${century * 2 + (sex === 'female' ? 1 : 0)}${twoDigits(year % 100)}${String(serial).padStart(6, '0').slice(-6)}`;
  const hasNationalId = random() < 0.9;
  const insured = random() < 0.85;
  const family = vietnameseName(random).fullName;
  return {
    ...(id === undefined ? {} : { id }), fullName, sex, bornOn,
    ...(hasNationalId ? { nationalId } : { noNationalIdReason: age < 1 ? 'newborn' : pick(random, ['neverIssued', 'lost', 'notBrought']) }),
    ...(insured ? { insuranceNumber: random() < 0.5 ? `${age < 6 ? 'TE1' : pick(random, ['GD4', 'HN2', 'DT2', 'HT3', 'CN3'])}${digits(random, 12)}` : digits(random, 10) } : {}),
    village: pick(random, villages), householdHead: family,
    ...(age < 6 ? { guardian: { fullName: vietnameseName(random, { sex: 'female' }).fullName, relation: 'mẹ' } } : {}),
    ...(age > 14 && random() < 0.8 ? { phone: `0${pick(random, ['3', '5', '7', '8', '9'])}${digits(random, 8)}` } : {}),
    ...(random() < 0.05 ? { allergies: [{ substance: pick(random, substances), reaction: pick(random, reactions) }] } : {}),
  };
}
