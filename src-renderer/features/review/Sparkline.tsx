const BAR = 6;
const GAP = 2;
const HEIGHT = 22;

/** Small bars, one a day, the newest at the right; `label` says the numbers. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const most = Math.max(1, ...values);
  return (
    <svg width={values.length * (BAR + GAP)} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      {values.map((value, index) => {
        const height = value === 0 ? 1 : Math.max(2, Math.round((value / most) * HEIGHT));
        return <rect key={index} x={index * (BAR + GAP)} y={HEIGHT - height} width={BAR} height={height} rx={1} fill={value === 0 ? 'var(--line)' : 'var(--accent)'} />;
      })}
    </svg>
  );
}
