import { StatusTag } from '../ui/status-tag.tsx';

/** The seats of a team that nobody has. */
export function EmptySeats({ count }: { count: number }) {
  return Array.from({ length: count }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: empty seats are alike
    <li key={i} className="flex items-center gap-3 border-b border-line px-5 py-3">
      <span
        aria-hidden
        className="grid size-10 place-items-center rounded-full border-2 border-dashed border-risk text-risk"
      >
        ?
      </span>
      <span className="flex-1 font-semibold">Empty seat</span>
      <StatusTag status="problem">Empty</StatusTag>
    </li>
  ));
}
