import { addDays } from '../../../src-shared/domain/common/partial-date.ts';
import { todayInUnitZone } from '../../../src-shared/domain/common/today-in-unit-zone.ts';
import type { OperationInput, OperationName } from '../../../src-shared/contract/operations.ts';

export const equipmentId = (serial: number): string => `equipment:019a0000-0000-7000-8000-${String(serial).padStart(12, '0')}`;
const line = <N extends OperationName>(operation: N, input: OperationInput<N>): string => JSON.stringify({ operation, input });

/** A register as a small station has it: machines with their numbers, things alike, some broken, one gone, one overdue for calibration. */
export function equipmentLines(): string {
  const today = todayInUnitZone(Date.now());
  const [thermometers, pressure, fridge, ultrasound, lamp, wrong] = [1, 2, 3, 4, 5, 6].map(equipmentId) as [string, string, string, string, string, string];
  return [
    line('addEquipment', { id: thermometers, name: 'Nhiệt kế y học', code: 'KCB-05', countUnit: 'cái', quantity: 5, receivedOn: '2024', source: 'ownRevenue', priceVnd: 45_000, location: 'Phòng khám', inCharge: 'healthWorker' }),
    line('addEquipment', { id: pressure, name: 'Huyết áp kế + ống nghe người lớn', code: 'KCB-03', countUnit: 'bộ', quantity: 3, maker: 'ALPK2', country: 'Nhật Bản', yearMade: 2022, receivedOn: '2022-09', source: 'stateBudget', priceVnd: 850_000, location: 'Phòng khám', inCharge: 'healthWorker', calibratedOn: addDays(today, -400), calibrationDueOn: addDays(today, -35) }),
    line('addEquipment', { id: fridge, name: 'Tủ lạnh bảo quản vắc xin', code: 'TC-01', countUnit: 'cái', quantity: 1, serial: 'TCW-40R-11873', model: 'TCW 40R AC', maker: 'B Medical', country: 'Luxembourg', yearMade: 2019, receivedOn: '2020-03-12', source: 'programme', priceVnd: 98_500_000, location: 'Phòng tiêm chủng', inCharge: 'pharmacist', calibratedOn: addDays(today, -345), calibrationDueOn: addDays(today, 20) }),
    line('addEquipment', { id: ultrasound, name: 'Máy siêu âm xách tay', code: 'KCB-14', countUnit: 'máy', quantity: 1, serial: 'M7-2018-0042', model: 'M7', maker: 'Mindray', country: 'Trung Quốc', yearMade: 2018, receivedOn: '2018-11-02', source: 'upperLevel', priceVnd: 320_000_000, location: 'Phòng khám', inCharge: 'doctor' }),
    line('addEquipment', { id: lamp, name: 'Đèn khám bệnh (đèn gù)', code: 'KCB-08', countUnit: 'cái', quantity: 2, location: 'Phòng đẻ' }),
    line('addEquipment', { id: wrong, name: 'Nhiệt kế y học', countUnit: 'cái', quantity: 5 }),
    line('voidEquipment', { id: wrong, voidReason: 'enteredTwice' }),
    line('reportEquipment', { equipmentId: thermometers, kind: 'broken', quantity: 2, from: 'working', occurredOn: addDays(today, -60) }),
    line('reportEquipment', { equipmentId: thermometers, kind: 'writtenOff', quantity: 1, from: 'awaitingRepair', occurredOn: addDays(today, -30), documentNumber: 'BB-04/2026' }),
    line('reportEquipment', { equipmentId: ultrasound, kind: 'broken', quantity: 1, from: 'working', occurredOn: addDays(today, -200) }),
    line('reportEquipment', { equipmentId: ultrasound, kind: 'repaired', quantity: 1, from: 'awaitingRepair', occurredOn: addDays(today, -180), documentNumber: 'SC-11' }),
    line('moveEquipment', { equipmentId: ultrasound, location: 'Phòng sản', inCharge: 'doctor', occurredOn: addDays(today, -170) }),
    line('correctEquipment', { id: ultrasound, name: 'Máy siêu âm xách tay', code: 'KCB-14', countUnit: 'máy', quantity: 1, serial: 'M7-2018-0042', model: 'M7', maker: 'Mindray', country: 'Trung Quốc', yearMade: 2018, receivedOn: '2018-11-02', source: 'upperLevel', priceVnd: 345_000_000 }),
    line('reportEquipment', { equipmentId: lamp, kind: 'condemned', quantity: 1, from: 'working', occurredOn: addDays(today, -10) }),
    '',
  ].join('\n');
}
