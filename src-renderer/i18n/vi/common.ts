/** Words every screen shares. */
export const common = {
  product: 'Trạm Xá',
  cancel: 'Thôi', close: 'Đóng', back: 'Quay lại', undo: 'Hoàn tác', retry: 'Thử lại', optional: 'không bắt buộc', yes: 'Có', no: 'Không', clear: 'Xóa ô tìm',
  village: 'Thôn, bản', everyVillage: 'Mọi thôn', noVillage: 'Chưa ghi thôn',
  askTitle: 'Xem lại trước khi lưu', askBody: 'Nếu đúng là như vậy thì cứ lưu.', askSave: 'Đúng, lưu',
  loading: 'Đang mở…',
  offlineTitle: 'Không nối được với chương trình trên máy này',
  offlineBody: 'Màn hình đang tự nối lại. Những gì đã lưu vẫn còn nguyên.',
  unansweredTitle: 'Chương trình trên máy này không trả lời lúc vừa bấm',
  unansweredBody: 'Chưa chắc việc vừa bấm đã được lưu. Những gì vừa gõ vẫn còn trên màn hình; nối lại được thì bấm lại.',
  noPassTitle: 'Trình duyệt này chưa được mở cửa',
  noPassBody: 'Địa chỉ chương trình in ra khi khởi động chỉ mở được cho một trình duyệt. Nếu đã dùng địa chỉ ấy ở trình duyệt khác thì làm tiếp ở đó; muốn làm ở đây thì tắt chương trình, mở lại, rồi dùng địa chỉ mới.',
  brokenTitle: 'Có lỗi trong chương trình, chưa có gì được lưu',
  brokenBody: 'Những gì vừa gõ vẫn còn trên màn hình. Hãy thử lại; nếu vẫn lỗi, báo mã lỗi này cho người phụ trách.',
  brokenReading: 'Chưa đọc được phần này',
  brokenReadingBody: 'Dữ liệu không mất. Hãy thử lại; nếu vẫn lỗi, báo mã lỗi này cho người phụ trách.',
  faultId: 'Mã lỗi: {{id}}',
  diskFull: 'Ổ đĩa của máy đã đầy: chưa lưu thêm được gì, nhưng vẫn xem được. Xóa bớt tệp khác trên máy, rồi làm tiếp.', fileDamaged: 'Một phần tệp dữ liệu bị hỏng. Hãy đăng xuất rồi đăng nhập lại để khôi phục từ bản sao lưu; báo người phụ trách.', damagedTitle: 'Một phần tệp dữ liệu trên máy bị hỏng', damagedBody: 'Việc vừa bấm chưa làm được. Những gì vừa gõ vẫn còn trên màn hình. Hãy đăng xuất rồi đăng nhập lại: máy sẽ cho khôi phục từ bản sao lưu gần nhất.',
  clockBehind: 'Đồng hồ máy sai: chậm hơn lần ghi gần nhất. Hãy chỉnh lại ngày giờ trước khi ghi hồ sơ.',
  practice: 'Dữ liệu mẫu: để tập, không phải người thật',
  languageName: 'Tiếng Việt', otherLanguage: 'English',
  moreActions: 'Việc khác',
  notDrawn: 'Trang này bị lỗi, không hiện được', notDrawnBody: 'Những gì đã lưu và đang gõ dở vẫn còn trên máy. Bấm “Mở lại”. Vẫn lỗi thì làm ở trang khác và báo người phụ trách.', openAgain: 'Mở lại',
  pageMissing: 'Không có trang này', pageMissingBody: 'Địa chỉ không đúng, hoặc hồ sơ không có trên máy này.',
  goToday: 'Về trang Hôm nay',
  required: 'Cần điền mục này',
  f2: 'Phím F2',
} as const;

export const sexes = { male: 'Nam', female: 'Nữ', undetermined: 'Chưa rõ' } as const;
export const roles = { healthWorker: 'Nhân viên y tế', assistantDoctor: 'Y sĩ', doctor: 'Bác sĩ', pharmacist: 'Dược sĩ', head: 'Trưởng trạm' } as const;

