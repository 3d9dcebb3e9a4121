export const program = {
  title: 'Phiên bản phần mềm',
  here: 'Máy này đang dùng bản {{version}}.',
  fromHub: 'Tuyến trên có bản mới: {{version}}', fromFile: 'Bản mới trong tệp: {{version}}',
  fetching: 'Đang tải về khi máy rảnh: {{percent}} %',
  copying: 'Đang sao lưu dữ liệu trước khi cập nhật. Cứ làm việc bình thường.', unpacking: 'Đang chuẩn bị bản mới. Cứ làm việc bình thường.',
  next: 'Bản {{version}} sẽ chạy lần mở máy sau. Dữ liệu đã được sao lưu; nếu bản mới không chạy được, máy tự trở lại bản đang dùng.',
  atEnd: 'Cập nhật khi tắt máy', now: 'Cập nhật ngay', forget: 'Thôi, không cập nhật', file: 'Chọn tệp cập nhật từ USB',
  askHead: 'Trưởng trạm bấm cập nhật.',
  failed: 'Bản {{version}} không chạy được trên máy này ({{when}}): {{why}} Máy đã trở lại bản {{here}}; không mất gì. Báo người phụ trách.',
  why: {
    StationEnded: 'bản đó tự dừng khi mở.', NeverSpoke: 'bản đó mở ba lần đều không lên.', Fault: 'bản đó không mở được sổ của trạm.', UpdateDamaged: 'tệp của bản đó bị hỏng hoặc bị sửa.',
    WrongSignature: 'chữ ký của bản đó không đúng.', NeedsInstaller: 'bản đó cần cài lại bằng bộ cài.',
  },
} as const;
