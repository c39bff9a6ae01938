/** One dot for each of the three reviewers. */
export function SeatDots({ count, className = '' }: { count: number; className?: string }) {
  return (
    <svg viewBox={`0 0 ${count * 9} 8`} aria-hidden="true" className={`h-2 ${className}`}>
      {Array.from({ length: count }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and stay in their places
        <circle key={i} cx={i * 9 + 4} cy={4} r={3.4} fill="currentColor" />
      ))}
    </svg>
  );
}
