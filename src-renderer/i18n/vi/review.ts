/** Lời của người xem xét: ở trạm và ở bảng xem hồ sơ. */
export const review = {
  states: { submitted: 'Chờ xem', returned: 'Bị trả lại', accepted: 'Đã duyệt' },
  reviewer: 'Người duyệt ở tuyến trên',
  returnedTitle_other: '{{count, number}} hồ sơ bị trả lại, cần sửa', returnedHint: 'Mở hồ sơ, sửa theo lời nhắn rồi lưu. Bản sửa tự nộp lại.', returnedBy: '{{name}} trả lại {{when}}', noReason: 'Xem nhận xét ở từng ô', atFields: 'Nhận xét ở: {{fields}}',
  requestedTitle_other: 'Tuyến trên hỏi {{count, number}} hồ sơ còn thiếu', requestedBy: '{{name}} hỏi {{when}}', requestedKind: { checkup: 'Phiếu khám sức khỏe', visit: 'Phiếu khám bệnh' }, requestedOn: 'ngày {{date}}', openPerson: 'Mở hồ sơ người này', fix: 'Sửa hồ sơ',
  noteTitle: 'Hồ sơ này bị trả lại', noteReply: 'Ghi câu trả lời của trạm vào ô “Vì sao sửa”. Nếu số liệu đã đúng, ghi rõ vì sao rồi lưu.',
  trail: 'Trả lại và sửa', trailNone: 'Chưa ai xem hồ sơ này', trailReturned: '{{name}} trả lại {{when}}', trailAccepted: '{{name}} duyệt {{when}}', trailCorrected: '{{name}} sửa {{when}}', trailOpen: 'Trạm chưa sửa',
  was: 'Trước: {{value}}', wasEmpty: 'Trước: để trống', comparedTitle_other: 'Khác bản bị trả lại ở {{count, number}} ô', comparedNone: 'Bản sửa không khác bản bị trả lại ở ô nào', comparedWhy: 'Đã trả lại vì: {{reason}}. Trạm trả lời: {{reply}}',
  problems: {
    title: 'Cần xem kỹ', none: 'Không thấy gì lạ', NotReadable: 'Hồ sơ sai mẫu', OccurredBeforeBirth: 'Ngày khám trước ngày sinh', OccurredInFuture: 'Ngày khám sau ngày nộp', DiastolicNotBelowSystolic: 'HA tối thiểu không nhỏ hơn tối đa', NextVisitNotAfter: 'Hẹn khám lại trước ngày khám', PatientNotFound: 'Không có thông tin người bệnh',
    ReasonMissing: 'Thiếu lý do khám', VitalSignMissing: 'Thiếu số đo bắt buộc', ConclusionClassMissing: 'Thiếu phân loại sức khỏe', ConclusionClassNotForVisit: 'Khám bệnh mà có phân loại sức khỏe', DiagnosisOrSymptomsMissing: 'Thiếu chẩn đoán và triệu chứng',
    ImplausibleBmi: 'Cân nặng, chiều cao khó tin', ClassAgainstPressure: 'Loại I mà huyết áp cao', WrittenLate: 'Ghi muộn trên 30 ngày', GroupEmpty: 'Bỏ trống cả phần', NothingMeasured: 'Không đo số nào', NationalIdElsewhere: 'CCCD có ở hồ sơ khác', CheckupTwiceThatDay: 'Hai phiếu khám sức khỏe cùng ngày', other: 'Chỗ lạ khác',
  },
  completeness: { title: 'Các phần của phiếu ghi được bao nhiêu', hint: 'Phần trăm ô cần ghi đã ghi, cộng mọi hồ sơ đã nộp. Trạm ghi thiếu nhiều nhất ở trên.', all: 'Cả phiếu' },
  groups: { history: 'Lý do, triệu chứng', body: 'Số đo cơ thể', vitals: 'Dấu hiệu sinh tồn', diagnosis: 'Chẩn đoán', conclusion: 'Kết luận', plan: 'Điều trị và dặn dò', filled: '{{filled, number}}/{{of, number}}' },
  marks: { problem: 'Có chỗ cần xem kỹ', late: 'Đến muộn', drawn: 'Rút ngẫu nhiên', corrected: 'Đã sửa lại', clean: 'Không vướng gì' },
  queue: {
    title: 'Hồ sơ cần duyệt', state: 'Tình trạng', all: 'Tất cả', mark: 'Dấu hiệu', month: 'Tháng khám', monthHint: 'tháng, ví dụ 03/2026', older: 'Nộp đã', olderDays_other: 'trên {{count, number}} ngày', column: 'Cần xem kỹ', sample: 'Rút ngẫu nhiên {{percent}} % hồ sơ mỗi trạm, số gieo {{seed}}', previous: 'Trang trước', next: 'Trang sau', doneAll: 'Không còn hồ sơ chờ xem', doneAllBody: 'Hồ sơ đã trả lại hiện lại ở đây khi trạm sửa xong.',
    acceptClean: 'Duyệt các hồ sơ không vướng', acceptCleanTitle: 'Duyệt các hồ sơ không vướng?', acceptCleanBody_other: '{{count, number}} hồ sơ trong danh sách này không có chỗ cần xem kỹ, không đến muộn, không bị rút ngẫu nhiên, chưa từng bị trả lại.', acceptedCount_other: 'Đã duyệt {{count, number}} hồ sơ', acceptNone: 'Không có hồ sơ nào không vướng trong danh sách này.', confirm: 'Duyệt',
    ask: 'Hỏi hồ sơ thiếu', askTitle: 'Hỏi trạm một hồ sơ còn thiếu', askWhat: 'Thiếu gì, vì sao biết?', askSend: 'Gửi câu hỏi', askDay: 'Ngày khám, nếu biết', asked: 'Đã gửi câu hỏi. Trạm thấy ở lần gặp tới.', openRequests_other: '{{count, number}} câu hỏi chưa có trả lời', withdraw: 'Rút câu hỏi', withdrawn: 'Đã rút câu hỏi', needUnit: 'Chọn trạm', needText: 'Ghi điều cần hỏi', badDay: 'Không phải ngày có thật', badMonth: 'Gõ tháng/năm, ví dụ 03/2026',
  },
  decide: {
    title: 'Ý kiến của bạn', reason: 'Lý do trả lại', reasonHint: 'Trạm đọc dòng này đầu tiên', accept: 'Duyệt', return: 'Trả lại trạm', accepted: 'Đã duyệt', returned: 'Đã trả lại. Trạm thấy ở lần gặp tới.', addComment: 'Nhận xét ô này', commentFor: 'Nhận xét: {{field}}', comments_other: '{{count, number}} nhận xét ở các ô',
    claimed: '{{name}} đang xem hồ sơ này, tới {{when}}', colleague: 'Người duyệt khác', notYours: 'Hồ sơ này do {{unit}} duyệt. Ở đây chỉ xem.', changed: 'Trạm vừa gửi bản mới hơn. Mở lại để xem bản đó.', reload: 'Mở bản mới',
  },
  refusals: {
    NoSuchAccount: 'Không có tài khoản này.', AccountExists: 'Đã có tài khoản hoặc máy với tên này.', BadAccount: 'Tên tài khoản chỉ gồm chữ nhỏ không dấu, số và . _ -', BadUnit: 'Mã đơn vị chỉ gồm chữ nhỏ không dấu và số.', UnknownUnit: 'Ở đây chưa biết đơn vị này. Cấp máy cho trạm, hoặc công bố danh sách đơn vị trước.', WeakPassword: 'Mật khẩu cần ít nhất 8 ký tự.', OwnAccount: 'Không ai tự ngừng tài khoản của mình; nhờ quản trị khác.', NoSuchCredential: 'Máy này đã thu hồi rồi.',
    ReasonMissing: 'Ghi lý do trả lại, hoặc nhận xét ít nhất một ô.', ChangedMeanwhile: 'Trạm vừa gửi bản mới hơn. Mở lại hồ sơ rồi quyết định.', ClaimedByOther: 'Người khác đang xem hồ sơ này. Chờ họ xong hoặc hỏi họ.', NotResponsible: 'Đơn vị khác duyệt hồ sơ của trạm này.', AlreadyAccepted: 'Hồ sơ này đã được duyệt rồi.', RecordNotFound: 'Không có hồ sơ này.', NotSubmitted: 'Hồ sơ này chưa nộp.', other: 'Chưa ghi gì. Thử lại sau.',
  },
  purpose: { title: 'Bạn mở hồ sơ để làm gì?', body: 'Hỏi một lần cho mỗi phiên làm việc. Ai mở hồ sơ của ai, lúc nào, để làm gì đều được ghi lại và người dân có quyền hỏi.', purposes: { review: 'Duyệt hồ sơ các trạm nộp', personAsked: 'Người dân yêu cầu', inspection: 'Kiểm tra, giám sát', complaint: 'Giải quyết khiếu nại' }, note: 'Ghi thêm (số công văn, tên việc)', go: 'Xem hồ sơ', now: 'Đang làm: {{purpose}}' },
  months: { title: 'Khóa tháng', whoLocks: 'Người quản lý của tuyến này khóa và mở lại tháng.', body: 'Tháng đã khóa vẫn nhận hồ sơ đến sau, chỉ đánh dấu đến muộn.', unit: 'Trạm', period: 'Tháng', lock: 'Khóa tháng', unlock: 'Mở lại', none: 'Chưa khóa tháng nào', lockedBy: '{{name}} khóa {{when}}', locked: 'Đã khóa tháng', unlocked: 'Đã mở lại tháng', allUnits: 'Tất cả các trạm' },
  access: { title: 'Nhật ký xem hồ sơ', at: 'Lúc', who: 'Ai', whose: 'Hồ sơ', why: 'Để làm gì', none: 'Chưa ai mở hồ sơ nào', unbroken: 'Chuỗi nhật ký nguyên vẹn', broken: 'Nhật ký bị đứt từ dòng {{line}}', brokenBody: 'Từ dòng {{line}} trở đi có dòng đã bị sửa hoặc mất. Giữ bản sao hiện có và báo người quản trị ngay.', wholeAt: 'Kiểm tra cả nhật ký: {{when}}', wholeNever: 'Chưa kiểm tra cả nhật ký', checkWhole: 'Kiểm tra cả nhật ký', shown: '{{from}}–{{to}} trong {{count, number}} dòng', openRecord: 'Mở hồ sơ', listPeople: 'Thấy tên trong danh sách', findPerson: 'Tìm theo CCCD', openConflict: 'Xem chỗ hai nơi khác nhau', openDatabase: 'Đọc cả sổ', recoverStation: 'Mở lại máy đã mất hết mật khẩu' },
  stations: {
    name: 'Trạm', days_other: '{{count, number}} ngày', backlog: 'Còn ở trạm', backlogUnknown: 'chưa báo', waiting: 'Chờ duyệt', fourteen: '14 ngày qua', version: 'bản {{version}}', csv: 'Tải CSV', chartLabel: 'Số hồ sơ nộp mỗi ngày, 14 ngày qua: {{days}}', fine: 'Ổn',
    troubles: { denied: 'Hồ sơ bị từ chối', neverMet: 'Chưa gặp lần nào', silent: 'Im lặng lâu', conflicts: 'Hai nơi khác nhau', missingAbove: 'Tuyến trên còn thiếu', waiting: 'Dồn nhiều hồ sơ chờ duyệt' },
  },
  conflictsBody: 'Cùng một hồ sơ được sửa ở hai nơi. Trạm chọn bản đúng; ở đây chỉ xem. Cả hai bản đều còn.',
  code: 'Sáu số trên điện thoại', needCode: 'Gõ sáu số trong ứng dụng xác thực', wrongCode: 'Sáu số không đúng hoặc đã dùng rồi. Chờ số mới rồi gõ lại.',
  fields: { diagnoses: 'Chẩn đoán', observations: 'Số đo' },
} as const;
