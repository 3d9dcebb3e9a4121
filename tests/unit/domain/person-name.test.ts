import { expect, it } from 'vitest';
import { personName } from '../../../src-shared/domain/common/fields.ts';

it.each(['Nguyễn Thị Hoà', 'H’Hen Niê', "Y'Blô Mlô", 'Đinh K-Rơh', 'A Păng', 'Con bà Lan 2', 'Trần Văn B. (con ông Tư)', 'Ksor H`Lan', '陳大文', 'សុខ ជា'])('[PAT29] %s is a name', (typed) => {
  expect(personName.safeParse(typed)).toMatchObject({ success: true });
});

it.each(['😀🤒 Thị 💊', "=cmd|' /C calc'!A0", '😀'.repeat(150), 'Lan <b>', 'Lan @ 5', 'Nguyễn_Văn'])('[PAT29] %s is none', (typed) => {
  expect(personName.safeParse(typed).error?.issues[0]?.message).toBe('NotAName');
});