/** Names of known kinds of unit; `above` for one not listed (tiers are data). */
export const tiers = { station: 'Trạm', commune: 'Xã', cluster: 'Cụm', area: 'Khu vực', region: 'Vùng', district: 'Huyện', province: 'Tỉnh', city: 'Thành phố', central: 'Trung ương', national: 'Trung ương', above: 'Tuyến trên' } as const;

export const dates = {
  today: 'Hôm nay', yesterday: 'Hôm qua', yesterdayAt: 'hôm qua lúc {{time}}', dayAt: '{{day}} lúc {{time}}', never: 'chưa lần nào',
  years_other: '{{count}} tuổi', months_other: '{{count}} tháng tuổi', days_other: '{{count}} ngày tuổi', about: 'khoảng {{age}}',
} as const;

/** What is wrong with what was typed in one field. */
export const problems = {
  required: 'Cần điền mục này',
  passwordTooShort: 'Cần ít nhất {{shortest}} ký tự', passwordsDiffer: 'Hai lần gõ không giống nhau',
  notAPara: 'PARA có bốn chữ số, ví dụ 1001',
  notANumber: 'Chưa phải là số. Ví dụ: 36,8',
  notWhole: 'Cần số nguyên, không có phần lẻ',
  outOfRange: 'Ngoài khoảng {{min}}–{{max}} {{unit}}. Kiểm tra lại số vừa gõ',
  tooManyDecimals: 'Chỉ ghi một số lẻ. Ví dụ: 36,8',
  heightInCm: 'Chiều cao ghi bằng cm: gõ {{cm}}',
  notPositive: 'Cần số lớn hơn 0',
  notADate: 'Chưa đọc được ngày. Gõ ngày/tháng/năm, ví dụ 15/03/1985',
  notAPartialDate: 'Chưa đọc được. Gõ 15/03/1985, 03/1985 hoặc 1985',
  noSuchDay: 'Không có ngày {{typed}}',
  noSuchMonth: 'Không có tháng {{typed}}',
  inFuture: 'Ngày này chưa tới',
  tooLongAgo: 'Năm này xa quá, kiểm tra lại',
  beforeBirth: 'Trước ngày sinh',
  alreadyExpired: 'Đã quá hạn dùng: không nhập vào kho',
  notAnExpiry: 'Gõ tháng/năm như trên hộp, ví dụ 06/2027, hoặc đủ ngày',
  idLength: 'CCCD có 12 chữ số, mới gõ {{count}}',
  communeCode: 'Mã xã có 5 chữ số',
  idDigits: 'CCCD chỉ gồm chữ số',
  insuranceFormat: 'Số BHYT có 15 ký tự (2 chữ, 13 số) hoặc 10 chữ số',
  phoneFormat: 'Số điện thoại có 10 chữ số, bắt đầu bằng 0',
  icdFormat: 'Mã ICD-10 như J06.9',
  nameFormat: 'Chưa phải tên người. Viết bằng chữ', unitFormat: 'Chỉ chữ thường không dấu và số', notACount: 'Chưa phải là số. Gõ số nguyên, ví dụ 20',
  codeFormat: 'Chỉ chữ không dấu, số, chấm, gạch',
  looksPersonal: 'Không ghi tên hay số của người ở đây',
  documentFormat: 'Chỉ chữ, số và các dấu / . -',
  notAPressure: 'Gõ tối đa/tối thiểu, ví dụ 140/90', pressureOutOfRange: 'Tối đa 50–280, tối thiểu 30–180. Kiểm tra lại số vừa gõ',
  diastolicAbove: 'Huyết áp tối thiểu phải nhỏ hơn tối đa',
  needsText: 'Ghi chẩn đoán bằng lời bên cạnh mã',
  moreThanHave: 'Trong kho chỉ còn dùng được {{available}}',
  notATime: 'Gõ giờ như 07:30',
  tooLong: 'Dài quá, tối đa {{max}} ký tự',
} as const;
