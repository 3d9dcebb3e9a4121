/** Người chuyển giữa các trạm, ở bảng của tuyến trên. */
export const handovers = {
  title: 'Chuyển trạm', person: 'Người dân', when: 'Chuyển lúc', from: 'Từ trạm', to: 'Sang trạm', why: 'Lý do', state: 'Tình trạng', none: 'Chưa ai chuyển trạm', noneBody: 'Khi một trạm chuyển người dân sang trạm khác, dòng đó hiện ở đây.', nameless: 'Chưa có tên',
  states: { onTheWay: 'Đang trên đường', waiting: 'Chờ trạm nhận trả lời', accepted: 'Trạm kia đã nhận', declined: 'Trạm kia không nhận', takenBack: 'Đã nhận lại', atBoth: 'Đang ở cả hai trạm' },
  atBothHint: 'Nhận lại khi {{unit}} đã nhận vào sổ. Một trong hai trạm phải chuyển người này sang trạm kia.',
} as const;
