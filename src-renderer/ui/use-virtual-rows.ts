import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

interface VirtualRows<E extends HTMLElement> {
  /** To put on the element that holds the rows. */
  holder: RefObject<E | null>;
  /** Rows to draw. */
  drawn: readonly { index: number; key: string }[];
  /** Room of the rows not drawn, in CSS pixels. */
  abovePx: number; belowPx: number;
  /** To put on each row, with its `data-index`. */
  measure(row: HTMLElement | null): void;
}

/** Which rows of a list are in sight of the nearest ancestor that scrolls. `rowPx`: about how high a row is; each is measured once drawn. */
export function useVirtualRows<E extends HTMLElement>({ count, rowPx, keyAt }: { count: number; rowPx: number; keyAt(index: number): string }): VirtualRows<E> {
  const holder = useRef<E>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [top, setTop] = useState(0);
  // Whatever stands above the list may grow.
  useLayoutEffect(() => {
    const found = scrollerOf(holder.current);
    setScroller(found);
    if (found && holder.current) setTop(Math.round(holder.current.getBoundingClientRect().top - found.getBoundingClientRect().top + found.scrollTop));
  });
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller, estimateSize: () => rowPx, getItemKey: keyAt, overscan: 6, scrollMargin: top, initialRect: { width: 800, height: 800 } });
  const items = virtual.getVirtualItems();
  return {
    holder, drawn: items.map(({ index, key }) => ({ index, key: String(key) })), measure: virtual.measureElement,
    abovePx: Math.max(0, (items[0]?.start ?? top) - top), belowPx: Math.max(0, virtual.getTotalSize() + top - (items.at(-1)?.end ?? top)),
  };
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  for (let at = element?.parentElement ?? null; at; at = at.parentElement) if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return element && document.documentElement;
}
