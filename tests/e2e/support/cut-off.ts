import type { Page } from '@playwright/test';

/** Run in the page: what hangs out of its window or its box, each named by its text, and hints in empty fields longer than these. A row that says its whole text in a tooltip may be cut. */
const findCutOff = `(() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push('the page itself by ' + (root.scrollWidth - root.clientWidth) + ' px');
  for (const element of document.body.querySelectorAll('*')) {
    if (element.clientWidth === 0 || element.closest('svg, [aria-hidden="true"], [title], input, textarea')) continue;
    const style = getComputedStyle(element);
    if (style.overflowX === 'visible' || style.visibility === 'hidden' || style.clipPath !== 'none' || style.position === 'absolute' && element.clientWidth <= 1) continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(element.tagName.toLowerCase() + ' "' + (element.textContent ?? '').trim().slice(0, 60) + '" by ' + (element.scrollWidth - element.clientWidth) + ' px');
  }
  const ruler = document.createElement('canvas').getContext('2d');
  for (const field of document.body.querySelectorAll('input[placeholder]')) {
    const style = getComputedStyle(field);
    if (field.value !== '' || field.clientWidth === 0 || style.visibility === 'hidden') continue;
    ruler.font = style.font;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight), wide = ruler.measureText(field.placeholder).width;
    if (wide > room + 1) found.push('placeholder "' + field.placeholder + '" by ' + Math.ceil(wide - room) + ' px');
  }
  return found;
})()`;

/** What is cut off on the screen now; empty when everything fits. */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate<string[]>(findCutOff);
