import { createLink } from '@tanstack/react-router';
import { ButtonAnchor } from './button-anchor.tsx';

/** A link to one of our screens that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
