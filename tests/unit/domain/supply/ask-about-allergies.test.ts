import { expect, it } from 'vitest';
import { askAboutAllergies } from '../../../../src-shared/domain/supply/ask-about-allergies.ts';

const paracetamol = { inn: 'Paracetamol' };
const amoxicillin = { inn: 'Amoxicilin + acid clavulanic' };
const of = (...substances: string[]) => substances.map((substance) => ({ substance }));

it('[DSP11] an allergy that names a substance of the medicine asks by its name', () => {
  expect(askAboutAllergies(of('amoxicillin'), [paracetamol, amoxicillin])).toEqual({ allergies: of('amoxicillin'), named: [amoxicillin.inn] });
});

it('[DSP11] an allergy of which nobody can be sure asks too: families are not known', () => {
  for (const substance of ['Penicillin', 'thuốc giảm đau', 'không nhớ tên', 'ca', 'trứng', 'tôm, thuốc kháng sinh', '?']) expect(askAboutAllergies(of(substance), [amoxicillin]), substance).toEqual({ allergies: of(substance), named: [] });
});

it('[DSP11] what is in no medicine asks nothing, nor does nobody\'s allergy or no medicine', () => {
  for (const substance of ['Tôm, cua', 'HẢI SẢN', 'phấn hoa', 'ong đốt', 'bụi nhà'.normalize('NFD')]) expect(askAboutAllergies(of(substance), [amoxicillin]), substance).toBeUndefined();
  expect(askAboutAllergies([], [amoxicillin])).toBeUndefined();
  expect(askAboutAllergies(of('Penicillin'), [])).toBeUndefined();
  expect(askAboutAllergies(of('cua', 'Penicillin'), [paracetamol])).toEqual({ allergies: of('Penicillin'), named: [] });
});
