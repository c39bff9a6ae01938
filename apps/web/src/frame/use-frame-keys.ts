import { useEffect } from 'react';
import { hasLetterKeys } from '../preferences.ts';
import type { FrameTools } from './tools.ts';

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const hasCommand = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;
const isForPalette = (event: KeyboardEvent) =>
  hasCommand(event) && !event.shiftKey && event.key.toLowerCase() === 'k';

/** The box that / goes to; none when the screen has no list that can be searched. */
const findSearch = () => document.querySelector<HTMLInputElement>('main input[type=search]');

/** What a key does here; null when it is not one of ours. */
function actOf(event: KeyboardEvent, { openPalette, openKeys }: FrameTools): (() => void) | null {
  if (isForPalette(event)) return openPalette;
  if (hasCommand(event) || isTyping(event.target) || !hasLetterKeys()) return null;
  if (event.key === '?') return openKeys;
  const search = event.key === '/' && findSearch();
  return search
    ? () => {
        search.focus();
        search.select();
      }
    : null;
}

/**
 * The keys of the whole app: Ctrl K or Cmd K opens the palette; / goes to the search of the list, and ? lists the
 * keys, unless somebody is typing, has a dialog open or has turned keys without Ctrl off.
 */
export function useFrameKeys(tools: FrameTools) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return;
      const act = actOf(event, tools);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [tools]);
}
