/** What the shell itself says; everything else is said by the page. Vietnamese, as the page's default. */
export const words = {
  title: 'Trạm Xá',
  menu: { app: 'Ứng dụng', edit: 'Chỉnh sửa', view: 'Hiển thị', undo: 'Hoàn tác', redo: 'Làm lại', cut: 'Cắt', copy: 'Sao chép', paste: 'Dán', selectAll: 'Chọn tất cả', larger: 'Chữ to hơn', smaller: 'Chữ nhỏ hơn', normal: 'Cỡ chữ thường', fullScreen: 'Toàn màn hình', reload: 'Tải lại trang', print: 'In…', quit: 'Thoát' },
  retry: 'Thử lại',
  quit: 'Thoát',
  givenUp: 'Không mở được sổ của trạm',
  reasons: {
    StationKeepsDying: 'Phần lưu trữ đã dừng nhiều lần liên tiếp. Những gì đã báo "đã lưu" vẫn còn nguyên trong máy.',
    InUse: 'Sổ của trạm đang được mở bởi một cửa sổ hoặc lệnh khác. Hãy đóng nó rồi thử lại.',
    AlreadyServed: 'Sổ của trạm đang được mở bởi một cửa sổ hoặc lệnh khác. Hãy đóng nó rồi thử lại.',
    KeyringBroken: 'Tệp khoá của trạm bị hỏng. Đừng xoá gì cả; hãy gọi người phụ trách để phục hồi từ bản sao.',
    NoSuchDirectory: 'Chưa có sổ của trạm trong máy này. Hãy tạo bằng lệnh: tramxa station init',
    NotAStation: 'Chưa có sổ của trạm trong máy này. Hãy tạo bằng lệnh: tramxa station init',
    NotFound: 'Chưa có sổ của trạm trong máy này. Hãy tạo bằng lệnh: tramxa station init',
    Corrupt: 'Tệp lưu trữ bị hỏng. Đừng xoá gì cả; hãy gọi người phụ trách để phục hồi từ bản sao.',
    NewerVersion: 'Tệp lưu trữ thuộc một phiên bản mới hơn. Hãy cài phiên bản mới của phần mềm.',
    DiskFull: 'Ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi thử lại.',
    ReadOnly: 'Thư mục của trạm không ghi được. Hãy kiểm tra quyền của thư mục.',
  } as Readonly<Record<string, string>>,
  unsupported: {
    oldWindows: 'Máy này dùng Windows quá cũ. Trạm Xá cần Windows 10 (bản 1809 trở lên) hoặc Windows 11.\n\nHãy gọi người phụ trách máy tính để nâng cấp Windows, hoặc dùng máy khác. Sổ của trạm trên máy này vẫn còn nguyên.',
    notSixtyFour: 'Máy này chạy Windows 32-bit. Trạm Xá cần Windows 64-bit.\n\nHãy gọi người phụ trách máy tính: phần lớn máy mua sau năm 2010 cài được Windows 64-bit. Sổ của trạm trên máy này vẫn còn nguyên.',
  },
  otherReason: (code: string): string => `Có lỗi khi mở: ${code}. Chưa có gì bị mất.`,
} as const;
