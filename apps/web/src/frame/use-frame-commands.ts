import { Keyboard, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import type { Command } from '../command.ts';
import { goTo } from '../go-to.ts';
import { appearances, setAppearance, useAppearance } from '../preferences.ts';
import { signOut, useSession } from '../session.ts';
import { screensFor } from './nav-items.ts';
import { useFrameTools } from './tools.ts';
import { appearanceWords, frameWords } from './words.ts';

const icons = { system: Monitor, light: Sun, dark: Moon };

/** Every screen that this person has, and what the frame itself can do. */
export function useFrameCommands(): Command[] {
  const { may, hasWholeReach } = useSession();
  const { openKeys } = useFrameTools();
  const chosen = useAppearance();
  const { daily, running } = screensFor(may, hasWholeReach);
  return [
    ...[...daily, ...running].map(({ to, label, icon }) => ({
      id: `screen:${to}`,
      kind: 'screen' as const,
      label,
      icon,
      to,
    })),
    ...appearances
      .filter((one) => one !== chosen && one !== document.documentElement.dataset.theme)
      .map((one) => ({
        id: `appearance:${one}`,
        kind: 'action' as const,
        label: appearanceWords[one].command,
        also: 'theme appearance colours night',
        icon: icons[one],
        run: () => setAppearance(one),
      })),
    {
      id: 'keys',
      kind: 'action',
      label: 'Show the keys',
      also: 'keyboard shortcuts help',
      icon: Keyboard,
      run: openKeys,
    },
    {
      id: 'sign-out',
      kind: 'action',
      label: frameWords.signOut,
      also: 'log out leave',
      icon: LogOut,
      run: async ({ queryClient }) => {
        await signOut(queryClient);
        goTo('/sign-in');
      },
    },
  ];
}
