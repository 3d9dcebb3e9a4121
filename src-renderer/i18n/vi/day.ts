/** Lists from spreadsheets. */
export const imports = {
  title: { patients: 'Nhập danh sách người dân', stock: 'Nhập tồn đầu kỳ từ tệp' }, open: 'Nhập từ tệp',
  choose: 'Chọn tệp Excel hoặc CSV', chooseBody: 'Kéo tệp .xlsx hoặc .csv vào đây, hoặc bấm để chọn. Máy đọc được cả phông cũ TCVN3 (.VnTime) và VNI. Chưa có gì được ghi cho đến khi bạn bấm nhập.', another: 'Chọn tệp khác',
  needs: { patients: 'Cần ít nhất cột họ tên và ngày sinh. Giới tính lấy từ cột riêng, từ hai cột Nam – Nữ, hoặc từ số CCCD.', stock: 'Cần cột tên hoặc mã thuốc, số lô, hạn dùng, số lượng. Thuốc mới cần thêm đơn vị tính.' },
  reading: 'Đang đọc tệp…', letters: { unicode: 'Unicode', tcvn3: 'phông TCVN3 (.VnTime), đã đổi sang Unicode', vni: 'phông VNI, đã đổi sang Unicode', 'windows-1258': 'Windows-1258, đã đổi sang Unicode' },
  file: '{{name}} · {{rows, number}} dòng · {{letters}}', columns: 'Cột nào là gì', columnsHint: 'Máy đã đoán theo tên cột. Sửa nếu chưa đúng; lần sau tệp cùng mẫu sẽ nhớ.', column: 'Cột', heading: 'Tên cột trong tệp', samples: 'Ví dụ', field: 'Là', ignore: 'Bỏ qua',
  missing: 'Chưa có cột cho: {{fields}}. Chọn ở bảng dưới.',
  trying: 'Đang xem thử, chưa ghi gì: {{done, number}} / {{rows, number}}', running: 'Đang nhập: {{done, number}} / {{rows, number}}', stop: 'Dừng',
  wouldAdd_other: '{{count, number}} dòng sẽ được nhập', added_other: 'Đã nhập {{count, number}} dòng', already_other: '{{count, number}} dòng đã nhập từ lần trước', there_other: '{{count, number}} người đã có trong sổ', likely_other: '{{count, number}} người có lẽ đã có trong sổ', refused_other: '{{count, number}} dòng chưa nhập được',
  start_other: 'Nhập {{count, number}} dòng', includeLikely: 'Vẫn nhập cả những người có lẽ đã có trong sổ', goOn_other: 'Nhập tiếp {{count, number}} dòng còn lại',
  done: 'Xong. Đã lưu trên máy này.', doneBody: 'Sửa các dòng còn lại trong tệp rồi nhập lại cả tệp: dòng đã nhập sẽ không bị ghi hai lần.', stopped: 'Đã dừng. Dòng nào đã nhập thì vẫn còn; bấm nhập tiếp để làm phần còn lại.', stoppedFull: 'Ổ đĩa của máy đã đầy nên dừng lại. Dòng nào đã nhập thì vẫn còn. Xóa bớt tệp khác trên máy rồi bấm nhập tiếp.', stoppedFault: 'Có lỗi nên dừng lại. Dòng nào đã nhập thì vẫn còn; bấm nhập tiếp để thử phần còn lại.',
  notTaken: 'Các dòng không nhập', row: 'Dòng', why: 'Vì sao', at: 'Cột {{letter}} ({{heading}}): {{reason}}', noColumn: '{{heading}}: {{reason}} (chưa có cột nào được chọn cho mục này)', value: 'đang ghi “{{value}}”', firstOnly: 'Chỉ hiện 500 dòng đầu.', repairs: 'Máy đã sửa giúp', repair: 'Dòng {{row}}: “{{value}}” thành “{{became}}”', isThere: 'đã có trong sổ', isLikely: 'có lẽ đã có trong sổ',
  fields: {
    fullName: 'Họ và tên', sex: 'Giới tính', bornOn: 'Ngày sinh', bornOnMale: 'Năm sinh (cột Nam)', bornOnFemale: 'Năm sinh (cột Nữ)', nationalId: 'Số CCCD', insuranceNumber: 'Số thẻ BHYT', insuranceValidTo: 'Hạn thẻ BHYT', village: 'Thôn, bản, tổ', householdHead: 'Chủ hộ', addressLine: 'Số nhà, đường', phone: 'Điện thoại', ethnicity: 'Dân tộc', occupation: 'Nghề nghiệp', guardianName: 'Người giám hộ', guardianRelation: 'Quan hệ', guardianPhone: 'ĐT người giám hộ', allergies: 'Dị ứng', note: 'Ghi chú',
    code: 'Mã thuốc', inn: 'Tên thuốc', strength: 'Hàm lượng', form: 'Dạng', baseUnit: 'Đơn vị tính', lotNumber: 'Số lô', expiresOn: 'Hạn dùng', quantity: 'Số lượng',
  },
  expired_other: '{{count, number}} lô đã hết hạn (dòng {{rows}}): vẫn ghi vào sổ kho, nhưng máy không cho cấp. Kiểm tra lại hạn dùng.',
  sharedCards_other: '{{count, number}} dòng vẫn nhập, nhưng số thẻ BHYT trùng với người khác trong sổ (dòng {{rows}}). Xem lại hai thẻ.',
  problems: {
    Missing: 'chưa có', NotADate: 'không phải ngày có thật', TwoDigitYear: 'năm chỉ có hai số, máy không đoán', SexUnclear: 'không rõ nam hay nữ', NationalIdRounded: 'Excel đã làm tròn, mất số cuối; định dạng cột là chữ rồi gõ lại', NationalIdMalformed: 'CCCD phải có 12 chữ số', NotAQuantity: 'phải là số nguyên từ 1 đến 99.999.999', RepeatedInFile: 'trùng với dòng {{value}} trong tệp', MedicineDiffers: 'khác với thuốc đã ghi theo mã này; đặt cho thuốc này một mã riêng', SeveralMedicines: 'có nhiều thuốc cùng tên; ghi thêm mã hoặc hàm lượng',
    FileEmpty: 'Tệp trống.', OldExcelFile: 'Đây là tệp .xls kiểu cũ. Mở bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi chọn tệp mới.', ExcelWithPassword: 'Tệp này có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi chọn lại tệp.', NotASpreadsheet: 'Tệp này không phải bảng .xlsx hay .csv, hoặc đã hỏng. Mở thử bằng Excel, lưu thành .xlsx rồi chọn lại.', TooManyRows: 'Tệp dài quá 200.000 dòng. Xóa các dòng trống ở cuối bảng rồi lưu lại, hoặc chia nhỏ ra.', FileTooLarge: 'Tệp lớn quá 30 MB.', InvalidInput: 'Tệp không hợp lệ.',
  },
} as const;

