import { agreementCommands } from '../agreements/commands.ts';
import { calendarCommands } from '../calendars/commands.ts';
import { useFrameCommands } from '../frame/use-frame-commands.ts';
import { importCommands } from '../imports/commands.ts';
import { ledgerCommands } from '../ledger/commands.ts';
import { memberCommands } from '../memberships/commands.ts';
import { notificationCommands } from '../notifications/commands.ts';
import { offerCommands } from '../offers/commands.ts';
import { peopleCommands } from '../people/commands.ts';
import { reminderCommands } from '../reminders/commands.ts';
import { reviewCommands } from '../reviews/commands.ts';
import { schoolCommands } from '../schools/commands.ts';
import { Palette as Shown } from '../search/palette.tsx';
import { seasonCommands } from '../seasons/commands.ts';
import { trainingCommands } from '../training/commands.ts';
import { useViewCommands } from '../views/use-view-commands.ts';

const schools = [...schoolCommands, ...peopleCommands, ...memberCommands, ...reminderCommands];
const running = [
  ...importCommands,
  ...seasonCommands,
  ...ledgerCommands,
  ...trainingCommands,
  ...offerCommands,
  ...reviewCommands,
  ...calendarCommands,
  ...agreementCommands,
  ...notificationCommands,
];

/** The palette with what every capability offers. */
export function Palette({ onClose }: { onClose: () => void }) {
  const commands = [...useViewCommands(), ...schools, ...running, ...useFrameCommands()];
  return <Shown commands={commands} onClose={onClose} />;
}
