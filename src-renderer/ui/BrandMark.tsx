/** The product's mark: a lotus bud, drawn in the colour of its surroundings. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#146757" />
      <path d="M16 6.5c3.2 2.600 4.800 5.600 4.800 9 0 3.300-1.600 6.300-4.800 9-3.200-2.700-4.800-5.700-4.800-9 0-3.400 1.600-6.400 4.800-9Z" fill="#fff" />
      <path d="M7 13.200c2.700.2 4.900 1.200 6.400 3 1.400 1.800 2.100 4.300 1.900 7.600-2.900-.1-5-1.100-6.500-2.900-1.400-1.900-2-4.400-1.800-7.700ZM25 13.200c-2.700.2-4.900 1.200-6.400 3-1.400 1.800-2.100 4.300-1.900 7.600 2.900-.1 5-1.100 6.500-2.900 1.400-1.900 2-4.400 1.800-7.700Z" fill="#fff" fillOpacity=".55" />
    </svg>
  );
}
