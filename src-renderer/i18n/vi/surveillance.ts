import { diseaseNames } from '../../../src-shared/domain/surveillance/disease-names.ts';

/** Notifiable diseases: what is to be reported, reports of cases, counts, possible outbreaks. */
export const surveillance = {
  page: 'Bệnh truyền nhiễm', tabs: 'Các trang bệnh truyền nhiễm', dueTitle: 'Phải báo cáo', reportedTitle: 'Đã báo cáo', countsTitle: 'Số ca', outbreaksTitle: 'Nghi ổ dịch',
  diseases: diseaseNames,
  /** Of a visit, as its diagnoses are typed. */
  said: { byCase: '{{disease}}: phải báo cáo ca bệnh trong {{hours}} giờ từ khi nộp lượt khám.', counted: '{{disease}}: đếm vào số liệu tuần và tháng, không phải báo cáo từng ca.' },
  left_other: 'còn {{count}} giờ', lateBy_other: 'trễ {{count}} giờ', leftLess: 'còn dưới 1 giờ', lateLess: 'vừa trễ hạn',
  classes: { suspected: 'Nghi ngờ', probable: 'Có thể', confirmed: 'Xác định' },
  outcomes: { treated: 'Đang điều trị', recovered: 'Khỏi', died: 'Tử vong', transferred: 'Chuyển viện' },
  vaccinations: { full: 'Đủ mũi', partial: 'Chưa đủ', none: 'Chưa tiêm', unknown: 'Không rõ' },
  results: { pending: 'Chờ kết quả', positive: 'Dương tính', negative: 'Âm tính', unclear: 'Không rõ ràng' },
  changes: { result: 'Có kết quả xét nghiệm', outcome: 'Diễn biến mới', corrected: 'Sửa chỗ sai', returned: 'Tuyến trên trả lại' },
  withdrawReasons: { ruledOut: 'Loại trừ bệnh', wrongPatient: 'Nhầm người', reportedTwice: 'Báo trùng' },
  first: { title_other: 'Ca bệnh phải báo cáo: {{count}}', report: 'Báo cáo', all: 'Xem tất cả', deadline: 'Hạn {{at}}' },
  due: { empty: 'Không có ca nào phải báo cáo', emptyBody: 'Lượt khám có chẩn đoán trong danh sách bệnh phải báo cáo sẽ hiện ở đây.', count_other: '{{count}} ca', keys: 'Enter: báo cáo', column: { person: 'Người bệnh', disease: 'Bệnh', seen: 'Ngày khám', deadline: 'Hạn báo cáo' }, without: 'Báo cáo ca không khám tại trạm', choose: 'Chọn người bệnh' },
  reported: { empty: 'Chưa báo cáo ca nào', emptyBody: 'Báo cáo ca bệnh đã lưu sẽ hiện ở đây.', count_other: '{{count}} ca', keys: 'Enter: mở', column: { person: 'Người bệnh', disease: 'Bệnh', reported: 'Báo cáo', state: 'Tình trạng' }, withdrawn: 'Đã loại trừ', late: 'Báo trễ', returned: 'Bị trả lại', version: 'bản {{number}}' },
  counts: { span: 'Đếm theo', week: 'Tuần', month: 'Tháng', day: 'Tuần có ngày', badDay: 'Gõ ngày, ví dụ 20/11/2026', pickMonth: 'Tháng', previousMonth: 'Tháng trước', nextMonth: 'Tháng sau', badMonth: 'Gõ tháng, ví dụ 11/2026', of: 'Từ {{from}} đến {{until}}', empty: 'Không có ca nào', emptyBody: 'Đếm theo ngày khám đầu tiên của mỗi ca, từ chẩn đoán và báo cáo ca bệnh.', column: { disease: 'Bệnh', cases: 'Số ca', deaths: 'Tử vong' }, plot: '12 tuần: {{disease}}', every: 'Tất cả các bệnh', choose: 'Biểu đồ của', week12: 'tuần {{from}}: {{cases}} ca', deathsNote: 'Tử vong lấy từ báo cáo ca bệnh.' },
  outbreaks: { empty: 'Chưa thấy ổ dịch nào', emptyBody: 'Từ 2 ca cùng một bệnh phải báo cáo, cùng thôn, cách nhau không quá 14 ngày sẽ hiện ở đây.', of: '{{disease}} · {{village}}', days: 'từ {{from}} đến {{until}}', cases_other: '{{count}} ca', reported: 'đã báo cáo', notReported: 'chưa báo cáo', began: 'khởi phát {{on}}' },
  hub: {
    month: 'Tháng trạm biết ca bệnh', previous: 'Tháng trước', next: 'Tháng sau', badMonth: 'Gõ tháng, ví dụ 11/2026', every: 'Tất cả các bệnh', disease: 'Bệnh', of: '{{disease}} ({{count, number}})', summary_other: '{{count, number}} ca', deaths_other: '{{count, number}} tử vong', none: 'Tháng này không có ca nào', noneBody: 'Báo cáo ca bệnh của các trạm hiện ở đây theo ngày trạm biết ca.', noneOf: 'Tháng này không có ca nào của bệnh này',
    column: { person: 'Người bệnh', disease: 'Bệnh', station: 'Trạm', detected: 'Trạm biết lúc', reported: 'Báo cáo lúc', deadline: 'Thời hạn', state: 'Tình trạng' }, inTime: 'Đúng hạn', late: 'Trễ hạn', noDeadline: 'Không có hạn', rivals: 'có bản song song',
  },
  panel: { title: 'Bệnh truyền nhiễm', report: 'Báo cáo ca bệnh', seen: 'khám {{on}}' },
  form: {
    title: 'Báo cáo ca bệnh', reviseTitle: 'Sửa báo cáo ca bệnh', save: 'Lưu báo cáo', saved: 'Đã báo cáo ca {{disease}} của {{name}}', alreadySaved: 'Lần gửi trước đã lưu, với nội dung khác bây giờ. Xem lại báo cáo.', illness: 'Bệnh', person: 'Người bệnh', investigation: 'Điều tra và xử lý', missing: 'Không có báo cáo này trên máy.',
    deadline: 'Hạn báo cáo {{at}}', noDeadline: 'Bệnh này đếm theo tuần và tháng, không có hạn báo cáo từng ca.', inBook_other: 'Sổ tiêm chủng ghi {{count}} mũi phòng bệnh này.', law: 'Danh sách bệnh và thời hạn theo TT 54/2015/TT-BYT.',
  },
  field: {
    diseaseId: 'Bệnh', diagnosis: 'Chẩn đoán', classification: 'Phân loại ca', onsetOn: 'Ngày khởi phát', visitOn: 'Ngày khám', admittedOn: 'Ngày nhập viện', outcome: 'Tình trạng', outcomeOn: 'Ngày của tình trạng', detectedOn: 'Trạm biết ngày', detectedTime: 'lúc',
    addressAtOnset: 'Nơi ở khi khởi phát', occupation: 'Nghề nghiệp', workplace: 'Trường, nơi làm việc', vaccination: 'Đã tiêm phòng bệnh này', doses: 'Số mũi', exposure: 'Đi lại, tiếp xúc 14 ngày trước', sampleOn: 'Ngày lấy mẫu', sampleKind: 'Loại mẫu', sampleResult: 'Kết quả', action: 'Đã xử lý', change: 'Vì sao sửa',
    sample: 'Mẫu xét nghiệm', deadlineAt: 'Hạn báo cáo', withdrawn: 'Loại trừ', caseId: 'Ca bệnh', reportedAt: 'Báo cáo lúc', detectedAt: 'Trạm biết lúc',
  },
  record: { title: '{{disease}}, báo cáo {{at}}', revise: 'Sửa báo cáo', withdraw: 'Loại trừ ca này', versions: 'Các bản trước', versionOf: 'Bản {{number}}, {{at}}, {{name}}', changed: 'thay đổi: {{fields}}', withdrawn: 'Đã loại trừ: {{reason}}', late: 'Báo trễ hạn', inTime: 'Báo đúng hạn', print: 'In báo cáo', withdrawTitle: 'Loại trừ ca {{disease}}?', withdrawBody: 'Báo cáo vẫn còn đọc được, nhưng không tính là ca bệnh nữa. Sau đó không sửa thêm được.', withdrawReason: 'Vì sao', withdrawNote: 'Ghi thêm', withdrawDone: 'Đã loại trừ ca bệnh', rivals: 'Hai máy cùng báo cáo ca này. Bản mới hơn được tính; sửa báo cáo để thay cả hai.' },
} as const;