export const paper = {
  register: 'Sổ khám hôm nay', dispensing: 'Sổ cấp thuốc hôm nay', sheet: 'In phiếu', card: 'In thẻ kho', save: '{{size}}: lưu tệp PDF', toPrinter: '{{size}}: in ra giấy',
  saved: 'Đã lưu tệp “{{name}}” trong thư mục Tải xuống (Downloads)', failed: 'Chưa làm được tệp PDF. Thử lại; dữ liệu không mất.', notPrinted: { none: 'Chưa in được: máy này không có máy in nào dùng được', silent: 'Chưa in được: máy in không trả lời', viewer: 'Chưa in được: máy này không mở được hộp in' },
  savedInstead: 'Tờ giấy đã lưu thành tệp “{{name}}” trong thư mục Tải xuống (Downloads). Mở tệp đó để in, hoặc chép sang máy có máy in.', printLate: 'Chưa in được: máy đang quá bận. Bấm “lưu tệp PDF”, rồi mở tệp đó để in. Dữ liệu không mất.',
} as const;

export const closing = {
  title: 'Cuối ngày', open: 'Cuối ngày', seen_other: 'Hôm nay đã khám {{count, number}} lượt', given_other: 'cấp thuốc {{count, number}} lượt', newPeople_other: 'ghi {{count, number}} người mới',
  canSwitchOff: 'Bạn có thể tắt máy', canSwitchOffBody: 'Mọi việc hôm nay đã lưu trên máy này. Mất điện lúc này cũng không mất gì.', notYet: 'Còn việc dở', notYetBody: 'Những gì đã gõ vẫn được giữ trên máy. Làm nốt bây giờ, hoặc mai làm tiếp.',
  fileDamaged: 'Tệp dữ liệu bị hỏng một phần', fileDamagedBody: 'Chưa tắt máy. Làm theo dòng báo đỏ ở trên: đăng xuất, đăng nhập lại để khôi phục, và báo người phụ trách.', diskFull: 'Ổ đĩa đã đầy', diskFullBody: 'Việc mới nhất có thể chưa lưu được. Làm theo dòng báo đỏ ở trên, rồi lưu lại những gì còn trên màn hình.',
  clock: 'Đồng hồ máy sai', clockBody: 'Máy đang ghi {{now}}. Chỉnh lại ngày giờ của máy trước khi ghi hồ sơ mới.',
  drafts_other: '{{count, number}} biểu mẫu đang gõ dở', draftRecords_other: '{{count, number}} hồ sơ còn là nháp, chưa nộp', noDrafts: 'Không còn biểu mẫu hay hồ sơ nào dở dang',
  where: 'Hồ sơ đang ở đâu', onThisPc: 'Máy này', onThisPcBody: 'Đã lưu mọi hồ sơ', waiting_other: '{{count, number}} hồ sơ chờ gửi. Máy tự gửi khi có mạng; tắt máy không mất.', nothingWaiting: 'Không có gì chờ gửi', holds: 'đã nhận đủ', missing: 'chưa xác nhận đủ', denied_other: '{{count, number}} hồ sơ bị từ chối: xem trang Đồng bộ', notEnrolled: 'Máy này chưa nối với tuyến trên: hồ sơ chỉ có ở đây',
  backup: 'Bản sao lưu', backupAt: 'Lần cuối {{when}}', backupNone: 'Chưa có bản sao lưu nào', backupProblem: 'Lần sao lưu gần nhất chưa được. Báo người phụ trách.', backupMissing: 'Không thấy ổ cắm để sao lưu. Cắm lại USB.', backupOff: 'Chưa bật tự sao lưu', backupSameDisk: 'Bản sao nằm cùng ổ đĩa với dữ liệu. Nên cắm thêm USB.', backupNow: 'Sao lưu ngay', toStick: 'Sao lưu ra USB “{{name}}”', onStick: 'Ra USB “{{name}}”: {{when}}, đã đọc lại đúng', backupRunning: 'Đang sao lưu…',
  papers: 'Sổ sách hôm nay', lock: 'Xong việc: khóa máy',
} as const;

