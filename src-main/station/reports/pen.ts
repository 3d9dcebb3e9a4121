import PDFDocument from 'pdfkit';
import { fontFile, fontRuns, type FontPart, type FontWeight } from './paper-fonts.ts';

export type PaperSize = 'A4' | 'A5';
export interface PenOptions { size: PaperSize; landscape?: boolean; title: string; /** Small words at the foot of each page, before its number. */ foot: string; createdAt: Date }
export interface TextOptions { size?: number; bold?: boolean; align?: 'left' | 'center' | 'right'; /** Grey words. */ faint?: boolean }
export interface TableColumn { heading: string; /** Share of the width. */ share: number; align?: TextOptions['align'] }

/** Draws onto pages, from the top down; a new page begins by itself. Lengths in points. */
export interface Pen {
  readonly width: number;
  text(text: string, options?: TextOptions): void;
  /** Words in bold, then what they name, on lines as wide as the page; nothing where there is no value. */
  field(name: string, value: string | undefined): void;
  /** Several short texts beside each other. */
  columns(texts: readonly string[], options?: TextOptions & { /** The last one ends at the right margin. */ lastRight?: boolean }): void;
  gap(points: number): void;
  line(): void;
  table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], options?: { size?: number; empty: string; totals?: readonly string[]; /** Room for what belongs below the last row: nobody signs an empty page. */ keep?: number }): void;
  /** Space that must stay together: begins a new page where it does not fit. */
  need(points: number): void;
  /** A drawing as wide as the page and so high, on one page. */
  figure(height: number, draw: (canvas: Canvas) => void): void;
  finish(): Promise<Buffer>;
}

type Place = readonly [x: number, y: number];
/** What is drawn on, from its left upper corner. */
export interface Canvas {
  readonly width: number; readonly height: number;
  area(places: readonly Place[], colour: string): void;
  path(places: readonly Place[], style: { colour: string; width: number; dashes?: number }): void;
  dot(at: Place, radius: number, colour: string): void;
  words(text: string, at: Place, style: { size: number; align?: TextOptions['align']; bold?: boolean; colour?: string }): void;
}

const MARGIN: Readonly<Record<PaperSize, number>> = { A4: 34, A5: 24 };
const LINE_HEIGHT = 1.36;
const PADDING = 3;
const GREY = '#5b6670';
const RULE = '#8a949c';

