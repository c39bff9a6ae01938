import type { Calendar } from '@lateral/contract/calendars';
import { longDay } from '../ui/days.ts';
import { Dialog } from '../ui/dialog.tsx';
import { yearName } from './words.ts';

/** The year strip, week by week, as a table. */
export function YearTable({ calendar, onClose }: { calendar: Calendar; onClose: () => void }) {
  return (
    <Dialog title={`School year ${yearName(calendar.year)}`} onClose={onClose}>
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line text-sm text-muted">
            <th scope="col" className="py-2 font-semibold">
              Week of
            </th>
            <th scope="col" className="py-2 font-semibold">
              Schools
            </th>
            <th scope="col" className="py-2 text-right font-semibold">
              Reviews
            </th>
          </tr>
        </thead>
        <tbody>
          {calendar.weeks.map(({ monday, isHoliday, reviews }) => (
            <tr key={monday} className="border-b border-line last:border-0">
              <td className="py-1.5">{longDay(monday)}</td>
              <td className="py-1.5 text-muted">{isHoliday ? 'Shut' : 'Open'}</td>
              <td className="py-1.5 text-right">{reviews}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
