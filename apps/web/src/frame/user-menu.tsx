import { useQueryClient } from '@tanstack/react-query';
import { CalendarDays, LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { goTo } from '../go-to.ts';
import { signOut, useSession } from '../session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { TextButton } from '../ui/text-button.tsx';
import { useDismiss } from '../ui/use-dismiss.ts';
import { AppearanceChoice } from './appearance-choice.tsx';
import { useFrameTools } from './tools.ts';
import { frameWords } from './words.ts';

/** The person's initials; opens their name, address and the way out. */
export function UserMenu() {
  const { me, may } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const box = useDismiss<HTMLDivElement>(isOpen, () => setIsOpen(false));
  const queryClient = useQueryClient();
  const { openKeys } = useFrameTools();

  const leave = async () => {
    await signOut(queryClient);
    goTo('/sign-in');
  };
  return (
    <div ref={box} className="relative shrink-0">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="grid size-11 place-items-center rounded-full"
      >
        <Avatar name={me.name} tone="raised" />
        <span className="sr-only">{me.name}: your menu</span>
      </button>
      {isOpen && (
        <div className="absolute top-full right-0 z-40 mt-2 w-72 max-w-[calc(100vw-2rem)] rounded-card border border-line bg-surface p-4 text-ink">
          <p className="font-semibold">{me.name}</p>
          <p className="mb-3 text-sm break-all text-muted">{me.email}</p>
          <ButtonLink to="/account" icon={UserRound} className="mb-2 w-full" onClick={() => setIsOpen(false)}>
            {frameWords.account}
          </ButtonLink>
          {may('calendar.read') && (
            <ButtonLink
              to="/calendar"
              icon={CalendarDays}
              className="mb-2 w-full"
              onClick={() => setIsOpen(false)}
            >
              {frameWords.calendar}
            </ButtonLink>
          )}
          <AppearanceChoice />
          <TextButton className="mb-3 max-desk:hidden" onClick={openKeys}>
            Keys
          </TextButton>
          <Button icon={LogOut} onClick={leave} className="w-full">
            {frameWords.signOut}
          </Button>
        </div>
      )}
    </div>
  );
}
