import type { ComponentProps } from 'react';

/** A button that reads as a link in text: "See as table", "Show". */
export function TextButton({ className = '', type = 'button', ...rest }: ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type}
      className={`min-h-6 text-pen underline decoration-1 underline-offset-3 hover:text-pen-strong hover:decoration-2 rounded-xs ${className}`}
    />
  );
}
