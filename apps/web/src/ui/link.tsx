import { createLink } from '@tanstack/react-router';
import { Anchor } from './anchor.tsx';

/** A link in text to one of our screens. */
export const Link = createLink(Anchor);
