/** How many strokes stand on one another before a second column begins beside them. */
const columnHeight = 12;

type Props = { count: number; published: number; most: number };

/**
 * One week's reviews as chalk strokes: first those that people know of, then, dashed, those that are only proposed. `most`
 * is the fullest week's number.
 */
export function WeekStrokes({ count, published, most }: Props) {
  const columns = Math.ceil(most / columnHeight);
  const rows = Math.max(9, Math.ceil(most / columns));
  const pitch = 100 / (rows + 0.5);
  const width = 18 / columns;
  return (
    <svg
      viewBox="0 0 24 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      {Array.from({ length: count }, (_, i) => {
        const x = 3 + (i % columns) * width;
        const y = 100 - pitch * (Math.floor(i / columns) + 0.7);
        return (
          <line
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes are alike and stay in their places
            key={i}
            x1={x}
            x2={x + width - (columns > 1 ? 2 : 0)}
            y1={y + pitch * 0.17}
            y2={y - pitch * 0.17}
            stroke="var(--color-chalk)"
            strokeWidth={rows > 10 ? 2.4 : 3}
            strokeDasharray={i < published ? undefined : columns > 1 ? '3 1' : '3.4 1.6'}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
