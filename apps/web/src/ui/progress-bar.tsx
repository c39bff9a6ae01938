type Props = {
  label: string;
  value: number;
  max: number /** In words, such as "1.5 of 3 days". */;
  text?: string;
};

export function ProgressBar({ label, value, max, text }: Props) {
  const share = max === 0 ? 0 : Math.min(1, value / max);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      className="h-2.5 overflow-hidden rounded-full bg-track"
    >
      <div className="h-full rounded-full bg-good transition-[width]" style={{ width: `${share * 100}%` }} />
    </div>
  );
}
