import { writeFileSync } from 'node:fs';
import { UsageError, type Verb } from '../verb.ts';

const columns = ['number', 'at', 'account', 'action', 'unit', 'patientId', 'recordId', 'purpose', 'note'] as const;

/** A cell as spreadsheets take it; one that begins like a formula is kept from being one. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const hubAccessLog: Verb = {
  name: 'hub access-log',
  summary: 'who opened records, when and why; for one person, to be given to them',
  usage: '--dir D [--patient ID | --national-id N] [--format csv|json] [--out FILE]',
  help: ['--dir D              directory of the hub', '--patient ID         only about this person (patients:…)', '--national-id N      only about the person with this citizen number', '--format F           csv (for a spreadsheet) or json', '--out FILE           instead of the standard output'],
  options: { dir: { type: 'string' }, patient: { type: 'string' }, 'national-id': { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  async run(args) {
    const format = args.text('format') ?? 'csv';
    if (format !== 'csv' && format !== 'json') throw new UsageError('--format is csv or json');
    const [patientId, nationalId, out] = [args.text('patient'), args.text('national-id'), args.text('out')];
    if (patientId !== undefined && nationalId !== undefined) throw new UsageError('--patient or --national-id, not both');
    const { exportAccessLog } = await import('../../../src-hub/main.ts');
    const report = await exportAccessLog({ dir: args.need('dir'), ...(patientId === undefined ? {} : { patientId }), ...(nationalId === undefined ? {} : { nationalId }) });
    const text = format === 'json' ? `${JSON.stringify(report.rows, null, 2)}\n` : `\uFEFF${[columns.join(','), ...report.rows.map((row) => columns.map((column) => cell(row[column])).join(','))].join('\r\n')}\r\n`;
    if (out !== undefined) writeFileSync(out, text, { mode: 0o600, flag: 'wx' });
    if (report.brokenAt !== undefined) args.say(`the log is broken from line ${report.brokenAt} on: a line was changed or is gone`);
    args.answer(out === undefined ? report : { total: report.total, out, brokenAt: report.brokenAt }, out === undefined ? [text.trimEnd()] : [`${report.total} lines written to ${out}`]);
    return report.brokenAt === undefined ? 0 : 1;
  },
};
