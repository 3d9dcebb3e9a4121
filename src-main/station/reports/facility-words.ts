import type { BedType, RoomKind, StaffCategory } from '../../../src-shared/domain/facility/facility-lists.ts';
import type { FacilityProfile } from '../../../src-shared/domain/facility/facility.schema.ts';

type SiteField = keyof FacilityProfile['site'];

export const staffWords: Readonly<Record<StaffCategory, string>> = {
  doctor: 'Bác sĩ', preventiveDoctor: 'Bác sĩ y học dự phòng', assistantDoctor: 'Y sĩ', publicHealth: 'Y tế công cộng', nurse: 'Điều dưỡng', midwife: 'Hộ sinh', technician: 'Kỹ thuật y', pharmacist: 'Dược',
  nutritionist: 'Dinh dưỡng', populationOfficer: 'Dân số viên', otherStaff: 'Khác (kế toán, hành chính, bảo vệ)', villageHealthWorker: 'Nhân viên y tế thôn, bản', villageMidwife: 'Cô đỡ thôn, bản', populationCollaborator: 'Cộng tác viên dân số',
};
export const bedWords: Readonly<Record<BedType, string>> = { stay: 'Giường lưu', delivery: 'Giường đẻ', observation: 'Giường theo dõi sau tiêm' };
export const roomWords: Readonly<Record<RoomKind, string>> = {
  examination: 'khám bệnh', emergency: 'cấp cứu, sơ cứu', deliveryRoom: 'đẻ', inpatient: 'lưu người bệnh', vaccination: 'tiêm chủng', pharmacy: 'dược', laboratory: 'xét nghiệm', traditionalMedicine: 'y học cổ truyền', otherRoom: 'khác',
};
/** In the order they stand on paper. */
export const siteFieldWords: Readonly<Record<SiteField, string>> = {
  constructionGrade: 'Nhà trạm', builtYear: 'Năm xây', landM2: 'Diện tích đất (m²)', hospitalKm: 'Cách bệnh viện gần nhất (km)', water: 'Nguồn nước', toilet: 'Nhà vệ sinh', solidWaste: 'Rác thải rắn', liquidWaste: 'Nước thải',
  electricity: 'Điện', generator: 'Máy phát điện', internet: 'Internet', computers: 'Máy tính dùng được', opensAt: 'Mở cửa', closesAt: 'Đóng cửa', openDaysPerWeek: 'Số ngày mở cửa một tuần', nightDuty: 'Trực đêm',
  insuranceContract: 'Ký hợp đồng khám BHYT', criteriaMet: 'Đạt tiêu chí quốc gia về y tế xã', criteriaYear: 'Năm chấm tiêu chí', criteriaScore: 'Điểm tiêu chí',
};
const words: Readonly<Record<string, string>> = {
  permanent: 'kiên cố', semiPermanent: 'bán kiên cố', temporary: 'tạm', tap: 'nước máy', drilledWell: 'giếng khoan', dugWell: 'giếng đào', rain: 'nước mưa', otherSource: 'nguồn khác', hygienic: 'hợp vệ sinh', unhygienic: 'chưa hợp vệ sinh',
  collected: 'có nơi thu gom', incinerator: 'lò đốt của trạm', buried: 'chôn lấp', otherWay: 'cách khác', treated: 'có xử lý', septicTank: 'bể tự hoại', grid: 'điện lưới', gridOftenOff: 'điện lưới, hay mất', solar: 'điện mặt trời', working: 'có, chạy được', broken: 'có, đang hỏng',
  cable: 'cáp quang', mobile: 'mạng di động', none: 'không có',
};
export const siteValueWords = (field: SiteField, value: string | boolean): string => (typeof value === 'boolean' ? (field === 'criteriaMet' ? (value ? 'đạt' : 'chưa đạt') : value ? 'có' : 'không') : words[value] ?? value);