export function createPen({ size, landscape = false, title, foot, createdAt }: PenOptions): Pen {
  const margin = MARGIN[size];
  const doc = new PDFDocument({ size, layout: landscape ? 'landscape' : 'portrait', margin: 0, bufferPages: true, compress: true, lang: 'vi-VN', info: { Title: title, Producer: 'Trạm Xá', Creator: 'Trạm Xá', CreationDate: createdAt } });
  for (const part of ['latin', 'vietnamese', 'latin-ext'] as const) for (const weight of [400, 600] as const) doc.registerFont(`${part}${weight}`, fontFile(part, weight));
  const width = doc.page.width - 2 * margin;
  const bottom = doc.page.height - margin - 14;
  const baseSize = size === 'A4' ? 10 : 8.5;
  let y = margin;

  const use = (part: FontPart, weight: FontWeight, points: number) => doc.font(`${part}${weight}`).fontSize(points);
  const widthOf = (text: string, points: number, weight: FontWeight): number => fontRuns(text).reduce((sum, run) => sum + use(run.part, weight, points).widthOfString(run.text), 0);
  const draw = (text: string, x: number, top: number, points: number, weight: FontWeight) => {
    // All parts share one ascent, so runs stand on one line.
    for (const run of fontRuns(text)) {
      use(run.part, weight, points).text(run.text, x, top, { lineBreak: false });
      x += doc.widthOfString(run.text);
    }
  };
  const wrap = (text: string, room: number, points: number, weight: FontWeight): string[] => text.split('\n').flatMap((paragraph) => wrapLine(paragraph, room, (part) => widthOf(part, points, weight)));
  const drawLines = (lines: readonly string[], x: number, top: number, room: number, points: number, weight: FontWeight, align: TextOptions['align'] = 'left') => {
    lines.forEach((line, index) => {
      const free = room - widthOf(line, points, weight);
      draw(line, x + (align === 'right' ? free : align === 'center' ? free / 2 : 0), top + index * points * LINE_HEIGHT, points, weight);
    });
  };
  const newPage = () => { doc.addPage(); y = margin; };
  const need = (points: number) => { if (y + points > bottom) newPage(); };

  const pen: Pen = {
    width, need,
    gap(points) { y += points; },
    text(text, { size: points = baseSize, bold = false, align, faint = false } = {}) {
      const weight = bold ? 600 : 400;
      doc.fillColor(faint ? GREY : 'black');
      for (const line of wrap(text, width, points, weight)) { need(points * LINE_HEIGHT); drawLines([line], margin, y, width, points, weight, align); y += points * LINE_HEIGHT; }
      doc.fillColor('black');
    },
    field(name, value) {
      if (value === undefined || value.trim() === '') return;
      const label = `${name}: `;
      const indent = widthOf(label, baseSize, 600);
      const [first = '', ...rest] = wrapFirst(value, width - indent, width, (text) => widthOf(text, baseSize, 400));
      need(baseSize * LINE_HEIGHT);
      draw(label, margin, y, baseSize, 600);
      draw(first, margin + indent, y, baseSize, 400);
      y += baseSize * LINE_HEIGHT;
      for (const line of rest) { need(baseSize * LINE_HEIGHT); draw(line, margin, y, baseSize, 400); y += baseSize * LINE_HEIGHT; }
      y += 1.5;
    },
    columns(texts, { size: points = baseSize, bold = false, align = 'left', lastRight = false } = {}) {
      const weight = bold ? 600 : 400;
      const room = width / texts.length;
      const cells = texts.map((text) => wrap(text, room - 6, points, weight));
      const height = Math.max(...cells.map((lines) => lines.length)) * points * LINE_HEIGHT;
      need(height);
      cells.forEach((lines, index) => drawLines(lines, margin + index * room, y, lastRight && index === cells.length - 1 ? room : room - 6, points, weight, lastRight && index === cells.length - 1 ? 'right' : align));
      y += height;
    },
    line() { doc.moveTo(margin, y).lineTo(margin + width, y).lineWidth(0.6).strokeColor(RULE).stroke(); y += 5; },
    table(columns, rows, { size: points = baseSize - 1, empty = '', totals, keep = 0 } = { empty: '' }) {
      const total = columns.reduce((sum, { share }) => sum + share, 0);
      const widths = columns.map(({ share }) => (share / total) * width);
      const lineHeight = points * LINE_HEIGHT;
      const heightOf = (cells: readonly (readonly string[])[]) => Math.max(1, ...cells.map((lines) => lines.length)) * lineHeight + 2 * PADDING;
      let onPage = 0;
      /** A row that no page holds goes on on the next one. */
      const row = (texts: readonly string[], weight: FontWeight, below = 0) => {
        let cells = texts.map((text, i) => wrap(text, (widths[i] ?? 0) - 2 * PADDING, points, weight));
        if (y + heightOf(cells) + below > bottom && onPage > 0) { newPage(); head(); }
        while (y + heightOf(cells) > bottom) {
          const most = Math.max(1, Math.floor((bottom - y - 2 * PADDING) / lineHeight));
          boxes(cells.map((lines) => lines.slice(0, most)), weight);
          cells = cells.map((lines) => lines.slice(most));
          newPage();
          head();
        }
        boxes(cells, weight);
        onPage += 1;
      };
      const boxes = (cells: readonly (readonly string[])[], weight: FontWeight, shade = false) => {
        const height = heightOf(cells);
        if (shade) doc.rect(margin, y, width, height).fill('#eef1f3').fillColor('black');
        let x = margin;
        cells.forEach((lines, i) => {
          const room = widths[i] ?? 0;
          drawLines(lines, x + PADDING, y + PADDING, room - 2 * PADDING, points, weight, shade ? 'center' : columns[i]?.align);
          doc.rect(x, y, room, height).lineWidth(0.4).strokeColor(RULE).stroke();
          x += room;
        });
        y += height;
      };
      const head = () => { onPage = 0; boxes(columns.map(({ heading }, i) => wrap(heading, (widths[i] ?? 0) - 2 * PADDING, points, 600)), 600, true); };
      need(60);
      head();
      const totalsRoom = totals ? lineHeight + 2 * PADDING : 0;
      rows.forEach((texts, index) => { row(texts, 400, index === rows.length - 1 ? totalsRoom + keep : 0); });
      if (rows.length === 0) pen.text(empty, { faint: true, align: 'center' });
      if (totals) row(totals, 600);
    },
    figure(height, drawFigure) {
      need(height);
      const [left, top] = [margin, y];
      const trace = ([first, ...rest]: readonly Place[]) => {
        if (!first) return;
        doc.moveTo(left + first[0], top + first[1]);
        for (const [x, down] of rest) doc.lineTo(left + x, top + down);
      };
      drawFigure({
        width, height,
        area(places, colour) { if (places.length > 2) { trace(places); doc.closePath().fill(colour); } },
        path(places, { colour, width: thickness, dashes }) {
          if (places.length < 2) return;
          trace(places);
          if (dashes) doc.dash(dashes, { space: dashes });
          doc.lineWidth(thickness).strokeColor(colour).stroke().undash();
        },
        dot([x, down], radius, colour) { doc.circle(left + x, top + down, radius).lineWidth(0.7).fillAndStroke(colour, 'white'); },
        words(text, [x, down], { size: points, align = 'left', bold = false, colour = 'black' }) {
          const weight = bold ? 600 : 400;
          const wide = align === 'left' ? 0 : widthOf(text, points, weight);
          doc.fillColor(colour);
          draw(text, left + x - (align === 'center' ? wide / 2 : wide), top + down, points, weight);
        },
      });
      doc.fillColor('black').strokeColor('black');
      y += height;
    },
    finish() {
      const pages = doc.bufferedPageRange().count;
      for (let page = 0; page < pages; page += 1) {
        doc.switchToPage(page);
        doc.fillColor(GREY);
        const points = size === 'A4' ? 7.5 : 6.5;
        draw(foot, margin, doc.page.height - margin - 6, points, 400);
        const number = `Trang ${page + 1}/${pages}`;
        draw(number, margin + width - widthOf(number, points, 400), doc.page.height - margin - 6, points, 400);
      }
      return new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        doc.on('data', (chunk: Buffer) => chunks.push(chunk));
        doc.on('end', () => { resolve(Buffer.concat(chunks)); });
        doc.on('error', reject);
        doc.end();
      });
    },
  };
  return pen;
}

/** Breaks at spaces; a word wider than the room is cut. */
function wrapLine(text: string, room: number, measure: (text: string) => number): string[] {
  return wrapFirst(text, room, room, measure);
}

function wrapFirst(text: string, firstRoom: number, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const roomNow = () => (lines.length === 0 ? firstRoom : room);
  for (const word of text.replace(/\n/g, ' \n ').split(' ')) {
    if (word === '\n') { lines.push(line); line = ''; continue; }
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= roomNow()) { line = longer; continue; }
    if (line !== '') { lines.push(line); line = ''; }
    for (const letter of word) {
      if (line !== '' && measure(line + letter) > roomNow()) { lines.push(line); line = ''; }
      line += letter;
    }
  }
  lines.push(line);
  return lines;
}
