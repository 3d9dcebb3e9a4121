import { expect, it } from 'vitest';
import { operations } from '../../src-shared/contract/operations.ts';
import type { DocumentBody } from '../../src-shared/domain/common/document.ts';
import { anId } from '../support/builders.ts';
import { createVaccineWork } from './play/vaccine-work.ts';
import type { SimStation } from './world/sim-station.ts';

it('[SIM19] people look at vial monitors, throw doses of several lots away and say what keeps vaccines, in what the operations take', () => {
  let turn = 0;
  const random = () => { turn = (turn * 9301 + 49297) % 233280; return turn / 233280; };
  const done = new Map<string, unknown[]>();
  const records: Record<string, object[]> = { lots: [{ _id: anId('lots', 1) }, { _id: anId('lots', 2) }], equipment: [{ _id: anId('equipment', 1), name: 'Nhiệt kế', countUnit: 'cái', quantity: 2 }] };
  const work = createVaccineWork({ random }, {
    run: (_, operation, input) => { done.set(operation, [...done.get(operation) ?? [], operations[operation as 'checkVvm'].input.parse(input)]); },
    all: (_, table) => records[table] as DocumentBody[], type: () => ({ word: 'w', note: () => undefined }), newId: (prefix) => anId(prefix),
    only: (body, fields) => Object.fromEntries(fields.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]]))), day: '2026-03-20',
  });
  for (let times = 0; times < 200; times += 1) work({} as SimStation);
  expect([...done.keys()].sort()).toEqual(['checkVvm', 'correctEquipment', 'discardStock']);
  expect([...new Set(done.get('checkVvm')?.map((input) => (input as { vvmStage: number }).vvmStage))].sort()).toEqual([1, 2, 3]);
  expect(done.get('discardStock')).toContainEqual(expect.objectContaining({ lines: [expect.objectContaining({ lotId: anId('lots', 1) }), expect.objectContaining({ lotId: anId('lots', 2) })] }));
  expect(new Set(done.get('correctEquipment')?.map((input) => (input as { coldPlace: string }).coldPlace))).toEqual(new Set(['fridge', 'freezer', 'coldBox']));
});
