/** A person's initials in a circle; the name is said beside it or by its control. */
export function Avatar({ name, tone = 'board' }: { name: string; tone?: 'board' | 'raised' }) {
  const words = name.split(/\s+/).filter((word) => !/^(mr|mrs|ms|miss|mx|dr|prof|rev|sir)\.?$/i.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.[0] ?? '').join('');
  return (
    <span
      aria-hidden
      className={`grid size-10 shrink-0 place-items-center rounded-full text-sm font-bold text-chalk ${tone === 'board' ? 'bg-board' : 'bg-[#3d7265]'}`}
    >
      {initials.toUpperCase()}
    </span>
  );
}
