import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HubProblem } from '../../../src-hub/main.ts';
import { UsageError, type Verb } from '../verb.ts';
import { hubAddress } from './station-init.ts';

interface Row { unit: string; name: string; device: string }

export const hubEnrol: Verb = {
  name: 'hub enrol',
  summary: 'enrolment files for station PCs, each opened with a PIN of its own at the first start',
  usage: '--dir D --address URL --out FOLDER (--unit 25001 --name N [--device pc1] | --units FILE.csv) [--certificate FILE.pem]',
  help: [
    '--dir D              directory of the hub', '--address URL        address stations reach this hub at', '--out FOLDER         a file for each PC goes there',
    '--unit KEY           unit of one station', '--name N             name of that station as shown on screen', '--device NAME        name of the PC (default pc1)',
    '--units FILE         many at once: lines of unit,name[,device], or with ; between; a first line of words is left out',
    '--certificate FILE   certificate of the hub (PEM) where no PC knows who signed it',
    'Give the PIN to the station by another way than the file. A PC that has a credential already is named and left out.',
  ],
  options: {
    dir: { type: 'string' }, address: { type: 'string' }, out: { type: 'string' }, unit: { type: 'string' }, name: { type: 'string' }, device: { type: 'string' }, units: { type: 'string' }, certificate: { type: 'string' },
  },
  async run(args) {
    const { makeEnrolment } = await import('../../../src-hub/main.ts');
    const [dir, address, out, list, pem] = [args.need('dir'), hubAddress(args.need('address')), args.need('out'), args.text('units'), args.text('certificate')];
    const rows = list === undefined ? [{ unit: args.need('unit'), name: args.need('name'), device: args.text('device') ?? 'pc1' }] : readRows(readFileSync(list, 'utf8'));
    const certificate = pem === undefined ? undefined : readFileSync(pem, 'utf8');
    mkdirSync(out, { recursive: true });
    const made: { unit: string; device: string; file: string; pin: string; user: string }[] = [];
    const refused: { unit: string; device: string; code: string; message: string }[] = [];
    for (const { unit, name, device } of rows) {
      const file = join(out, `${unit}-${device}.tramxa-enrol`);
      try {
        if (existsSync(file)) throw new HubProblem('FileExists', `${file} exists already and was not touched`);
        const { file: text, pin, user } = await makeEnrolment({ dir, unit, unitName: name, device, address, certificate });
        writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
        made.push({ unit, device, file, pin, user });
        args.say(`${made.length + refused.length}/${rows.length} ${unit}`);
      } catch (error) {
        if (!(error instanceof HubProblem) || rows.length === 1) throw error;
        refused.push({ unit, device, code: error.code, message: error.message });
      }
    }
    args.answer({ made, refused }, [
      ...made.map(({ unit, device, file, pin }) => `${unit} ${device}: ${file}   PIN ${pin}`), ...refused.map(({ unit, device, message }) => `${unit} ${device}: left out, ${message}`),
      `${made.length} made, ${refused.length} left out. The PINs are shown this once: write them down, and send them by another way than the files.`,
    ]);
    return refused.length > 0 ? 1 : 0;
  },
};

/** Spreadsheets write `;` or `,`, and quotes around a name with a comma. @throws UsageError with the line. */
export function readRows(text: string): Row[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== '');
  return lines.flatMap(({ line, number }, index): Row[] => {
    const cells = [...line.matchAll(/(?:^|[;,\t])\s*(?:"((?:[^"]|"")*)"|([^;,\t]*))/g)].map((cell) => (cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '').trim());
    const [unit = '', name = '', device = ''] = cells;
    if (index === 0 && !/\d/.test(unit)) return [];
    if (!/^[a-z0-9]{1,40}$/.test(unit) || name === '') throw new UsageError(`line ${number}: a line has the unit's key (small letters and digits) and its name`);
    return [{ unit, name, device: device === '' ? 'pc1' : device }];
  });
}
