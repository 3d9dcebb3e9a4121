export const sync = {
  title: 'Đồng bộ', now: 'Gửi và nhận ngay', started: 'Máy đang gửi và nhận', picture: 'Đường đi của hồ sơ', pictureHint: 'Dấu tích chỉ hiện khi nơi đó chứng minh đang giữ đủ, không phải khi vừa gửi xong.',
  thisDevice: 'Máy này', keptHere_other: '{{count, number}} bản ghi trên máy này', provedCount: 'đã nhận {{proved}}', missingCount: 'thiếu {{missing}}', complete: 'nhận đủ', noWordYet: 'chưa có xác nhận', asOf: 'tính đến {{when}}', waitsHere_other: '{{count, number}} đang chờ gửi',
  waitingAlone: 'Máy này chưa nối với tuyến trên nên chưa gửi gì. Mọi thứ vẫn nằm nguyên trên máy.', nobodyAbove: 'Chưa nối với tuyến trên',
  waitingTitle: 'Chờ gửi', waitingNone: 'Không còn gì chờ gửi', waitingSome_other: '{{count, number}} bản ghi đã lưu trên máy này, sẽ tự gửi khi có đường truyền', oldest: 'Lâu nhất: {{when}}', lastContact: 'Gặp nơi nhận lần cuối: {{when}}', lineFault: 'Chưa gửi được: {{why}}.',
  deniedTitle: 'Bị từ chối', deniedNone: 'Không có hồ sơ nào bị từ chối', deniedBody: 'Nơi nhận không chịu giữ. Hồ sơ vẫn còn nguyên trên máy này.', deniedBy: '{{unit}} từ chối {{when}}', deniedReason: 'Lý do: {{reason}}', retry: 'Gửi lại', retried: 'Đã xếp để gửi lại', showRecord: 'Xem hồ sơ', showContent: 'Xem nội dung',
  movedTitle: 'Trạm nay thuộc {{unit}}', movedBody: 'Máy này vẫn đang gửi về nơi cũ. Không có gì bị mất, nhưng tuyến trên mới chưa nhận trực tiếp.', movedHint: 'Xin nơi mới tệp ghi danh hoặc mật khẩu thiết bị, rồi nhờ người phụ trách máy nối lại.',
  lateTitle: 'Quá 24 giờ chưa tới nơi cao nhất', lateBody_other: '{{unit}} còn thiếu {{count, number}} bản ghi, lâu nhất từ {{when}}.', lateHint: 'QĐ 1551/QĐ-BYT: hồ sơ cần tới nơi trong 24 giờ. Nếu lâu không có mạng, chép ra USB mang lên tuyến trên.',
  refusedAboveTitle: 'Tuyến trên nữa chưa nhận', refusedAboveBody: 'Tuyến ngay trên đã giữ, nơi cao hơn chưa chịu nhận. Hồ sơ vẫn còn nguyên. Nếu sửa hồ sơ, bản sửa sẽ tự gửi lên.', refusedAboveBy: '{{unit}} chưa nhận. Lý do: {{reason}}',
  conflictsTitle: 'Hai nơi sửa khác nhau', conflictsNone: 'Không có chỗ nào khác nhau', conflictsBody: 'Cùng một hồ sơ được sửa ở hai nơi. Chọn bản đúng; bản kia vẫn lưu trong lịch sử.', which: 'Bản nào đúng?', kept: 'Đang dùng', other: 'Bản kia', keepThis: 'Giữ bản này', useThis: 'Dùng bản này', by: '{{who}}, {{when}}', onDevice: 'máy {{device}}', onThisPc: 'máy này', onOtherPc: 'máy khác ({{device}})', resolved: 'Đã chọn xong', emptyValue: '(trống)',
  merged: 'Máy gộp',
  lan: {
    title: 'Các máy trong trạm', hintOff: 'Trạm có nhiều máy? Nối chúng qua mạng nội bộ để cùng thấy một sổ, không cần internet.', hintOn: 'Các máy đã nối tự chép cho nhau những gì vừa lưu, không cần internet.', on: 'Nối các máy trong trạm', off: 'Tắt',
    name: 'Tên máy này', nameExample: 'Ví dụ: Phòng khám', addressExample: '192.168.1.20:47880', codeExample: 'K7QM-2XRD', none: 'Chưa nối với máy nào.', add: 'Thêm một máy', join: 'Nối với máy khác', remove: 'Bỏ máy này', removeTitle: 'Bỏ máy “{{name}}”?', removeBody: 'Máy đó sẽ không đọc được gì thêm từ các máy trong trạm. Những gì nó đã có vẫn nằm trên nó.',
    offerBody: 'Trên máy kia mở trang Đồng bộ, bấm “Nối với máy khác”, rồi quét mã QR hoặc gõ địa chỉ và mã này:', address: 'Địa chỉ', code: 'Mã', until: 'Mã dùng được một lần, đến {{when}}.', noAddress: 'Máy này chưa vào mạng nội bộ', joinBody: 'Trên máy kia bấm “Thêm một máy” để xem địa chỉ và mã. Có máy quét thì đặt con trỏ vào ô địa chỉ rồi quét mã QR.', qr: 'Mã QR có địa chỉ và mã', joined: 'Đã nối. Hai máy đang chép cho nhau.',
    line: { connected: 'Đang nối, vừa gặp {{when}}', away: 'Không thấy trên mạng, gặp lần cuối: {{when}}', refused: 'Máy đó không nhận máy này; cần nối lại' },
  },
  stick: {
    title: 'Gửi và nhận bằng USB', hint: 'Khi không có mạng: chép ra USB, mang lên tuyến trên, rồi mang phản hồi về nhận ở đây.', home: 'tuyến trên',
    save: 'Chép ra USB', saving: 'Đang chép, đã được {{size}}…', holds_other: '{{count, number}} bản ghi tuyến trên chưa nhận sẽ nằm trong tệp', holdsNone: 'Không có gì mới. Tệp sẽ chỉ hỏi tuyến trên phản hồi mới nhất', savedNone: 'Đã chép. Tệp này hỏi phản hồi mới nhất.', received: 'Đã nhận phản hồi của {{unit}}.', receive: 'Nhận từ USB', receiving: 'Đang kiểm tra và nhận…', receiveHint: 'Chọn tệp phản hồi mang về từ {{home}}',
    saved_other: 'Đã chép {{count, number}} bản ghi ({{size}}). Rút USB đúng cách trước khi mang đi.', carry: 'Mang tệp này đến {{home}}. Chỉ nơi đó mở được, mất USB cũng không lộ hồ sơ.', notWritten: 'Không ghi được tệp. USB có thể đầy hoặc đã bị rút. Hồ sơ vẫn còn nguyên trên máy này.',
    arrived_other: '{{unit}} đã nhận {{count, number}} bản ghi của máy này.', pulled_other: 'Nhận về {{count, number}} bản ghi từ nơi khác.', denied_other: '{{count, number}} bản ghi bị từ chối, xem ở mục “Bị từ chối”.', waiting_other: 'Còn {{count, number}} bản ghi cho lần chép sau.', already: 'Tệp này đã nhận rồi. Không có gì thay đổi.',
    lastOpen: 'Lần chép gần nhất: {{when}}, {{documents}} bản ghi, chưa có phản hồi.', lastTaken: 'Lần chép gần nhất: {{when}}, {{documents}} bản ghi; {{home}} đã nhận {{taken}}.',
  },
  states: { notEnrolled: 'Chưa nối với tuyến trên', sealed: 'Niêm phong', noLine: 'Không có đường truyền', hubRefuses: 'Nơi nhận không cho vào', hubBroken: 'Nơi nhận đang hỏng', exchanging: 'Đang gửi và nhận', idle: 'Có đường truyền' },
  collections: { patients: 'Thông tin người dân', encounters: 'Lượt khám', dispenses: 'Phiếu cấp thuốc', medicines: 'Thuốc', lots: 'Lô thuốc', stockMovements: 'Dòng sổ kho', auditEvents: 'Nhật ký thao tác', conflicts: 'Chỗ khác nhau' },
  fields: { fullName: 'Họ và tên', sex: 'Giới tính', bornOn: 'Ngày sinh', phone: 'Điện thoại', village: 'Thôn', householdHead: 'Chủ hộ', nationalId: 'CCCD', insuranceNumber: 'BHYT', address: 'Địa chỉ', guardian: 'Giám hộ', occupation: 'Nghề', ethnicity: 'Dân tộc', allergies: 'Dị ứng', note: 'Ghi chú', conclusionClass: 'Phân loại', occurredOn: 'Ngày khám', reason: 'Lý do', symptoms: 'Triệu chứng', treatment: 'Điều trị', advice: 'Dặn dò', diagnoses: 'Chẩn đoán', status: 'Trạng thái', _deleted: 'Xóa', insuranceValidTo: 'BHYT đến', noNationalIdReason: 'Chưa có CCCD vì', expiresOn: 'Hạn dùng', lotNumber: 'Số lô', nextVisitOn: 'Hẹn khám lại' },
  proxy: {
    title: 'Mạng qua máy chủ proxy', hint: 'Chỉ cần khi người quản mạng của cơ quan nói phải đi qua proxy. Không biết thì để trống.', none: 'Đang nối thẳng, không qua proxy.', now: 'Đang đi qua {{url}}.',
    url: 'Địa chỉ proxy', urlHint: 'ví dụ proxy.syt.gov.vn:3128', user: 'Tên đăng nhập proxy (nếu có)', password: 'Mật khẩu proxy', save: 'Lưu và thử ngay', remove: 'Bỏ proxy',
    reached: 'Đã lưu. Nối được tới nơi nhận.', notReached: 'Đã lưu, nhưng chưa nối được tới nơi nhận. Kiểm tra địa chỉ, tên và mật khẩu proxy với người quản mạng. Hồ sơ vẫn còn trên máy này.',
  },
  lineFaults: {
    noLine: 'không nối được tới nơi nhận, máy sẽ tự thử lại', timeout: 'nơi nhận không trả lời kịp, có thể mạng quá yếu', unauthorized: 'nơi nhận không nhận ra máy này nữa (quyền vào đã bị thu hồi hoặc đã đổi). Hồ sơ vẫn còn nguyên trên máy này; gọi tuyến trên xin tệp ghi danh mới rồi mở tệp đó ở trang Tài khoản', forbidden: 'máy này không được phép gửi vào đó, cần báo tuyến trên',
    notFound: 'nơi nhận chưa mở sổ cho trạm này, cần báo tuyến trên', tooLarge: 'nơi nhận không nhận gói lớn như vậy', notCouch: 'một trang web trả lời thay nơi nhận, có thể mạng này cần đăng nhập trước', hubBroken: 'nơi nhận đang trục trặc, máy sẽ tự gửi lại',
  },
  deniedReasons: { forbidden: 'máy này không được phép ghi hồ sơ đó', tooLarge: 'hồ sơ quá lớn', invalid: 'hồ sơ không đúng mẫu', unauthorized: 'máy này chưa được nhận diện' },
} as const;

