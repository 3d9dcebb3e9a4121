import { inflateSync } from 'node:zlib';

/** What a PDF of ours says: the text of its pages as a reader would copy it, through each font's table of letters, and the fonts embedded in it. */
export function pdfText(bytes: Buffer): { text: string; pages: number; embeddedFonts: number } {
  const objects = new Map<number, { dictionary: string; stream?: Buffer }>();
  const source = bytes.toString('latin1');
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const body = match[2] ?? '';
    const at = body.indexOf('stream\n');
    const dictionary = at < 0 ? body : body.slice(0, at);
    const raw = at < 0 ? undefined : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    objects.set(Number(match[1]), { dictionary, stream: raw && (/FlateDecode/.test(dictionary) ? inflateSync(raw) : raw) });
  }
  const streamOf = (id: string | undefined) => objects.get(Number(id))?.stream?.toString('latin1') ?? '';
  const lettersOf = (fontId: string): Map<string, string> => lettersOfTable(streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(fontId))?.dictionary ?? '')?.[1]));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary));
  const texts = pages.map(({ dictionary }) => {
    const resources = objects.get(Number(/\/Resources (\d+) 0 R/.exec(dictionary)?.[1]))?.dictionary ?? dictionary;
    const fonts = new Map([...(/\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)].map((m) => [m[1] ?? '', lettersOf(m[2] ?? '')]));
    return textOfPage(streamOf(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1]), fonts);
  });
  return { text: texts.join('\f'), pages: pages.length, embeddedFonts: [...objects.values()].filter(({ dictionary }) => /\/FontFile[23]? /.test(dictionary)).length };
}

/** Pieces on one line are one text; another line is another. */
function textOfPage(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let text = '';
  let letters: ReadonlyMap<string, string> = new Map();
  let lastY = '';
  for (const match of content.matchAll(/1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (match[1] !== undefined) { if (lastY !== match[1]) text += '\n'; lastY = match[1]; }
    if (match[2] !== undefined) letters = fonts.get(match[2]) ?? letters;
    if (match[3] !== undefined) text += [...match[3].matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => (hex.match(/.{4}/g) ?? []).map((code) => letters.get(code.toLowerCase()) ?? '�')).join('');
  }
  return text;
}

function lettersOfTable(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  const decode = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  for (const block of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', , list = ''] of (block[1] ?? '').matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
      [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ''], i) => letters.set((parseInt(from, 16) + i).toString(16).padStart(4, '0'), decode(hex.replaceAll(' ', ''))));
    }
  }
  return letters;
}
