import { expect, test } from '../support/test.ts';
import { watchWords, wrongWords } from '../support/wrong-words.ts';

const read = '<p>HA 118/74 mmHg · 36,8 °C · Nguyễn Thị Hoà, 23/11/2026 lúc 16:42</p><p>Tệp “so-kham-benh-2026-11-22.pdf”</p><p>192.168.1.20:47880</p><code>K7QM-2XRD</code><p>Trạm mã 25001</p>';
const raw: Record<string, string> = {
  'pc-ab12cd34': '<td>máy khác (pc-ab12cd34)</td>', 'auditEvents': '<p>auditEvents chờ gửi</p>', 'patients:019a0000': '<p title="patients:019a0000-0000-7000">Hồ sơ</p>', 'MalformedJson': '<p>Lý do: MalformedJson</p>',
  'sync.fields.phone': '<b>sync.fields.phone</b>', undefined: '<p>Ghi chú: undefined</p>', '[object ': '<p>[object Object]</p>', '2026-11-22T': '<p>2026-11-22T03:00:00.000Z</p>', '{"': '<pre>{"a":1}</pre>', 'Huyện 769': '<p>Huyện 769 đã nhận</p>',
  '3-0123456789abcdef': '<p>bản 3-0123456789abcdef0123456789abcdef</p>', '{{': '<input placeholder="{{count}}">',
};

// What should be found is drawn on purpose.
test.use({ watchesWords: false });

test('[E2E50] what nobody should read is found wherever it stands on a screen, and what people write is not', async ({ page, context }) => {
  const found = await watchWords(context);
  await page.setContent(read);
  expect(await wrongWords(page)).toEqual([]);
  for (const [word, html] of Object.entries(raw)) {
    await page.setContent(read + html);
    expect((await wrongWords(page))[0], html).toContain(word);
  }
  // As every journey looks: at what is drawn later too.
  await page.goto('data:text/html,<p>x</p>');
  await page.evaluate(`document.body.innerHTML = '<p>pc-ab12cd34</p>'`);
  await expect.poll(found).toEqual([expect.stringContaining('pc-ab12cd34')]);
});
