/** Growth of children, by WHO's standards. */
export const growth = {
  title: 'Tăng trưởng', tabs: 'Các trang về trẻ em', nutrition: 'Dinh dưỡng', nutritionTitle: 'Dinh dưỡng trẻ dưới 5 tuổi',
  indices: { weightForAge: 'Cân nặng theo tuổi', heightForAge: 'Chiều cao theo tuổi', weightForHeight: 'Cân nặng theo chiều cao', bmiForAge: 'BMI theo tuổi' },
  classes: {
    weightForAge: { veryLow: 'Nhẹ cân nặng', low: 'Nhẹ cân', normal: 'Không nhẹ cân' }, heightForAge: { veryLow: 'Thấp còi nặng', low: 'Thấp còi', normal: 'Không thấp còi' },
    weightForHeight: { veryLow: 'Gầy còm nặng', low: 'Gầy còm', normal: 'Bình thường', high: 'Thừa cân', veryHigh: 'Béo phì' }, bmiForAge: { veryLow: 'Gầy còm nặng', low: 'Gầy còm', normal: 'Bình thường', high: 'Thừa cân', veryHigh: 'Béo phì' },
  },
  doubt: 'Khó tin, xem lại số đo', typedRight: 'Khó tin, gõ đúng chưa?', z: '{{z}} SD', inIndex: '{{name}}: {{class}}',
  units: { weightForAge: 'kg', heightForAge: 'cm', weightForHeight: 'kg', bmiForAge: 'kg/m²' },
  axis: { months: 'tháng tuổi', length: 'chiều dài nằm (cm)', height: 'chiều cao đứng (cm)' },
  point: '{{date}}: {{value}} {{unit}}, {{said}}', none: 'chưa đo', legend: 'Các vùng của biểu đồ', bandNormalUp: 'từ −2 trở lên', bands: { veryLow: 'dưới −3 SD', low: '−3 đến −2', normal: '−2 đến +2', high: '+2 đến +3', veryHigh: 'trên +3' },
  empty: 'Chưa cân đo lần nào. Cân nặng, chiều cao ghi trong lượt khám sẽ hiện ở đây.', noSex: 'Chưa rõ nam hay nữ nên không so được với chuẩn.', noPoints: 'Chưa có số đo cho biểu đồ này.',
  assumed: 'Chuẩn WHO 2006. Dưới 24 tháng coi như đo nằm, từ 24 tháng đo đứng.', aboutAge: 'Không rõ ngày sinh: tuổi tính từ ngày 15/{{month}}.', yearOnly: 'Chỉ biết năm sinh: chỉ so được cân nặng với chiều cao (dưới 87 cm coi như đo nằm).',
  longAgo: 'Quá hạn cân, lần cuối {{on}}', print: 'In biểu đồ', choose: 'Chọn biểu đồ',
  list: {
    children_other: '{{count, number}} trẻ', print: 'In danh sách', finding: 'Tình trạng', everything: 'Mọi trẻ dưới 5 tuổi',
    findings: { underweight: 'Nhẹ cân', stunted: 'Thấp còi', wasted: 'Gầy còm', overweight: 'Thừa cân, béo phì', notWeighed: 'Quá hạn cân', implausible: 'Số đo khó tin' },
    column: { child: 'Trẻ', home: 'Nhà', contact: 'Liên hệ', measured: 'Cân đo lần cuối', found: 'Tình trạng' },
    weighed: 'cân {{on}}', measured: 'đo {{on}}', never: 'Chưa cân lần nào', long: 'Quá hạn cân', oldValues: 'Số đo đã quá 1 năm',
    counts: 'Trong 12 tháng qua', share: '{{low, number}}/{{of, number}} trẻ', percent: '({{share}} %)', noneMeasured: 'chưa đo trẻ nào', weighEvery: 'Dưới 2 tuổi cân mỗi 3 tháng, từ 2 tuổi mỗi 6 tháng.',
    empty: 'Không có trẻ dưới 5 tuổi', emptyBody: 'Danh sách lấy từ sổ người dân của trạm.', noneHere: 'Không có trẻ nào như vậy',
  },
} as const;