export const hub = {
  title: 'Bảng xem hồ sơ', stations: 'Các trạm', records: 'Hồ sơ đã nộp', signOut: 'Đăng xuất',
  roles: { reviewer: 'Người xem xét', manager: 'Quản lý', administrator: 'Quản trị' },
  column: { unit: 'Trạm', last: 'Gặp lần cuối', submitted: 'Đã nộp', above: 'Tuyến trên đã nhận', trouble: 'Cần xem', patient: 'Người bệnh', kind: 'Loại', on: 'Ngày khám', author: 'Người khám', received: 'Nộp lúc', },
  healthCount: 'sức khỏe {{count, number}}', resourcesCount: 'kho {{count, number}}', stationsEmpty: 'Chưa có trạm nào', stationsEmptyBody: 'Trạm hiện ra ở đây sau lần gửi đầu tiên.', recordsNone: 'Không có hồ sơ nào khớp', recordsNoneBody: 'Thử bỏ bớt điều kiện lọc.',
  filterUnit: 'Trạm', filterKind: 'Loại khám', filterText: 'Tìm theo tên hoặc CCCD', total: '{{shown}} / {{total}} hồ sơ', more: 'Xem thêm', top: 'Không có tuyến trên',
  record: 'Hồ sơ', content: 'Nội dung', versions: 'Các lần sửa', versionsNone: 'Chưa sửa lần nào', dispenses: 'Thuốc đã cấp', dispensesNone: 'Chưa cấp thuốc cho lượt này', receivedAt: 'Nhận lúc {{when}}', revision: 'Bản thứ {{rev}}', recordMissing: 'Không có hồ sơ này', access: 'Mỗi lần mở hồ sơ đều được ghi lại.', proved: 'đủ {{proved}}', missing: 'thiếu {{missing}}',
  unreachable: 'Không nối được với máy chủ', path: 'Tuyến trên',
  notYours: 'Tài khoản này không xem được trang này', notYoursBody: 'Trang này dành cho: {{roles}}. Nếu cần, báo người quản trị ở đơn vị này.', notYoursAccounts: 'Chỉ người quản trị của đơn vị này xem và thêm tài khoản.', toStations: 'Về danh sách trạm',
} as const;
