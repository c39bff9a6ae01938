type Props = { total: number; onEvery: () => void };

/** In a bulk bar: from the rows that are shown to every one that matches. */
export function ChooseEvery({ total, onEvery }: Props) {
  return (
    <button
      type="button"
      onClick={onEvery}
      className="min-h-11 rounded-control px-2 font-semibold text-gold underline underline-offset-3 desk:min-h-8"
    >
      Choose all {total.toLocaleString('en-GB')} that match
    </button>
  );
}
