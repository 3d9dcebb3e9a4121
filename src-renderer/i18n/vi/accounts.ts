/** Who works at the station, their passwords, the recovery code. */
export const accounts = {
  title: 'Tài khoản', ownTitle: 'Mật khẩu của tôi', add: 'Thêm người', addDo: 'Thêm vào trạm', added: 'Đã thêm {{name}}',
  who: 'Người làm việc trên máy này', whoHint: 'Mỗi người một tài khoản: mỗi hồ sơ ghi rõ ai làm.', you: 'đang đăng nhập',
  field: { displayName: 'Họ và tên', role: 'Vai trò', account: 'Tên đăng nhập', state: 'Tình trạng' },
  states: { active: 'Đang dùng', disabled: 'Tạm ngừng', forgotten: 'Đã xóa' }, since: 'từ {{when}}', until: 'xóa {{when}}',
  actionsFor: 'Việc với tài khoản của {{name}}',
  act: { reset: 'Đặt mật khẩu mới', disable: 'Tạm ngừng', enable: 'Cho dùng lại', forget: 'Xóa tài khoản' },
  ask: { reset: 'Đặt mật khẩu mới cho {{name}}', disable: 'Tạm ngừng tài khoản của {{name}}?', enable: 'Cho {{name}} dùng lại?', forget: 'Xóa tài khoản của {{name}}?' },
  why: {
    reset: 'Đưa mật khẩu này cho người đó; sau khi đăng nhập, người đó tự đổi. Những nơi đang mở bằng tài khoản này bị đăng xuất.',
    disable: 'Người này không đăng nhập được nữa và bị đăng xuất ngay. Hồ sơ đã ghi vẫn còn. Cho dùng lại lúc nào cũng được.',
    enable: 'Người này đăng nhập lại được bằng mật khẩu cũ.',
    forget: 'Người này không bao giờ đăng nhập được nữa. Hồ sơ đã ghi vẫn còn và vẫn mang tên người này. Tên đăng nhập không cấp cho ai khác.',
  },
  done: { reset: '{{name}} đã có mật khẩu mới', disable: 'Đã tạm ngừng tài khoản của {{name}}', enable: '{{name}} đăng nhập lại được', forget: 'Đã xóa tài khoản của {{name}}' },
  chooseRole: 'Chọn vai trò', accountHint: 'Chữ không dấu, viết liền',
  mayDo: {
    healthWorker: 'Ghi hồ sơ, khám bệnh, chuẩn bị khám sức khỏe; không kết luận xếp loại', assistantDoctor: 'Ghi hồ sơ, khám, kết luận khám sức khỏe', doctor: 'Ghi hồ sơ, khám, kết luận khám sức khỏe',
    pharmacist: 'Kho thuốc, khóa và mở lô; ghi hồ sơ', head: 'Mọi việc, và quản lý tài khoản',
  },
  firstPasswordHint: 'Mật khẩu từ 6 ký tự. Một câu ngắn dễ nhớ tốt hơn chữ và số lộn xộn.',
  ownPassword: 'Đổi mật khẩu của tôi', ownPasswordHint: 'Không ai khác biết mật khẩu này, kể cả trưởng trạm.',
  presentPassword: 'Mật khẩu đang dùng', newPassword: 'Mật khẩu mới', newPasswordAgain: 'Gõ lại mật khẩu mới', changePassword: 'Đổi mật khẩu', passwordChanged: 'Đã đổi mật khẩu',
  recovery: 'Mã khôi phục', recoveryHint: 'Tờ giấy mở được dữ liệu khi mọi người đều quên mật khẩu.', recoveryCode: 'Mã khôi phục',
  renewRecovery: 'Làm mã khôi phục mới', renewRecoveryWhy: 'Dùng khi mất tờ giấy, hoặc có người lạ đã thấy mã. Mã cũ hết tác dụng ngay.', renewRecoveryDo: 'Làm mã mới', recoveryRenewed: 'Mã khôi phục mới đã có hiệu lực',
  recoveryHow: 'Chép ra giấy rồi cất nơi chỉ trưởng trạm biết. Mã này chỉ hiện một lần. Ai cầm nó mở được dữ liệu; mất cả nó và mật khẩu thì không ai mở được.',
  typeBack: 'Gõ lại nhóm số {{number}} từ tờ giấy:', typeBackLetter: 'Ký tự {{number}}', typedBackWrong: 'Chưa đúng, xem lại tờ giấy', writtenDown: 'Đã cất tờ giấy',
} as const;
