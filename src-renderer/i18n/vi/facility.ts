/** What a station has, at the station and in the console. */
export const facility = {
  title: 'Nguồn lực của trạm', menu: 'Nguồn lực của trạm', confirmed: 'Xác nhận ngày {{date}}', never: 'Chưa ghi lần nào', print: 'In một tờ',
  due: 'Đã hơn ba tháng chưa ai xác nhận nguồn lực của trạm.', dueNever: 'Trạm chưa ghi nguồn lực: nhân lực, giường, nhà cửa.', dueOpen: 'Mở để xem lại', dueBody: 'Xem lại các số bên dưới. Không có gì đổi thì bấm “Vẫn đúng như cũ”.',
  confirm: 'Vẫn đúng như cũ', confirmedNow: 'Đã xác nhận: không có gì đổi', save: 'Lưu và xác nhận', saved: 'Đã lưu nguồn lực của trạm', alreadySaved: 'Lần gửi trước đã lưu, với nội dung khác bây giờ. Xem lại và lưu lần nữa.', onlyHead: 'Trưởng trạm ghi trang này. Bạn xem được.',
  noNames: 'Chỉ ghi số người, không ghi tên ai.', staffTitle: 'Nhân lực', staffColumn: 'Chức danh', bedColumn: 'Loại giường', villageTitle: 'Ở thôn, bản', bedsTitle: 'Giường', roomsTitle: 'Số phòng', siteTitle: 'Nhà cửa, điện nước', openingTitle: 'Giờ làm việc', criteriaTitle: 'BHYT và tiêu chí',
  headcount: 'Tổng số', atWork: 'Đang làm việc', atWorkHint: 'Không tính người nghỉ dài ngày, đi học, biệt phái', planned: 'Kế hoạch', actual: 'Thực có', occupied: 'Có người nằm', sum: 'Cộng',
  target: '{{doctors}} bác sĩ; cần ít nhất {{target}} vào năm 2027', ask: 'Những số này có đúng không?', askBody: 'Ít khi thấy như vậy. Nếu gõ nhầm thì quay lại sửa.', askSave: 'Đúng, cứ lưu',
  changesTitle: 'Đã đổi', change: '{{when}} · tài khoản “{{who}}”', changed: '{{field}}: {{from}} → {{to}}', nothing: '(trống)', staffValue: '{{headcount}} ({{atWork}} đang làm)', bedValue: 'kế hoạch {{planned}}, thực có {{actual}}, đang nằm {{occupied}}',
  names: {
    staff: 'Nhân lực', beds: 'Giường', rooms: 'Số phòng', site: 'Nhà cửa, điện nước', changes: 'Những lần đổi', confirmedOn: 'Ngày xác nhận', confirmedBy: 'Người xác nhận',
    doctor: 'Bác sĩ', preventiveDoctor: 'Bác sĩ y học dự phòng', assistantDoctor: 'Y sĩ', publicHealth: 'Y tế công cộng', nurse: 'Điều dưỡng', midwife: 'Hộ sinh', technician: 'Kỹ thuật y', pharmacist: 'Dược', nutritionist: 'Dinh dưỡng', populationOfficer: 'Dân số viên',
    otherStaff: 'Khác (kế toán, hành chính, bảo vệ)', villageHealthWorker: 'Nhân viên y tế thôn, bản', villageMidwife: 'Cô đỡ thôn, bản', populationCollaborator: 'Cộng tác viên dân số',
    stay: 'Giường lưu', delivery: 'Giường đẻ', observation: 'Theo dõi sau tiêm',
    examination: 'Khám bệnh', emergency: 'Cấp cứu, sơ cứu', deliveryRoom: 'Phòng đẻ', inpatient: 'Lưu người bệnh', vaccination: 'Tiêm chủng', pharmacy: 'Dược', laboratory: 'Xét nghiệm', traditionalMedicine: 'Y học cổ truyền', otherRoom: 'Phòng khác',
    constructionGrade: 'Nhà trạm', builtYear: 'Năm xây', landM2: 'Diện tích đất (m²)', hospitalKm: 'Cách bệnh viện (km)', water: 'Nguồn nước', toilet: 'Nhà vệ sinh', solidWaste: 'Rác thải', liquidWaste: 'Nước thải', electricity: 'Điện', generator: 'Máy phát điện', internet: 'Internet', computers: 'Máy tính dùng được',
    opensAt: 'Mở cửa lúc', closesAt: 'Đóng cửa lúc', openDaysPerWeek: 'Số ngày một tuần', nightDuty: 'Trực đêm', insuranceContract: 'Hợp đồng khám BHYT', criteriaMet: 'Đạt tiêu chí quốc gia về y tế xã', criteriaYear: 'Năm chấm', criteriaScore: 'Điểm (0–100)',
  },
  words: {
    permanent: 'Kiên cố', semiPermanent: 'Bán kiên cố', temporary: 'Tạm', tap: 'Nước máy', drilledWell: 'Giếng khoan', dugWell: 'Giếng đào', rain: 'Nước mưa', otherSource: 'Nguồn khác', none: 'Không có', hygienic: 'Hợp vệ sinh', unhygienic: 'Chưa hợp vệ sinh',
    collected: 'Có nơi thu gom', incinerator: 'Lò đốt của trạm', buried: 'Chôn lấp', otherWay: 'Cách khác', treated: 'Có xử lý', septicTank: 'Bể tự hoại', grid: 'Điện lưới', gridOftenOff: 'Điện lưới, hay mất', solar: 'Điện mặt trời', working: 'Có, chạy được', broken: 'Có, đang hỏng', cable: 'Cáp quang', mobile: 'Mạng di động',
  },
} as const;

