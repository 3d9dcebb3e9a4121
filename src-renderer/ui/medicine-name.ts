import { keepUnits } from '../../src-shared/domain/common/keep-units.ts';
import type { Medicine } from '../../src-shared/domain/supply/supply.schema.ts';

/** `Paracetamol 500 mg, viên nén`. */
export function medicineName({ inn, strength, form }: Pick<Medicine, 'inn' | 'strength' | 'form'>): string {
  return keepUnits([[inn, strength].filter(Boolean).join(' '), form].filter(Boolean).join(', '));
}
