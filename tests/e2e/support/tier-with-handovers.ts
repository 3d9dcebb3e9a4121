import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { loadSamples } from './load-samples.ts';
import { profileLine } from './picture-lines.ts';
import { runTramxa } from './run-tramxa.ts';
import { person, type Hub, type Station, type World } from './world.ts';

const id = (kind: string, serial: number): string => `${kind}:019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const names = ['Lê Thị Đào', 'Phạm Văn Cường', 'Trần Thị Ngọc Ánh', 'Hoàng Văn Út', 'Võ Thị Sáu', 'Đặng Quốc Khánh'];
const line = (operation: string, input: object): string => JSON.stringify({ operation, input });

export interface Tier { province: Hub; district: Hub; medicines: string; oldLetters: string }

async function load(world: World, station: Station, name: string, lines: string[]): Promise<void> {
  const file = join(world.dir, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const done = await station.load(file);
  expect(done.refusedCount ?? 0, JSON.stringify(done)).toBe(0);
}

/** Nobody is signed in at these stations: nothing of them travels by itself. */
const exchange = (station: Station): Promise<unknown> => runTramxa(['station', 'sync', '--dir', station.dir, '--account', person.account, '--wait', '0'], { TRAMXA_PASSWORD: person.password });

async function publish(world: World, { dir }: Hub): Promise<Pick<Tier, 'medicines' | 'oldLetters'>> {
  const file = (name: string, content: string | Buffer) => { const path = join(world.dir, name); writeFileSync(path, content); return path; };
  const unit = (key: string, name: string, tier: string, above?: string) => ({ unit: key, name, tier, from: '2025-07-01', ...(above === undefined ? {} : { parents: [{ kind: 'professional', unit: above, from: '2025-07-01' }] }) });
  await runTramxa(['hub', 'org', 'publish', '--dir', dir, file('units.json', JSON.stringify([
    unit('79', 'Sở Y tế Thành phố Hồ Chí Minh', 'province'), unit('769', 'Trung tâm Y tế khu vực Thủ Đức', 'area', '79'), unit('25001', 'Trạm Y tế xã An Phú', 'station', '769'),
    unit('25002', 'Trạm Y tế xã Bình Khánh', 'station', '769'), unit('25003', 'Trạm Y tế xã Cần Giờ', 'station', '769'),
  ]))]);
  const medicines = file('thuoc.csv', 'mã;hoạt chất;hàm lượng;dạng;đơn vị;mã atc;nhóm\nPARA500;Paracetamol;500 mg;viên nén;viên;N02BE01;Giảm đau, hạ sốt\nAMOX500;Amoxicilin;500 mg;viên nang;viên;J01CA04;Kháng sinh\nORS;Oresol;27,9 g;gói;gói;A07CA;Bù nước\nAMLO5;Amlodipin;5 mg;viên nén;viên;C08CA01;Tim mạch\nMETF850;Metformin;850 mg;viên nén bao phim;viên;A10BA02;Đái tháo đường\n');
  await runTramxa(['hub', 'catalogue', 'publish', '--dir', dir, '--catalogue', 'medicines', medicines, '--note', 'Danh mục dùng tại trạm']);
  await runTramxa(['hub', 'catalogue', 'publish', '--dir', dir, '--catalogue', 'notices', file('thong-bao.csv', 'mã;tiêu đề;nội dung;khẩn\nSXH11;Sốt xuất huyết tăng;Hỏi dấu hiệu cảnh báo ở mọi người sốt từ ngày thứ ba. Báo ngay khi có ca nặng.;có\n')]);
  return { medicines, oldLetters: file('thuoc-tcvn3.csv', Buffer.from('m\xb7;ho\xb9t ch\xca t;h\xb5m l\xad\xeeng\nPARA500;Paracetamol;500 mg\n', 'latin1')) };
}

/** A province that publishes, a district below it, two stations with people handed over between them, each handover in another state. */
export async function tierWithHandovers(world: World): Promise<Tier> {
  const province = await world.hub({ unit: '79', tier: 'province' });
  const district = await world.hub({ unit: '769', tier: 'district', parent: province });
  const published = await publish(world, province);
  const one = await world.station({ unit: '25001', name: 'Trạm Y tế xã An Phú', hub: district });
  const other = await world.station({ unit: '25002', name: 'Trạm Y tế xã Bình Khánh', hub: district });
  await loadSamples(world, one, { people: 30, checkups: 20, movements: 0 });
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await load(world, other, 'visits.ndjson', [
    line('registerPatient', { id: id('patients', 90), fullName: 'Bùi Thị Xuân', sex: 'female', bornOn: '1979', noNationalIdReason: 'notBrought' }),
    line('recordVisit', { patientId: id('patients', 90), occurredOn: today, reason: 'Ho', diagnoses: [{ text: 'Viêm họng cấp', icd10: 'J02.9' }] }),
    profileLine(2),
    line('addMedicine', { code: 'PARA500', inn: 'Paracetamol', strength: '500 mg', baseUnit: 'viên' }),
    line('addEquipment', { id: id('equipment', 1), name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5 }), line('reportEquipment', { equipmentId: id('equipment', 1), kind: 'broken', quantity: 1, from: 'working', occurredOn: today }),
  ]);
  const people = names.map((fullName, n) => line('registerPatient', { id: id('patients', 31 + n), fullName, sex: /Thị/.test(fullName) ? 'female' : 'male', bornOn: `19${60 + n}`, noNationalIdReason: 'notBrought' }));
  const handOver = (n: number, toUnit: string, reason: string, note?: string) => line('handOverPerson', { id: id('handovers', n), patientId: id('patients', n), toUnit, reason, ...(note === undefined ? {} : { note }) });
  await load(world, one, 'handovers.ndjson', [profileLine(5), ...people, handOver(31, '25002', 'movedHome', 'Theo chồng'), handOver(32, '25002', 'nearer'), handOver(33, '25002', 'asked'), handOver(34, '25003', 'movedHome'), handOver(35, '25002', 'referred', 'Theo dõi huyết áp'), handOver(36, '25002', 'nearer')]);
  await exchange(one);
  const arrived = async () => { await exchange(other); return (await other.ask<{ arriving: { id: string }[] }>('handovers')).arriving.length; };
  await expect.poll(arrived, { timeout: 90_000 }).toBe(5);
  const transfer = (n: number) => ({ transferId: id('transfer', n) });
  await load(world, other, 'answers.ndjson', [line('acceptHandover', transfer(31)), line('declineHandover', { ...transfer(35), note: 'Không ở xã này' })]);
  await load(world, one, 'back.ndjson', [line('takeBackPerson', { id: id('handovers', 33) })]);
  // Taken back here and taken in there before either knew.
  await load(world, one, 'back-too.ndjson', [line('takeBackPerson', { id: id('handovers', 36) })]);
  await load(world, other, 'accept-too.ndjson', [line('acceptHandover', transfer(36))]);
  await exchange(one);
  await exchange(other);
  return { province, district, ...published };
}
