const base =
  'inline-flex items-center justify-center gap-2 rounded-control border font-semibold no-underline select-none transition-colors aria-disabled:opacity-60 aria-disabled:cursor-default disabled:opacity-60';
const looks = {
  primary: 'bg-pen border-pen text-on-pen hover:bg-pen-strong hover:border-pen-strong',
  secondary: 'bg-surface border-control text-ink hover:bg-hover',
  quiet:
    'bg-transparent border-transparent text-pen underline underline-offset-3 hover:text-pen-strong hover:bg-hover',
  danger: 'bg-risk border-risk text-on-risk hover:bg-risk-strong hover:border-risk-strong',
};
const sizes = {
  normal: 'min-h-11 px-4 py-2 desk:min-h-10',
  small: 'min-h-11 px-3 py-1 text-sm desk:min-h-8',
  wide: 'min-h-12 w-full px-4 py-3',
};
export type ButtonVariant = keyof typeof looks;
export type ButtonSize = keyof typeof sizes;

/** How buttons look, shared by those that act and those that are links. */
export const buttonClass = (variant: ButtonVariant, size: ButtonSize) =>
  `${base} ${looks[variant]} ${sizes[size]}`;
