export const session = {
  title: 'Đăng nhập', who: 'Ai đang làm việc?', change: 'Chọn người khác',
  password: 'Mật khẩu', showPassword: 'Hiện mật khẩu', hidePassword: 'Ẩn mật khẩu', submit: 'Vào làm việc',
  typingProgram: 'Trong mật khẩu có chữ có dấu: bộ gõ tiếng Việt đang bật. Nếu không cố ý, hãy tắt bộ gõ rồi gõ lại.',
  practicePassword: 'Mật khẩu của mọi tài khoản tập thử: {{password}}',
  forgotten: 'Quên mật khẩu?', forgottenTitle: 'Mật khẩu mới cho {{name}}', forgottenBody: 'Trưởng trạm đặt lại được ngay ở trang Tài khoản. Nếu chính trưởng trạm quên: dùng mã khôi phục trên tờ giấy đã cất.',
  capsLock: 'Phím Caps Lock đang bật',
  wrongPassword: 'Sai mật khẩu. Kiểm tra bộ gõ tiếng Việt và Caps Lock rồi gõ lại.',
  tooSoon: 'Gõ sai nhiều lần. Chờ {{seconds}} giây nữa rồi gõ lại.',
  unknownAccount: 'Không có tài khoản này trên máy.', accountDisabled: 'Tài khoản này đã ngừng dùng. Hỏi trưởng trạm.',
  needPassword: 'Gõ mật khẩu',
  sealed: 'Dữ liệu trên máy đang được niêm phong. Hồ sơ chỉ gửi lên trên sau khi có người đăng nhập.',
  locked: 'Máy đã khóa. Việc gửi hồ sơ vẫn chạy.',
  lockedTitle: 'Máy đang khóa', again: 'Phiên làm việc đã hết', againBody: 'Đăng nhập lại để làm tiếp. Biểu mẫu đang gõ vẫn còn nguyên phía sau.',
  noAccounts: 'Máy này chưa có tài khoản nào', noAccountsBody: 'Người phụ trách tạo tài khoản đầu tiên khi cài trạm.',
  tagline: 'Sổ sức khỏe và sổ kho thuốc của trạm. Làm việc được cả khi không có mạng.',
  promise1: 'Ghi xong là đã nằm trên máy này, được mã hóa.',
  promise2: 'Có đường truyền thì tự gửi, không cần chờ.',
  promise3: 'Chỉ báo “đã nhận” khi nơi nhận chứng minh được.',
  restoreTitle: 'Bản sao lưu gần nhất: {{time}} ngày {{day}}',
  restoreBody: 'Bấm nút dưới đây: tệp hỏng được cất riêng sang một bên, không xóa; bản sao lưu vào thay. Việc đã gửi lên tuyến trên sau lúc sao lưu sẽ tự về lại khi có mạng.',
  restoreNewest: 'Khôi phục từ bản sao lưu gần nhất',
  noCopyTitle: 'Trên máy này không có bản sao lưu nào', noCopyBody: 'Nếu có bản sao lưu trên thẻ nhớ hay máy khác, báo người phụ trách để khôi phục từ đó. Đừng xóa gì trong thư mục của trạm.',
  opening: { copying: 'Chương trình bản mới: đang sao lưu dữ liệu trước khi đổi. Đừng tắt máy.', checking: 'Đang đọc lại bản sao lưu để kiểm tra. Đừng tắt máy.', changing: 'Đang chuyển dữ liệu sang bản mới. Đừng tắt máy; nếu mất điện, lần sau máy làm tiếp.', people: 'Đang lập danh mục để tìm người. Đừng tắt máy; nếu mất điện, lần sau máy làm tiếp.', restoring: 'Đang khôi phục từ bản sao lưu. Có thể mất vài phút.' },
  hubTitle: 'Bảng xem hồ sơ', hubTagline: 'Xem các trạm đã gửi gì, nhận đủ tới đâu.', account: 'Tài khoản', needAccount: 'Gõ tên tài khoản', hubWrong: 'Sai tài khoản hoặc mật khẩu.',
} as const;

