/** One week's reviews as a stack of chalk strokes, dashed while they are only proposed. */
export function WeekStrokes({ count, most }: { count: number; most: number }) {
  if (count === 0) return null;
  const pitch = 100 / (most + 0.5);
  return (
    <svg
      viewBox="0 0 24 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      {Array.from({ length: count }, (_, i) => {
        const y = 100 - pitch * (i + 0.75);
        return (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes are alike and stay in their places
            key={i}
            x1={4}
            x2={20}
            y1={y + pitch * 0.16}
            y2={y - pitch * 0.16}
            stroke="var(--color-chalk)"
            strokeWidth={most > 16 ? 2 : 3}
            strokeDasharray="3.5 1.8"
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
