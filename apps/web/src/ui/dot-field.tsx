type FieldProps = { count: number; perRow: number; tone: string; isHollow: boolean };

/** Dots from the foot upwards; hollow ones, as well as red, for more than a fair share. */
export function DotField({ count, perRow, tone, isHollow }: FieldProps) {
  const pitch = 9;
  const rows = Math.max(1, Math.ceil(count / perRow));
  const across = Math.max(8, Math.min(perRow, count));
  return (
    <svg
      width={across * pitch}
      height={rows * pitch}
      viewBox={`0 0 ${across * pitch} ${rows * pitch}`}
      aria-hidden="true"
      className={`h-auto max-w-full ${tone}`}
    >
      {Array.from({ length: count }, (_, i) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and stay in their places
          key={i}
          cx={(i % perRow) * pitch + pitch / 2}
          cy={(rows - Math.floor(i / perRow)) * pitch - pitch / 2}
          r={isHollow ? 2.8 : 3.4}
          fill={isHollow ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth={isHollow ? 1.6 : 0}
        />
      ))}
    </svg>
  );
}