export const frame = {
  altKey: 'Alt+{{key}}', today: 'Hôm nay', people: 'Người dân', store: 'Kho thuốc', sync: 'Đồng bộ', immunizations: 'Trẻ em', chronic: 'Bệnh mạn tính', mothers: 'Bà mẹ', cases: 'Bệnh truyền nhiễm', reports: 'Báo cáo',
  navigation: 'Các trang chính', signedInAs: 'Đang làm việc: {{name}}', lock: 'Khóa máy', signOut: 'Đăng xuất', seal: 'Niêm phong dữ liệu',
  sealWhy: 'Đóng kho dữ liệu và ngừng gửi cho tới lần đăng nhập sau', language: 'Ngôn ngữ', appearance: 'Nền màn hình', light: 'Sáng', dark: 'Tối', auto: 'Theo máy',
  toSync: 'Mở trang Đồng bộ', version: 'Bản {{version}}', userMenu: 'Tài khoản và cài đặt',
  accounts: 'Tài khoản', ownPassword: 'Đổi mật khẩu', switch: 'Đổi người làm việc', switchWhy: 'Biểu mẫu đang gõ được giữ cho bạn',
} as const;

/** The line in the frame: never says "safe" before it is proved. */
export const truth = {
  noLine: 'Không có đường truyền', noLineWaiting_other: '{{count, number}} bản ghi chờ gửi, đã nằm trên máy này', noLineNone: 'Mọi thứ đã lưu trên máy này',
  waiting_other: '{{count, number}} bản ghi chờ gửi', waitingNotes: 'Còn nhật ký của máy chờ gửi', waitingSince: 'lâu nhất từ {{when}}', exchanging: 'Đang gửi và nhận…',
  sent: 'Đã gửi hết, chờ nơi nhận xác nhận', sentDetail: 'nơi nhận chưa chứng minh đã giữ đủ',
  proved: '{{unit}} đã nhận đủ', provedDetail: 'mọi bản ghi đến {{when}}',
  refused_other: '{{count, number}} bản ghi bị từ chối', refusedDetail: 'Bấm để xem lý do', conflicts_other: '{{count, number}} bản ghi hai nơi sửa khác nhau', conflictsDetail: 'Bấm để chọn bản đúng',
  sealed: 'Dữ liệu đang niêm phong', sealedDetail: 'Chưa gửi gì cho tới khi đăng nhập',
  notEnrolled: 'Chưa nối với tuyến trên', notEnrolledDetail_other: '{{count, number}} bản ghi chỉ có trên máy này', notEnrolledNone: 'Hồ sơ chỉ nằm trên máy này',
  hubRefuses: 'Nơi nhận không cho máy này vào', hubRefusesDetail: 'Báo người phụ trách; hồ sơ vẫn ở máy này', hubBroken: 'Nơi nhận đang hỏng', hubBrokenDetail: 'Máy tự gửi lại; hồ sơ vẫn ở máy này',
  wrongClock: 'Đồng hồ máy sai', wrongClockDetail: 'Chỉnh lại ngày giờ của máy. Nếu giờ đúng, báo người phụ trách',
  practice: 'Tập thử: không gửi đi đâu', practiceDetail: 'Người và thuốc ở đây đều bịa ra',
  unknown: 'Đang xem tình trạng gửi…', empty: 'Chưa có gì để gửi',
} as const;

