import { describe, expect, it } from 'vitest';
import { signatures, signaturesRoom } from '../../../src-main/station/reports/paper-head.ts';
import { createPen, type PaperSize } from '../../../src-main/station/reports/pen.ts';
import { pdfText } from '../../support/pdf-text.ts';

const columns = [{ heading: 'STT', share: 1 }, { heading: 'Họ tên', share: 4 }, { heading: 'Triệu chứng', share: 2 }];

async function aTable(rows: readonly (readonly string[])[], size: PaperSize = 'A4'): Promise<string[]> {
  const pen = createPen({ size, title: 'Sổ', foot: 'Trạm Xá', createdAt: new Date(0) });
  pen.table(columns, rows, { empty: '', keep: signaturesRoom });
  pen.text('Tổng số');
  signatures(pen, '2026-11-22', ['Người lập', 'Trưởng trạm']);
  return pdfText(await pen.finish()).text.split('\f');
}

describe('a paper of several pages', () => {
  it('[PAP6] never leaves the place to sign alone on a page', async () => {
    for (const [size, rows] of [['A4', 32], ['A4', 35], ['A4', 38], ['A4', 41], ['A5', 24], ['A5', 28]] as const) {
      const pages = await aTable(Array.from({ length: rows }, (_, n) => [`so${n}x`, 'Nguyễn Văn An', 'ho']), size);
      expect(pages.at(-1), `${size} ${rows}`).toContain(`so${rows - 1}x`);
      expect(pages.at(-1)).toContain('Trưởng trạm');
    }
  });

  it('[PAP6] goes on with a row that no page holds on the next one: no word is lost', async () => {
    const words = Array.from({ length: 900 }, (_, n) => `tu${n}x`);
    const pages = await aTable([['1', 'Lê Thị Bé', words.join(' ')], ['2', 'Trần Văn Ba', 'ho']]);
    const all = pages.join(' ');
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain('Họ tên');
  });
});