export const help = {
  title: 'Trợ giúp', open: 'Trợ giúp', intro: 'Mỗi việc một trang, kèm các phím. Không cần chuột.', keys: 'Phím', go: 'Mở trang này',
  support: 'Khi cần người giúp', supportBody: 'Tệp hỗ trợ cho người phụ trách biết máy và chương trình đang thế nào. Trong đó không có tên, số hay hồ sơ của người bệnh. Bạn mở ra xem được trước khi gửi.', supportSave: 'Lưu tệp hỗ trợ', log: 'Chương trình đã làm gì', logShow: 'Xem nhật ký', logEmpty: 'Nhật ký trống', fault: 'Lỗi, mã {{id}}',
  events: { serving: 'Chương trình bắt đầu', stopped: 'Chương trình kết thúc', opened: 'Mở dữ liệu của trạm', sealed: 'Đóng dữ liệu của trạm', sessionEnded: 'Một người đã ra hoặc bị khóa màn hình', fileNotOpened: 'Không mở được tệp dữ liệu', imported: 'Nhập danh sách từ tệp', importBroke: 'Nhập danh sách bị hỏng giữa chừng', fault: 'Có lỗi',
    backedUp: 'Đã sao lưu', notBackedUp: 'Chưa sao lưu được', backupTroubleNotKept: 'Không ghi lại được vì sao chưa sao lưu', restored: 'Khôi phục từ bản sao lưu', refused: 'Máy từ chối một việc', notRestored: 'Chưa khôi phục được', fileDamaged: 'Thấy tệp dữ liệu bị hỏng', resetByRecoveryCode: 'Đặt mật khẩu mới bằng mã khôi phục', auditWaits: 'Sổ theo dõi sẽ ghi tiếp ở lần mở sau', lanNotOpened: 'Không mở được mạng nội bộ', updateOffered: 'Tuyến trên có bản mới', updatePrepared: 'Bản mới đã sẵn sàng', updateNotFetched: 'Chưa tải được bản mới', updateNotTaken: 'Không nhận bản mới', 'neighbour paired': 'Nối thêm một máy trong trạm', 'neighbour fault': 'Máy bên cạnh chép bị lỗi', 'sent what the hub lacked, or read what it has instead': 'Gửi bù những gì tuyến trên còn thiếu', 'exchange failed': 'Chưa gửi nhận được', 'exchange broke off': 'Gửi nhận bị ngắt giữa chừng', 'replication ended': 'Việc gửi nhận dừng lại', other: 'Việc khác của chương trình' },
  journeys: {
    visit: { title: 'Khám bệnh cho người đã có trong sổ', steps: ['Bấm F2, gõ vài chữ của tên (không cần dấu), thêm năm sinh nếu trùng tên.', 'Mũi tên để chọn. Alt + K khám bệnh luôn: con trỏ ở ô lý do. Enter để xem người đó trước.', 'Gõ lý do, Tab sang ô sau; Alt + C nhảy tới chẩn đoán.', 'Ctrl + Enter để nộp. Máy giữ bài đang gõ sau mỗi lần ngừng tay.'], keys: ['F2', '↑ ↓', 'Enter', 'Alt + K', 'Alt + C', 'Tab', 'Ctrl + Enter', 'Esc'] },
    register: { title: 'Ghi người mới', steps: ['Bấm F2 và tìm trước: có thể đã có trong sổ.', 'Không thấy thì bấm “Ghi người mới”.', 'Không rõ ngày sinh thì gõ 1985 hoặc 03/1985.', 'Máy báo người có lẽ trùng: bấm vào tên để mở.', 'Ctrl + Enter để lưu.'], keys: ['F2', 'Tab', 'Ctrl + Enter', 'Esc'] },
    checkup: { title: 'Khám sức khỏe định kỳ', steps: ['Mở người đó, chọn “Khám sức khỏe”.', 'Gõ số đo, Tab sang ô sau. Dùng dấu phẩy: 36,8. Alt + C nhảy tới chẩn đoán.', 'Không đo được thì bấm phím ↓ trong ô và chọn vì sao.', 'Chọn phân loại sức khỏe rồi Ctrl + Enter.'], keys: ['Tab', '↓', 'Alt + C', 'Ctrl + Enter'] },
    dispense: { title: 'Cấp thuốc', steps: ['Từ phiếu khám bấm “Nộp và cấp thuốc”, hoặc Alt + 3 rồi “Cấp thuốc”.', 'Gõ vài chữ tên thuốc, mũi tên và Enter để chọn.', 'Máy lấy lô hết hạn trước; lô hết hạn hay tạm giữ không cấp được.', 'Sai thì mở người đó, bấm “Hoàn tác”: thuốc trả về đúng lô.'], keys: ['Alt + 3', '↑ ↓', 'Enter', 'Ctrl + Enter'] },
    store: { title: 'Nhập kho và kiểm kê', steps: ['Alt + 3 mở kho.', '“Nhập thuốc” khi nhận hàng, “Tồn đầu kỳ” khi mở sổ; cả danh sách thì “Nhập từ tệp”.', 'Hạn dùng gõ như trên hộp: 06/2027.', 'Đếm thấy khác thì “Điều chỉnh” và chọn lý do.'], keys: ['Alt + 3', 'Tab', 'Enter'] },
    wrong: { title: 'Ghi nhầm thì làm sao', steps: ['Sai nội dung: mở hồ sơ, bấm “Sửa”, ghi vì sao. Bản cũ vẫn xem được.', 'Nhầm người: mở hồ sơ, bấm “Hủy lượt khám”, chọn lý do.', 'Một người ghi hai lần: mở hồ sơ ghi sau, bấm “Trùng với người khác”. Gỡ lại được.', 'Hồ sơ không phải của ai: mở hồ sơ, bấm “Hồ sơ ghi nhầm”, chọn lý do. Dùng lại được.', 'Không có gì bị xóa.'], keys: ['Ctrl + Enter', 'Esc'] },
    sync: { title: '“Huyện đã nhận” nghĩa là gì', steps: ['“Đã lưu trên máy này”: an toàn ở đây, mất điện không mất.', '“Huyện đã nhận đủ”: huyện đã chứng minh là giữ từng hồ sơ.', '“Bị trả lại”: người duyệt muốn sửa; hồ sơ vẫn còn.', '“Hai nơi sửa khác nhau”: mở trang Đồng bộ, chọn bản đúng.', 'Không có mạng thì cứ làm việc; máy tự gửi sau.'], keys: ['Alt + 4'] },
    closing: { title: 'Cuối ngày', steps: ['Mở “Cuối ngày” ở trang Hôm nay.', 'Xem còn biểu mẫu dở, hồ sơ nháp không.', 'In sổ khám và sổ cấp thuốc của hôm nay.', 'Thấy “Bạn có thể tắt máy” là tắt được.'], keys: ['Alt + 1'] },
  },
} as const;

