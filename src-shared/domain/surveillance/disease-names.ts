import type { DiseaseId } from './notifiable-diseases.ts';

/** Diseases of the list as they are called on forms, papers and Vietnamese screens (TT 54/2015/TT-BYT, FROM KNOWLEDGE). */
export const diseaseNames = {
  polio: 'Bại liệt', influenzaH5N1: 'Cúm A(H5N1)', influenzaH7N9: 'Cúm A(H7N9)', plague: 'Dịch hạch', smallpox: 'Đậu mùa', ebola: 'Sốt xuất huyết do vi rút Ebola', lassa: 'Sốt Lassa', marburg: 'Sốt Marburg',
  westNile: 'Sốt Tây sông Nin', yellowFever: 'Sốt vàng', cholera: 'Tả', sarsMers: 'SARS, MERS-CoV', emerging: 'Bệnh mới nổi, bệnh lạ chưa rõ tác nhân', diphtheria: 'Bạch hầu', anthrax: 'Bệnh than', meningococcal: 'Viêm màng não do não mô cầu',
  streptococcusSuis: 'Liên cầu lợn ở người', pertussis: 'Ho gà', measles: 'Sởi', rubella: 'Rubella', dengue: 'Sốt xuất huyết Dengue', handFootMouth: 'Tay - chân - miệng', neonatalTetanus: 'Uốn ván sơ sinh', encephalitis: 'Viêm não Nhật Bản / viêm não vi rút',
  rabies: 'Dại', typhoid: 'Thương hàn, phó thương hàn', leptospirosis: 'Bệnh xoắn khuẩn vàng da (Leptospira)', malaria: 'Sốt rét', covid19: 'COVID-19', mpox: 'Đậu mùa khỉ (mpox)', flaccidParalysis: 'Liệt mềm cấp', influenza: 'Cúm mùa',
  varicella: 'Thủy đậu', mumps: 'Quai bị', shigellosis: 'Lỵ trực khuẩn', amoebiasis: 'Lỵ a míp', diarrhoea: 'Tiêu chảy', hepatitis: 'Viêm gan vi rút (A, B, C, khác)', adenovirus: 'Bệnh do vi rút Adeno', otherTetanus: 'Uốn ván khác',
  tuberculosis: 'Lao phổi', hiv: 'HIV/AIDS', leprosy: 'Phong', syphilis: 'Giang mai', gonorrhoea: 'Lậu', trachoma: 'Bệnh mắt hột', helminths: 'Giun đũa, giun móc, giun kim',
} as const satisfies Record<DiseaseId, string>;