export const today = {
  title: 'Hôm nay', encounters: 'lượt khám', newPeople: 'người mới ghi sổ', dispenses: 'lần cấp thuốc', people: 'người trong sổ',
  unfinished_other: '{{count, number}} biểu mẫu đang gõ dở', unfinishedBody: 'Máy đã giữ lại đúng chỗ đang gõ.', continue: 'Gõ tiếp', discard: 'Bỏ', discardTitle: 'Bỏ biểu mẫu đang gõ dở?', discardBody: 'Những gì đã gõ trong biểu mẫu này sẽ mất. Hồ sơ đã lưu không bị ảnh hưởng.', keep: 'Giữ lại',
  recent: 'Vừa ghi', recentEmpty: 'Hôm nay chưa ghi lượt khám nào', recentEmptyBody: 'Tìm người dân để bắt đầu khám.', find: 'Tìm người dân', register: 'Ghi người mới',
  expiring: 'Thuốc cần để ý', expiringEmpty: 'Không có lô nào sắp hết hạn', draftOf: '{{form}} · gõ lần cuối {{when}}',
  open: {
    conclusion_other: '{{count, number}} hồ sơ khám sức khỏe chờ kết luận', unfinished_other: '{{count, number}} hồ sơ ghi dở, chưa nộp', kinds: { conclusion: 'Chờ kết luận', unfinished: 'Ghi dở' }, filter: 'Xem loại nào',
    conclude: 'Kết luận', othersConclude: 'Bác sĩ hoặc y sĩ mở từ đây để kết luận.', preparedBy: '{{name}} ghi {{when}}', search: 'Tên hoặc thôn', nobody: 'Không có ai như vậy trong danh sách này',
  },
  firstTitle: 'Sổ còn trống', firstBody: 'Ghi người dân đầu tiên, hoặc nhập danh sách đã có từ tệp Excel. Không cần mạng.',
} as const;

export const formNames = { vaccineSession: 'Cuối buổi tiêm', coldReading: 'Ghi nhiệt độ', coldDecision: 'Xử lý báo động nhiệt độ', voidReading: 'Hủy lần đo', caseReport: 'Báo cáo ca bệnh', reviseCaseReport: 'Sửa báo cáo ca bệnh', withdrawCaseReport: 'Loại trừ ca bệnh', checkup: 'Khám sức khỏe', visit: 'Khám bệnh', register: 'Ghi người mới', editPerson: 'Sửa thông tin', dispense: 'Cấp thuốc', amend: 'Sửa lượt khám', receive: 'Nhập thuốc', opening: 'Tồn đầu kỳ', adjust: 'Điều chỉnh lô', void: 'Hủy lượt khám', restore: 'Dùng lại lượt khám', voidPerson: 'Hủy hồ sơ một người', restorePerson: 'Dùng lại hồ sơ một người', handOver: 'Chuyển sang trạm khác', decline: 'Không nhận người chuyển đến', undoDispense: 'Hoàn tác cấp thuốc', addEquipment: 'Ghi thiết bị', correctEquipment: 'Sửa thông tin thiết bị', equipmentEvent: 'Việc của thiết bị', voidEquipment: 'Hủy dòng thiết bị', facility: 'Nguồn lực của trạm', immunization: 'Ghi mũi tiêm', immunizationReaction: 'Ghi phản ứng sau tiêm', voidImmunization: 'Hủy mũi tiêm', enrolCondition: 'Ghi bệnh mạn tính', followUp: 'Khám theo dõi', changeEpisodeStatus: 'Đổi tình trạng bệnh mạn tính', voidEpisode: 'Hủy bệnh mạn tính', voidFollowUp: 'Hủy lần khám theo dõi', pregnancy: 'Ghi thai mới', amendPregnancy: 'Sửa hồ sơ thai', antenatalVisit: 'Khám thai', birth: 'Ghi ca sinh', postnatalVisit: 'Khám sau sinh', changePregnancyStatus: 'Đổi tình trạng mang thai', voidPregnancy: 'Hủy lần mang thai', voidAntenatalVisit: 'Hủy lần khám thai', voidBirth: 'Hủy ca sinh', unlinkNewborn: 'Bỏ liên kết con', voidPostnatalVisit: 'Hủy lần khám sau sinh' } as const;
