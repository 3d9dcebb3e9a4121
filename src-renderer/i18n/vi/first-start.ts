/** The first start of a PC. */
export const firstStart = {
  step: { way: 'Bắt đầu', station: 'Trạm nào', account: 'Người phụ trách', code: 'Mã khôi phục' },
  where: 'Dữ liệu sẽ nằm ở {{dir}}',
  welcome: 'Máy này chưa có trạm nào', welcomeBody: 'Không cần mạng. Mất chừng ba phút, có giấy bút bên cạnh.',
  real: 'Trạm thật', realBody: 'Ghi hồ sơ của người dân trong xã. Dữ liệu được mã hóa trên máy này.',
  practice: 'Tập thử', practiceAgain: 'Mở lại Tập thử', practiceBody: 'Người và thuốc đều bịa ra, nằm ở thư mục riêng, không bao giờ gửi đi đâu. Tập xong vẫn quay lại làm trạm thật.', practiceMaking: 'Đang chuẩn bị người và thuốc để tập…',
  whichTitle: 'Đây là trạm nào?', whichBody: 'Mã trạm đi theo mọi hồ sơ và không đổi được về sau.',
  enrolment: 'Có tệp ghi danh của tuyến trên?', enrolmentHint: 'Tệp cho sẵn tên trạm và nối máy này với tuyến trên. Chưa có thì chọn trạm ở dưới, nối sau cũng được.',
  chooseFile: 'Chọn tệp', pin: 'Mã PIN kèm tệp', needPin: 'Gõ mã PIN gửi kèm tệp', openFile: 'Mở tệp', joined: 'Mã {{unit}}, gửi hồ sơ lên {{hub}}', notThis: 'Không phải trạm này',
  pickUnit: 'Chọn xã, phường', pickUnitHint: 'Gõ tên xã, có dấu hay không đều được', pickUnitNone: 'Không thấy: gõ tên và mã ở dưới',
  unitName: 'Tên trạm', unit: 'Mã trạm', unitHint: 'Chữ thường không dấu và số',
  next: 'Tiếp tục',
  headTitle: 'Ai phụ trách trạm?', headBody: 'Tài khoản đầu tiên của {{station}}: trưởng trạm. Người khác thêm sau, ở trang Tài khoản.', make: 'Tạo trạm',
  codeTitle: 'Chép mã khôi phục ra giấy', codeBody: '{{station}} đã sẵn sàng. Khi mọi người đều quên mật khẩu, chỉ tờ giấy này mở được dữ liệu.', begin: 'Bắt đầu làm việc',
} as const;
