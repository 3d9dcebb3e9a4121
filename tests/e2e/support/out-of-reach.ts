import type { Page } from '@playwright/test';

/** Run in the page: buttons, links and fields that are hidden by something else or out of the window even when scrolled to. */
const findOutOfReach = `(() => {
  const found = [];
  for (const element of document.querySelectorAll('nav a[href], nav button, main a[href], main button, main input, main textarea')) {
    const style = getComputedStyle(element);
    if (element.getClientRects().length === 0 || style.visibility === 'hidden' || style.opacity === '0' || element.disabled || element.closest('[aria-hidden="true"], [inert]')) continue;
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    // A box that hides what hangs out is scrolled by a script only, never by a hand.
    let byScript = false;
    for (let box = element.parentElement; box; box = box.parentElement) if (box.scrollLeft > 0 && ['hidden', 'clip'].includes(getComputedStyle(box).overflowX)) { byScript = true; box.scrollLeft = 0; }
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    if (width > 1 && !(!byScript && there && (element.contains(there) || there.contains(element) || there.closest('label')))) found.push(element.tagName.toLowerCase() + ' "' + (element.getAttribute('aria-label') ?? element.textContent ?? element.name).trim().slice(0, 40) + '"');
  }
  return found;
})()`;

/** What nobody can press on the screen now, however it is scrolled; empty when everything is in reach. */
export const outOfReach = (page: Page): Promise<string[]> => page.evaluate<string[]>(findOutOfReach);
