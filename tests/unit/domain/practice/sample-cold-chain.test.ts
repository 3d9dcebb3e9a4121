import { describe, expect, it } from 'vitest';
import { deriveColdAlarms } from '../../../../src-shared/domain/cold-chain/derive-cold-alarms.ts';
import { deriveColdMonth } from '../../../../src-shared/domain/cold-chain/derive-cold-month.ts';
import { planTemperature } from '../../../../src-shared/domain/cold-chain/plan-temperature.ts';
import { recordTemperatureInput, type TemperatureReading } from '../../../../src-shared/domain/cold-chain/temperature-reading.schema.ts';
import { addEquipmentInput, type Equipment } from '../../../../src-shared/domain/facility/equipment.schema.ts';
import { planAddEquipment } from '../../../../src-shared/domain/facility/plan-add-equipment.ts';
import { sampleLines } from '../../../../src-shared/domain/practice/sample-load-lines.ts';
import { aContext } from '../../../support/builders.ts';

describe('the fridge of the practice station', () => {
  it('[COL17] two months pass the rules, with one day nobody read it and one alarm that is open; without the option there is none', () => {
    const options = { people: 0, checkups: 0, movements: 0, seed: 42, today: '2026-11-22' };
    const context = aContext();
    const readings: TemperatureReading[] = [];
    let line: Equipment | undefined;
    for (const one of sampleLines({ ...options, doses: true })) {
      if (one.operation === 'addEquipment') { const outcome = planAddEquipment(addEquipmentInput.parse(one.input), [], context); if (outcome.ok) line = outcome.value; }
      if (one.operation !== 'recordTemperature') continue;
      const outcome = planTemperature(recordTemperatureInput.parse(one.input), { line, readings }, context);
      if (!outcome.ok) throw new Error(outcome.refusals[0].code);
      readings.push(outcome.value);
    }
    if (!line) throw new Error('there is no fridge');
    expect(deriveColdMonth({ line, events: [], readings }, '2026-09-01', '2026-11-22', '2026-11-22T06:00')).toMatchObject({ expected: 120, taken: 118, late: 0, missing: [{ on: '2026-11-05', shift: 'morning' }, { on: '2026-11-05', shift: 'afternoon' }] });
    expect(deriveColdAlarms('fridge', readings, []).map(({ kind, worstC, isOpen }) => ({ kind, worstC, isOpen }))).toEqual([{ kind: 'warm', worstC: 9.6, isOpen: true }]);
    expect([...sampleLines(options)]).toEqual([]);
  });
});
