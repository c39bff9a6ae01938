/** A reviewer has said yes, has been asked, is chosen and not told, or there is nobody. */
export type Seat = 'yes' | 'asked' | 'chosen' | 'empty';

/** One dot for each seat: full, half, small or hollow. */
export function SeatDots({ seats, className = '' }: { seats: readonly Seat[]; className?: string }) {
  if (seats.length === 0) return null;
  return (
    <svg viewBox={`0 0 ${seats.length * 10} 9`} aria-hidden="true" className={`h-2.25 ${className}`}>
      {seats.map((seat, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots stay in their places
        <Dot key={i} seat={seat} x={i * 10 + 5} />
      ))}
    </svg>
  );
}

function Dot({ seat, x }: { seat: Seat; x: number }) {
  if (seat === 'yes') return <circle cx={x} cy={4.5} r={3.7} fill="currentColor" />;
  if (seat === 'chosen') return <circle cx={x} cy={4.5} r={1.9} fill="currentColor" />;
  return (
    <>
      <circle cx={x} cy={4.5} r={3.1} fill="none" stroke="currentColor" strokeWidth={1.2} />
      {seat === 'asked' && <path d={`M${x},1.4 a3.1,3.1 0 0 0 0,6.2 z`} fill="currentColor" />}
    </>
  );
}
