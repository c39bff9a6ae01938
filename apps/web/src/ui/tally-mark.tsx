/** Our mark: four strokes of chalk and a fifth across them in gold. */
export function TallyMark({ className = 'h-7 w-8' }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 30 26"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      className={className}
    >
      <path
        stroke="var(--color-chalk)"
        d="M7 3.6 6.3 22M12.3 3.2 11.9 22.3M17.7 3.4 17.2 22.1M23 3 22.6 22.2"
      />
      <path stroke="var(--color-gold)" d="M2 18.6 28 8.4" />
    </svg>
  );
}
