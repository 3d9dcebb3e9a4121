/** Cards of "Tập thử". */
export const practice = {
  title: 'Năm bài tập', progress: '{{done}} / {{all}} bài đã xong', intro: 'Làm thử trên người và thuốc bịa ra. Máy tự thấy khi bạn làm xong; tập lại bao nhiêu lần cũng được.',
  begin: 'Bắt đầu', again: 'Tập lại', goOn: 'Làm tiếp', failed: 'Chưa bắt đầu được bài này. Thử lại.',
  states: { new: 'Chưa tập', begun: 'Đang tập', done: 'Đã xong' },
  now: 'Đang tập: {{title}}', doneNow: 'Xong bài “{{title}}”', next: 'Bài tiếp: {{title}}', allDone: 'Bạn đã xong cả năm bài.', back: 'Về các bài tập', stop: 'Thôi',
  cards: {
    register: { title: 'Ghi một người mới', steps: ['Bấm F2 và tìm trước: có thể đã có trong sổ', 'Không thấy thì bấm “Ghi người mới”, gõ tên, nam hay nữ, ngày sinh', 'Không có số CCCD thì chọn vì sao, rồi Ctrl + Enter để lưu'] },
    checkup: { title: 'Khám sức khỏe', steps: ['Bấm F2, gõ tên một người, Enter để mở, chọn “Khám sức khỏe”', 'Gõ lý do và số đo, Tab sang ô sau; không đo được thì bấm ↓ và chọn vì sao', 'Bác sĩ, y sĩ, trưởng trạm chọn phân loại; người khác để lại chờ kết luận. Ctrl + Enter'] },
    receive: { title: 'Nhập thuốc vào kho', steps: ['Ở Kho thuốc bấm “Nhập thuốc”', 'Chọn thuốc, gõ số lô, hạn dùng như trên hộp (06/2027), số lượng', 'Bấm nhập: số tồn tăng lên ngay, thẻ kho có thêm một dòng'] },
    dispense: { title: 'Cấp thuốc cho người bệnh', steps: ['Mở một người, bấm “Cấp thuốc”', 'Gõ vài chữ tên thuốc, Enter; gõ số lượng và cách dùng', 'Máy chọn lô hết hạn trước. Bấm cấp thuốc'] },
    conflict: { title: 'Hai nơi ghi khác nhau', steps: ['Mở trang Đồng bộ: hai máy ghi hai số điện thoại cho một người', 'Xem ai ghi, lúc nào, trên máy nào', 'Bấm vào số đúng. Cả hai số vẫn xem lại được'] },
  },
} as const;
