/** Accounts of the console and the machines that may sign in at a hub. */
export const hubAccounts = {
  title: 'Tài khoản', people: 'Người dùng bảng xem hồ sơ', machines: 'Máy của trạm và máy chủ tuyến dưới', add: 'Thêm tài khoản', displayName: 'Họ tên', role: 'Vai trò', unit: 'Thuộc đơn vị', unitHint: 'Thấy đơn vị này và các đơn vị bên dưới',
  reset: 'Đặt lại mật khẩu', rekey: 'Đổi ứng dụng xác thực', disable: 'Ngừng dùng', enable: 'Cho dùng lại', isDisabled: 'Đã ngừng dùng', hasAuthenticator: 'Có xác thực hai lớp', noAuthenticator: 'Chỉ mật khẩu', disabled: 'Đã ngừng dùng {{account}}', enabled: '{{account}} dùng lại được',
  resetTitle: 'Mật khẩu mới cho {{account}}', resetBody: 'Mọi phiên đang mở của tài khoản này kết thúc ngay.', wasReset: '{{account}} đã có mật khẩu mới', rekeyTitle: 'Đổi ứng dụng xác thực của {{account}}?', rekeyBody: 'Dùng khi mất hoặc đổi điện thoại. Mã cũ không dùng được nữa, các phiên đang mở kết thúc.',
  qrTitle: 'Ứng dụng xác thực của {{account}}', qrBody: 'Mở ứng dụng xác thực trên điện thoại và quét hình này. Hình chỉ hiện một lần.', qrLabel: 'Mã QR cho ứng dụng xác thực', qrKey: 'Không quét được thì gõ khóa: {{key}}', qrDone: 'Đã quét xong',
  kinds: { device: 'Máy của trạm', child: 'Máy chủ tuyến dưới' }, revoke: 'Thu hồi', revokeTitle: 'Thu hồi quyền của {{user}}?', revokeBody: 'Máy này không gửi và không nhận được gì nữa. Những gì đã gửi vẫn còn.', revoked: 'Đã thu hồi quyền của {{user}}', isRevoked: 'Đã thu hồi {{when}}',
} as const;
