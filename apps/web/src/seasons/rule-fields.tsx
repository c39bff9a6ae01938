import type { SeasonRules, SeasonSettings } from '@lateral/domain/seasons/rules';
import { Checkbox } from '../ui/checkbox.tsx';
import { describedBy } from '../ui/control-class.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Select } from '../ui/select.tsx';
import { answerWords, type ChoiceField, type RuleWords, ruleWords, weekdayNames } from './rules-words.ts';

export type RuleProps = {
  settings: SeasonSettings;
  defaults: SeasonRules;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<SeasonSettings>) => void;
};

const isNumber = (field: ChoiceField) => field === 'competitorKm' || field === 'repeatYears';

/** Why a rule matters, and what most partnerships answer. */
const Why = ({ why, usual }: { why: string; usual: string }) => (
  <>
    {why} The usual answer is <b className="font-semibold">{usual}</b>.
  </>
);

/** One rule that is answered by a choice: few answers stand below one another, many in a list. */
export function RuleChoice({
  field,
  settings,
  defaults,
  faultOf,
  onChange,
}: RuleProps & { field: ChoiceField }) {
  const { question, why, options }: RuleWords = ruleWords[field];
  const usual = answerWords(field, { ...settings, ...defaults });
  // Where the usual answer is "As usual", that says it already.
  const hint = defaults[field] === 'usual' ? why : <Why why={why} usual={usual} />;
  const shared = { name: field, options, hint, value: String(settings[field]), error: faultOf(field) };
  if (isNumber(field))
    return (
      <Select
        {...shared}
        label={question}
        className="[&>div]:max-w-80"
        onChange={(value) => onChange({ [field]: Number(value) })}
      />
    );
  return <RadioGroup {...shared} legend={question} onChange={(value) => onChange({ [field]: value })} />;
}

/** The days of the week on which reviews may fall. */
export function WeekdaysField({ settings, defaults, faultOf, onChange }: RuleProps) {
  const error = faultOf('weekdays');
  const usual = answerWords('weekdays', { ...settings, ...defaults });
  const choose = (day: number, isOn: boolean) =>
    onChange({
      weekdays: [...settings.weekdays.filter((one) => one !== day), ...(isOn ? [day] : [])].sort(),
    });
  return (
    <fieldset
      id="weekdays"
      tabIndex={-1}
      aria-describedby={describedBy('weekdays', true, error)}
      className={`min-w-0 ${error ? 'border-l-4 border-risk pl-3' : ''}`}
    >
      <legend className="mb-1 font-semibold">On which days of the week may reviews be?</legend>
      <p id="weekdays-hint" className="mb-1.5 text-sm text-muted">
        <Why why="Leave out a day when most schools are busy, as with Friday assemblies." usual={usual} />
      </p>
      {error && (
        <p id="weekdays-error" className="mb-1.5 font-semibold text-risk">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      )}
      <div className="flex flex-wrap gap-x-6">
        {weekdayNames.map((name, i) => (
          <Checkbox
            key={name}
            label={name}
            checked={settings.weekdays.includes(i + 1)}
            onChange={({ target }) => choose(i + 1, target.checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
