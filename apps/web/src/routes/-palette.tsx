import { calendarCommands } from '../calendars/commands.ts';
import { useFrameCommands } from '../frame/use-frame-commands.ts';
import { importCommands } from '../imports/commands.ts';
import { peopleCommands } from '../people/commands.ts';
import { schoolCommands } from '../schools/commands.ts';
import { Palette as Shown } from '../search/palette.tsx';
import { seasonCommands } from '../seasons/commands.ts';
import { useViewCommands } from '../views/use-view-commands.ts';

/** The palette with what every capability offers. */
export function Palette({ onClose }: { onClose: () => void }) {
  const shared = [
    ...useViewCommands(),
    ...schoolCommands,
    ...peopleCommands,
    ...importCommands,
    ...seasonCommands,
  ];
  return <Shown commands={[...shared, ...calendarCommands, ...useFrameCommands()]} onClose={onClose} />;
}