/** The console's page of what stations have. */
export const resources = {
  title: 'Nguồn lực', csv: 'Tải CSV', empty: 'Chưa có trạm nào', emptyBody: 'Trạm hiện ra ở đây sau lần gửi đầu tiên.', all: 'Tất cả các trạm', area: 'Khu vực', directly: 'Trực thuộc ngay dưới', together: 'Cộng chung', byArea: 'Theo khu vực', stations: 'Từng trạm', stationsHint: 'Trạm thiếu nhiều nhất đứng đầu.',
  doctorsPlot: 'Bác sĩ ở mỗi trạm', doctorsPlotHint: 'Mỗi cột: số trạm có chừng ấy bác sĩ. Cần ít nhất {{target}} bác sĩ vào năm 2027.', plotLabel: 'Số trạm theo số bác sĩ: {{parts}}', plotPart: '{{doctors}} bác sĩ: {{stations}} trạm', noProfile: 'chưa ghi', orMore: '{{count}}+',
  below: 'Thiếu bác sĩ', withoutProfile: 'Chưa ghi nguồn lực', column: { cold: 'Số đo tủ lạnh', coldHint: 'đã đo / phải đo trong tháng, đến hôm qua', station: 'Trạm', lacks: 'Đang thiếu', doctors: 'Bác sĩ', nurses: 'Điều dưỡng, hộ sinh', staff: 'Nhân lực', beds: 'Giường', bedsHint: 'thực có / kế hoạch', equipment: 'Thiết bị chạy được', outOfStock: 'Thuốc đã hết', expiring: 'Lô sắp hết hạn', confirmed: 'Xác nhận', stations: 'Trạm' },
  lacks: { coldAlarms: 'Tủ lạnh chưa xử lý', coldReadings: 'Thiếu số đo tủ lạnh', doctors: 'Thiếu bác sĩ', profile: 'Chưa ghi nguồn lực', medicines: 'Hết thuốc', oldProfile: 'Hơn 3 tháng chưa xác nhận' }, fine: 'đủ', ofTotal: '{{part}} / {{total}}', unknown: '–',
} as const;
