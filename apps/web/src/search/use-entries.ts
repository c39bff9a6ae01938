import { useQuery } from '@tanstack/react-query';
import { Map as MapIcon, School, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Command, Place } from '../command.ts';
import { listRecent, type Recent } from '../recent.ts';
import { useSession } from '../session.ts';
import { roleWords } from '../words.ts';
import { likeness } from './likeness.ts';
import { searchQuery } from './queries.ts';
import type { Group } from './words.ts';

/** One line of the palette. */
export type Entry = {
  id: string;
  group: Group;
  label: string;
  detail?: string | undefined;
  icon: Command['icon'];
  place?: Place;
  command?: Command;
};

const icons = { school: School, person: UserRound, cluster: MapIcon };
/** A command that answers as well as this stands before the schools. */
const sure = 0.95;

/** What was typed, once typing has paused. */
function useSettled(text: string, ms: number) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(timer);
  }, [text, ms]);
  return settled;
}

/** The lines for what was typed, in their order; with nothing typed, what is recent and everything there is to do. */
export function useEntries(text: string, commands: readonly Command[]) {
  const { me, may } = useSession();
  const q = text.trim();
  const settled = useSettled(q, 120);
  const search = useQuery(searchQuery(q === '' ? '' : settled));
  const allowed = commands.filter((command) => !command.may || may(command.may));
  if (q === '') {
    const recent = listRecent(me.personId).flatMap((one) => fromRecent(one, allowed));
    const entries = [...recent, ...allowed.map(fromCommand)];
    return { entries: inGroups(entries, ['recent', 'view', 'action', 'screen']), isBusy: false, error: null };
  }
  const scored = allowed
    .map((command) => ({ command, score: likeness(`${command.label} ${command.also ?? ''}`, q) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const toEntries = (some: typeof scored) => some.map(({ command }) => fromCommand(command));
  const certain = toEntries(scored.filter(({ score }) => score >= sure));
  const maybe = toEntries(scored.filter(({ score }) => score < sure));
  const entries = [
    ...inGroups(certain, ['action', 'screen', 'view']),
    ...fromServer(search.data),
    ...inGroups(maybe, ['action', 'screen', 'view']),
  ];
  return { entries: regroup(entries), isBusy: q !== settled || search.isFetching, error: search.error };
}

function fromCommand(command: Command): Entry {
  const { id, kind, label, icon } = command;
  return { id, group: kind, label, icon, command };
}

function fromRecent({ id, kind, label, place }: Recent, allowed: readonly Command[]): Entry[] {
  if (kind !== 'command') return [{ id, group: 'recent', label, icon: icons[kind], ...(place && { place }) }];
  const command = allowed.find((one) => one.id === id);
  return command ? [{ ...fromCommand(command), group: 'recent' }] : [];
}

type Found = Awaited<ReturnType<NonNullable<ReturnType<typeof searchQuery>['queryFn']>>>;

function fromServer(found: Found | undefined): Entry[] {
  if (!found) return [];
  return [
    ...found.schools.map(({ id, name, town, isOpen }) => ({
      id,
      group: 'school' as const,
      label: name,
      detail: [town, !isOpen && 'closed'].filter(Boolean).join(', '),
      icon: icons.school,
      place: { to: `/schools/${id}` },
    })),
    ...found.people.map(({ personId, name, role, schoolName }) => ({
      id: personId,
      group: 'person' as const,
      label: name,
      detail: [roleWords[role], schoolName].filter(Boolean).join(', '),
      icon: icons.person,
      place: { to: '/people', search: { q: name } },
    })),
    ...found.clusters.map(({ id, name }) => ({
      id,
      group: 'cluster' as const,
      label: name,
      icon: icons.cluster,
      place: { to: '/schools', search: { cluster: id } },
    })),
  ];
}

const inGroups = (entries: readonly Entry[], order: readonly Group[]) =>
  order.flatMap((group) => entries.filter((entry) => entry.group === group));

/** Each group once, where its first line is. */
function regroup(entries: readonly Entry[]): Entry[] {
  const order = [...new Set(entries.map(({ group }) => group))];
  return inGroups(entries, order);
}
