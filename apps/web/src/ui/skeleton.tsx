/** Grey bars in the place of content; they appear only when waiting takes longer than 300 ms. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  const widths = ['92%', '78%', '85%', '64%', '88%'];
  return (
    <div role="status" aria-label={label} className="late grid gap-3.5 py-2">
      {Array.from({ length: lines }, (_, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
          key={i}
          className="h-4 animate-pulse rounded bg-track"
          style={{ width: widths[i % widths.length] }}
        />
      ))}
    </div>
  );
}
