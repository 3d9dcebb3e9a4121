export const encounters = {
  kinds: { checkup: 'Khám sức khỏe', visit: 'Khám bệnh', immunization: 'Tiêm chủng', episode: 'Bệnh mạn tính', followUp: 'Khám theo dõi', pregnancy: 'Thai nghén', antenatalVisit: 'Khám thai', birth: 'Ca sinh', postnatalVisit: 'Khám sau sinh', caseReport: 'Báo cáo ca bệnh' },
  statuses: { draft: 'Nháp', submitted: 'Đã nộp', amended: 'Đã sửa', voided: 'Đã hủy' },
  classes: { I: 'Rất khỏe', II: 'Khỏe', III: 'Trung bình', IV: 'Yếu', V: 'Rất yếu' }, classOf: 'Loại {{class}}',
  diagnosisKey: 'Alt + C', last: 'Lần trước, {{date}}: {{what}}', first: 'Lần khám đầu tiên được ghi ở đây',
  section: { vitals: 'Đo và dấu hiệu sinh tồn', findings: 'Khám', diagnoses: 'Chẩn đoán', conclusion: 'Kết luận', plan: 'Điều trị và dặn dò' },
  field: { occurredOn: 'Ngày khám', reason: 'Lý do khám', symptoms: 'Triệu chứng, khám thấy', treatment: 'Điều trị, thuốc', advice: 'Dặn dò', conclusionClass: 'Phân loại sức khỏe', nextVisitOn: 'Hẹn khám lại', icd10: 'Mã ICD-10', diagnosisText: 'Chẩn đoán', amendReason: 'Vì sao sửa' },
  vitals: { heightCm: 'Chiều cao', weightKg: 'Cân nặng', waistCm: 'Vòng bụng', chestCm: 'Vòng ngực', pulsePerMin: 'Mạch', systolicMmHg: 'HA tối đa', diastolicMmHg: 'HA tối thiểu', temperatureC: 'Nhiệt độ', breathsPerMin: 'Nhịp thở', spo2Percent: 'SpO₂' },
  units: { 'cm': 'cm', 'kg': 'kg', '/min': 'lần/phút', 'mm[Hg]': 'mmHg', 'Cel': '°C', '%': '%' },
  bmi: 'BMI', bmiDoubt: 'Khó tin: xem lại chiều cao, cân nặng', bloodPressureShort: 'HA', notMeasured: 'Không đo', notMeasuredWhy: 'Vì sao không đo?', measure: 'Đo được: gõ số', notMeasuredReasons: { noDevice: 'Không có máy', refused: 'Người bệnh từ chối', notIndicated: 'Không cần đo', unableToCooperate: 'Không hợp tác được', other: 'Lý do khác' },
  notMeasuredHint: 'không đo được: bấm ⊘ hoặc phím ↓ trong ô',
  savePrepared: 'Lưu, chờ kết luận', othersConclude: 'Bác sĩ hoặc y sĩ sẽ mở lượt khám này ở trang Hôm nay rồi kết luận, xếp loại sức khỏe. Phần còn lại bạn ghi trước được.', handedOver: '{{kind}} của {{name}} đang chờ kết luận',
  submitAndDispense: 'Nộp và cấp thuốc',
  addDiagnosis: 'Thêm chẩn đoán', removeDiagnosis: 'Bỏ chẩn đoán này',
  submit: 'Nộp hồ sơ', submitHint: 'Ctrl + Enter', saveDraft: 'Lưu nháp', saveAmendment: 'Lưu bản sửa', submitted: 'Đã lưu trên máy này: {{kind}} của {{name}}', draftSaved: 'Đã lưu nháp {{kind}} của {{name}}',
  autosaved: 'Máy đã giữ lúc {{time}}', autosaving: 'Đang giữ…', notYetKept: 'Chưa gõ gì', autosaveFailed: 'Chưa giữ được, máy đang thử lại', leaveHint: 'Rời trang vẫn còn, mở lại ở Hôm nay',
  restored: 'Đang gõ tiếp từ lúc {{when}}', discardDraft: 'Bỏ biểu mẫu này',
  fix_other: 'Còn {{count, number}} chỗ cần sửa',
  amend: 'Sửa', continueDraft: 'Làm tiếp bản nháp', void: 'Hủy lượt khám', voidTitle: 'Hủy lượt khám này?', voidBody: 'Hồ sơ không bị xóa: vẫn xem lại được, có tên người hủy và lý do.', voidReason: 'Lý do', voidNote: 'Ghi thêm', voidConfirm: 'Hủy lượt khám', voidDone: 'Đã hủy lượt khám',
  voidReasons: { wrongPatient: 'Ghi nhầm người', enteredInError: 'Ghi nhầm', duplicate: 'Ghi hai lần' }, voidedBy: 'Đã hủy: {{reason}} · {{name}}, {{when}}',
  restore: 'Bỏ hủy, dùng lại', restoreTitle: 'Dùng lại lượt khám đã hủy?', restoreBody: 'Lượt khám được tính lại như trước. Ai đã hủy và vì sao vẫn xem được ở “Các lần sửa”.', restoreReason: 'Vì sao dùng lại', restoreConfirm: 'Dùng lại', restoreDone: 'Lượt khám đã được dùng lại',
  history: 'Các lần sửa', historyLine: '{{name}} sửa {{when}}', noReason: 'không ghi lý do', missing: 'Không có lượt khám này trên máy',
  amendTitle: 'Sửa lượt khám', alreadySaved: 'Lần gửi trước đã lưu. Những chỗ sửa sau đó đang ở đây: xem lại rồi lưu.', draftNote: 'Nháp: tuyến trên chưa tính là hồ sơ đã nộp',
  newVersion: 'Có bản mới hơn trên máy',
} as const;

export const ticks = {
  saved: 'Đã lưu trên máy này', proved: '{{unit}} đã nhận', notYet: '{{unit}} chưa xác nhận', denied: 'Bị từ chối: xem trang Đồng bộ', legend: 'Hồ sơ này đang ở đâu',
} as const;
