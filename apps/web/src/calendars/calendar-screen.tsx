export function CalendarScreen({ year }: { year: string | undefined }) {
  return <>{year}</>;
}
