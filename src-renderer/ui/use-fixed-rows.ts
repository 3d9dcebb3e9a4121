import { useEffect, useRef, useState, type RefObject } from 'react';

/** Rows drawn beyond the edges, so that a turn of the wheel finds them there. */
const BEYOND = 6;

interface FixedRows { /** To put on the element that scrolls. */ scroller: RefObject<HTMLDivElement | null>; first: number; /** One behind the last row to draw. */ end: number; /** Scrolls as little as brings the row into sight. */ show(index: number): void }

/** Which rows of a long list are in sight, where every row has the same height in CSS pixels. */
export function useFixedRows(count: number, rowPx: number): FixedRows {
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ first: 0, end: 2 * BEYOND });
  // As last heard: asking the element makes the browser lay out the page anew.
  const known = useRef({ scrollTop: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = (): void => {
      const { scrollTop, clientHeight: height } = element;
      known.current = { scrollTop, height };
      const first = Math.max(0, Math.floor(scrollTop / rowPx) - BEYOND);
      const end = Math.ceil((scrollTop + height) / rowPx) + BEYOND;
      setSight((before) => (before.first === first && before.end === end ? before : { first, end }));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => { resized.disconnect(); element.removeEventListener('scroll', look); };
  }, [rowPx]);
  const [show] = useState(() => (index: number): void => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop } = known.current;
    // At first nothing was heard yet.
    const height = known.current.height || element.clientHeight;
    const top = index * rowPx;
    const wanted = top < scrollTop ? top : height > 0 && top + rowPx > scrollTop + height ? top + rowPx - height : scrollTop;
    if (wanted === scrollTop) return;
    known.current.scrollTop = wanted;
    element.scrollTop = wanted;
  });
  return { scroller, first: Math.min(sight.first, Math.max(0, count - 1)), end: Math.min(sight.end, count), show };
}
