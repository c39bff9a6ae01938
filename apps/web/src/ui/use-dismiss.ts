import { useEffect, useRef } from 'react';

/** Closes something that hangs from a button when Escape is pressed or the pointer goes down outside. @returns for the box around both */
export function useDismiss<Box extends HTMLElement>(isOpen: boolean, close: () => void) {
  const box = useRef<Box>(null);
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!isOpen) return;
    const dismiss = (event: Event) => {
      const isOutside =
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !box.current?.contains(event.target as Node);
      if (isOutside) latest.current();
    };
    document.addEventListener('keydown', dismiss);
    document.addEventListener('pointerdown', dismiss);
    return () => {
      document.removeEventListener('keydown', dismiss);
      document.removeEventListener('pointerdown', dismiss);
    };
  }, [isOpen]);
  return box;
}
