import { pick, wholeBetween, type Random } from '../../src-shared/domain/practice/sample-people.ts';

/** Words of clinical notes; drawn one by one, so that text is about as hard to compress as what people type. */
const words = (
  'bệnh nhân đau nhẹ vùng thượng vị từ hôm qua không nôn ăn uống kém ngủ được tiểu bình thường da niêm mạc hồng phổi thông khí rõ '
  + 'tim đều bụng mềm gan lách không to họng đỏ amidan sưng ho khan về đêm sốt cao liên tục uống thuốc hạ sốt có đỡ mệt mỏi chóng mặt '
  + 'khi đứng dậy tê bì tay chân phải khớp gối sưng nóng hạn chế vận động huyết áp đo lại sau nghỉ mười phút đường huyết lúc đói tiền sử '
  + 'dị ứng hải sản gia đình có người tăng cân chậm bú kém quấy khóc phát ban mặt ngứa nhiều chiều tối theo dõi tại trạm chuyển tuyến '
  + 'huyện nếu khó thở tái khám đúng hẹn uống đủ nước nghỉ ngơi hạn chế muối đường tập đi bộ hằng ngày vệ sinh mũi họng nhỏ mắt bôi ngoài'
).split(' ');

/** A few sentences of 8 to 14 words, with an amount here and there. */
export function sampleSentences(random: Random, count: number): string {
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: wholeBetween(random, 8, 14) }, () => (random() < 0.06 ? String(wholeBetween(random, 1, 500)) : pick(random, words))).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }).join(' ');
}
