export const people = {
  title: 'Người dân', search: 'Tìm theo tên, năm sinh, thôn, điện thoại, số cuối CCCD', register: 'Ghi người mới', count_other: '{{count, number}} người', found: '{{found}} / {{people}} người',
  hint: 'gõ để tìm, mũi tên để chọn, Enter để mở, Alt + K để khám bệnh',
  none: 'Không tìm thấy ai', noneBody: 'Thử ít chữ hơn, hoặc chỉ gõ năm sinh và thôn. Không cần gõ dấu.', registerThis: 'Ghi mới “{{text}}”', empty: 'Sổ chưa có ai', emptyBody: 'Ghi người đầu tiên, hoặc nhập danh sách từ tệp bảng tính.',
  column: { name: 'Họ và tên', sex: 'Giới', born: 'Năm sinh', village: 'Thôn, bản', head: 'Chủ hộ', id: 'CCCD', phone: 'Điện thoại', last: 'Khám gần nhất' },
  allergyMark: 'Có dị ứng', noId: 'Chưa có số',
  newbornTitle: 'Ghi con mới sinh của {{name}}', motherRelation: 'mẹ', newTitle: 'Ghi người mới', editTitle: 'Sửa thông tin', save: 'Lưu người này', saveEdit: 'Lưu thay đổi', registered: 'Đã ghi {{name}} vào sổ', changed: 'Đã lưu thay đổi',
  section: { identity: 'Người này là ai', home: 'Nơi ở, liên lạc', health: 'Dị ứng và ghi chú' },
  field: {
    fullName: 'Họ và tên', sex: 'Giới tính', bornOn: 'Ngày sinh', bornHint: 'Không rõ ngày thì gõ 03/1985 hoặc 1985', nationalId: 'Số CCCD / định danh', noIdReason: 'Vì sao chưa có', insuranceNumber: 'Số thẻ BHYT', insuranceValidTo: 'BHYT có giá trị đến',
    village: 'Thôn, bản, tổ', householdHead: 'Chủ hộ', addressLine: 'Số nhà, đường', phone: 'Điện thoại', ethnicity: 'Dân tộc', occupation: 'Nghề nghiệp',
    guardianName: 'Họ tên người giám hộ', guardianRelation: 'Quan hệ', guardianPhone: 'ĐT người giám hộ', guardianNationalId: 'CCCD người giám hộ', communeCode: 'Xã, phường', communeHint: 'Gõ tên xã', relationHint: 'mẹ, bố, bà…', allergySubstance: 'Dị ứng với', allergyReaction: 'Biểu hiện', note: 'Ghi chú',
  },
  noIdReasons: { newborn: 'Trẻ mới sinh', neverIssued: 'Chưa được cấp', lost: 'Mất giấy tờ', foreigner: 'Người nước ngoài', notBrought: 'Không mang theo', other: 'Lý do khác' },
  openTaken: 'Số này của người khác: mở hồ sơ đó',
  addAllergy: 'Thêm dị ứng', removeAllergy: 'Bỏ dị ứng này',
  courses: {
    title: 'Diễn biến', high: 'cao', change: '{{change}} so với lần trước', target: 'Đường kẻ đứt: {{systolic}}/{{diastolic}} mmHg', point: '{{date}}: {{value}} {{unit}}',
    names: { bloodPressure: 'Huyết áp', weightKg: 'Cân nặng', heightCm: 'Chiều cao', bmi: 'BMI' }, units: { bloodPressure: 'mmHg', weightKg: 'kg', heightCm: 'cm', bmi: 'kg/m²' },
  },
  person: { communeCode: 'mã xã {{code}}', communeCodeOld: 'mã xã cũ {{code}} (trước 1/7/2025)',
    born: 'Sinh', village: 'Thôn', head: 'Chủ hộ', id: 'CCCD', insurance: 'BHYT', insuranceTo: 'đến {{date}}', phone: 'Điện thoại', address: 'Địa chỉ', guardian: 'Giám hộ', occupation: 'Nghề', ethnicity: 'Dân tộc', note: 'Ghi chú',
    allergies: 'Dị ứng', noAllergies: 'Chưa ghi nhận dị ứng', checkup: 'Khám sức khỏe', visit: 'Khám bệnh', visitKey: 'Alt + K', dispenseKey: 'Alt + P', dispense: 'Cấp thuốc', edit: 'Sửa thông tin',
    timeline: 'Đã khám, tiêm và cấp thuốc', timelineEmpty: 'Chưa có lượt khám nào', timelineEmptyBody: 'Bấm “Khám bệnh” hoặc “Khám sức khỏe” để ghi lượt đầu tiên.',
    details: 'Thông tin', missing: 'Không có người này trên máy',
  },
} as const;

/** A person's record that stands for nobody. */
export const voidPerson = {
  open: 'Hồ sơ ghi nhầm', title: 'Hủy hồ sơ của {{name}}?', body: 'Dùng khi hồ sơ này không phải của ai. Hồ sơ không bị xóa: vẫn tìm và xem lại được, có tên người hủy và lý do, và dùng lại được. Một người ghi hai lần thì chọn “Trùng với người khác”.',
  reason: 'Lý do', reasons: { enteredInError: 'Ghi nhầm, không có người này', twoPeopleMixed: 'Lẫn hai người', trial: 'Ghi thử' }, note: 'Ghi thêm', confirm: 'Hủy hồ sơ', done: 'Đã hủy hồ sơ', voidedBy: 'Hồ sơ đã hủy: {{reason}} · {{name}}, {{when}}', badge: 'đã hủy',
  restore: 'Bỏ hủy, dùng lại', restoreTitle: 'Dùng lại hồ sơ của {{name}}?', restoreBody: 'Người này lại có trong sổ như trước. Ai đã hủy và vì sao vẫn xem được.', restoreReason: 'Vì sao dùng lại', restored: 'Hồ sơ đã được dùng lại', restoredBy: 'Dùng lại: {{reason}} · {{name}}, {{when}}',
} as const;