export const same = {
  certainty: { same: 'Chắc là người này', likely: 'Có lẽ là người này', possible: 'Có thể' },
  because: { nationalId: 'cùng số CCCD', insuranceNumber: 'cùng số BHYT', name: 'cùng tên', nearlyName: 'tên gần giống', bornOn: 'cùng ngày sinh', birthYear: 'cùng năm sinh', village: 'cùng thôn', phone: 'cùng điện thoại' },
  title: 'Người này có thể đã có trong sổ:',
  mark: 'Trùng với người khác', markTitle: 'Hồ sơ này trùng với ai?', markBody: 'Hai hồ sơ được nối làm một người: mở hồ sơ nào cũng thấy đủ lượt khám. Không có gì bị xóa, gỡ lại được. Tìm hồ sơ chính của người này:', markConfirm: 'Nối với {{name}}?', markDo: 'Nối hai hồ sơ', marked: 'Đã nối hai hồ sơ làm một người',
  isSecond: 'Hồ sơ này là bản ghi thứ hai của một người. Ghi việc mới vào hồ sơ chính.', openFirst: 'Mở hồ sơ chính', unmark: 'Gỡ ra, là hai người', unmarked: 'Đã gỡ: lại là hai người', badge: 'bản ghi thứ hai',
} as const;
