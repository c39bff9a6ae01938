/** The keys that a focused list takes, for those who have a keyboard. */
export function KeyHint({ keys }: { keys: readonly { key: string; does: string }[] }) {
  return (
    <p className="hidden items-center gap-3 text-sm text-muted desk:flex">
      {keys.map(({ key, does }) => (
        <span key={key} className="inline-flex items-center gap-1.5">
          {key.split(' ').map((one) => (
            <kbd
              key={one}
              className="rounded-md border border-control bg-surface px-1.5 font-sans text-chart leading-5 font-semibold text-ink"
            >
              {one}
            </kbd>
          ))}
          {does}
        </span>
      ))}
    </p>
  );
}
