import { expect, it } from 'vitest';
import { lineWords } from '../../../src-main/cli/line-words.ts';

it('[CLI5] a refused line is said with its number in words, with the code and the facts to look it up by', () => {
  expect([
    lineWords({ line: 7, code: 'MalformedJson' }), lineWords({ line: 8, code: 'UnknownField', field: 'inputs' }),
    lineWords({ line: 9, key: 'line:abc:1', operation: 'registerPatient', code: 'NationalIdTaken', patientId: 'patients:1', more: [{ code: 'PhoneMalformed' }] }),
  ]).toEqual([
    'line 7 is not one whole JSON object: a quote, comma or bracket is missing, or the object goes on on the next line: MalformedJson',
    'line 8 has a field that is neither key, operation nor input: UnknownField, field inputs',
    'line 9 was refused (registerPatient): NationalIdTaken, patientId patients:1, and 1 more',
  ]);
});
