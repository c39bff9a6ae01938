import type { Permission } from '@lateral/domain/policy';
import type { QueryClient } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';

/** An address within the app: a path as it is read, and the search after it. */
export type Place = { to: string; search?: Record<string, string> };
/** What a command may use to do its work. */
type Doing = { go: (place: Place) => Promise<void>; queryClient: QueryClient };

/**
 * Something that the command palette offers: a screen, an action or a saved view. A capability lists its own in
 * `commands.ts`; nothing is offered that `may` does not allow.
 */
export type Command = {
  id: string;
  kind: 'action' | 'screen' | 'view';
  label: string;
  /** Other words that people may type for it. */
  also?: string;
  icon: LucideIcon;
  may?: Permission;
} & (Place | { run: (doing: Doing) => void | Promise<void> });
