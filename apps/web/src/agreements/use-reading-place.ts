import { useEffect, useRef } from 'react';
import { clauseId } from './clause-id.ts';
import type { Clause } from './wording-fields.ts';

/** A pause in reading, after which where it has come to is kept. */
const pauseMs = 1500;

/** Tells which clause is at the top of the screen, once reading pauses there. @param onPlace null when nobody wants to know */
export function useReadingPlace(clauses: readonly Clause[], onPlace: ((key: string) => void) | null) {
  const tell = useRef(onPlace);
  tell.current = onPlace;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = clauses[0]?.key;
    const look = () => {
      const top = clauses.findLast(({ key }) => {
        const box = document.getElementById(clauseId(key))?.getBoundingClientRect();
        return box !== undefined && box.top < innerHeight / 3;
      });
      if (!top || top.key === last) return;
      last = top.key;
      tell.current?.(top.key);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(look, pauseMs);
    };
    addEventListener('scroll', wait, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', wait);
    };
  }, [clauses]);
}
