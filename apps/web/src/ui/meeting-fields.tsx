import { DateField } from './date-field.tsx';
import { TextField } from './text-field.tsx';

export type Meeting = { metOn: string; minute: string };
type Props = {
  value: Meeting;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<Meeting>) => void;
};

/** What is not filled in. */
export const listMeetingGaps = ({ metOn, minute }: Meeting) => [
  ...(metOn
    ? []
    : [{ field: 'metOn', text: 'Enter the day on which your governing body met, such as 5 Jan 2027' }]),
  ...(minute.trim() ? [] : [{ field: 'minute', text: 'Enter the reference of the minute' }]),
];

/** When a governing body agreed, and where that is written down. */
export const MeetingFields = ({ value, faultOf, onChange }: Props) => (
  <>
    <DateField
      name="metOn"
      label="When did your governing body agree?"
      hint="The day of the meeting. For example, 5/1/27 or 5 Jan"
      defaultDay={value.metOn || null}
      onDay={(day) => onChange({ metOn: day ?? '' })}
      error={faultOf('metOn')}
    />
    <TextField
      name="minute"
      label="Reference of the minute"
      hint="Where it is written down. For example, FGB 2026/11, item 4"
      value={value.minute}
      onChange={({ target }) => onChange({ minute: target.value })}
      error={faultOf('minute')}
    />
  </>
);
