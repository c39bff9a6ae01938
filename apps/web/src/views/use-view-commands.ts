import { useQuery } from '@tanstack/react-query';
import { Bookmark } from 'lucide-react';
import type { Command } from '../command.ts';
import { useSession } from '../session.ts';
import { placeOf } from './place.ts';
import { viewsQuery } from './queries.ts';

/** Every saved view that this person may open, for the palette. */
export function useViewCommands(): Command[] {
  const { may } = useSession();
  const { data } = useQuery({ ...viewsQuery, enabled: may('views.read') });
  return (data?.items ?? []).map((view) => ({
    id: `view:${view.id}`,
    kind: 'view' as const,
    label: view.name,
    also: `view ${view.screen}`,
    icon: Bookmark,
    ...placeOf(view),
  }));
}
