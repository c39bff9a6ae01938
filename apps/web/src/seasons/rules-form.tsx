import { refuseWindow, type SeasonSettings } from '@lateral/domain/seasons/rules';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ErrorSummary, type Fault } from '../ui/error-summary.tsx';
import { focusHeading } from '../ui/focus-heading.ts';
import { isChanged } from '../versioned-save.ts';
import { faultsOf } from '../words.ts';
import { RuleChoice, type RuleProps, WeekdaysField } from './rule-fields.tsx';
import { RulesClash } from './rules-clash.tsx';
import type { Rules } from './rules-queries.ts';
import { type ChoiceField, faultWords, rulesRefusalWords } from './rules-words.ts';
import { settingsOf, useRulesSave } from './use-rules-save.ts';

const weights = ['travel', 'spread', 'load', 'expertise'] as const;

/** What cannot be sent as it is. A day that cannot be read yet is ''. */
function findFaults(year: number, settings: SeasonSettings): Fault[] {
  const { weekdays, windowStart, windowEnd } = settings;
  const refused = windowStart && windowEnd ? refuseWindow(year, settings) : null;
  return [
    ...(weekdays.length > 0 ? [] : [{ field: 'weekdays', text: faultWords['no-weekday'] }]),
    ...(windowStart ? [] : [{ field: 'windowStart', text: 'Enter the first day for reviews' }]),
    ...(windowEnd ? [] : [{ field: 'windowEnd', text: 'Enter the last day for reviews' }]),
    ...(refused ? [{ field: refused.field, text: faultWords[refused.refusal] }] : []),
  ];
}

/** Sets the rules of a season. Nothing is saved until it is sent; what was chosen stays when it is refused. */
export function RulesForm({ seasonId, rules }: { seasonId: string; rules: Rules }) {
  const [settings, setSettings] = useState(() => settingsOf(rules));
  const [faults, setFaults] = useState<Fault[]>([]);
  // The boxes for days keep what is typed: they begin again with each save.
  const [round, setRound] = useState(0);
  const refill = (saved: Rules) => {
    setSettings(settingsOf(saved));
    setRound(round + 1);
    // What was pressed to settle a clash is gone.
    if (clash) focusHeading();
  };
  const { set, clash, save, settle, dropClash } = useRulesSave(seasonId, rules, refill);
  const error = set.error && !isChanged(set.error) ? set.error : null;
  const shown = faults.length > 0 ? faults : faultsOf(error, rulesRefusalWords);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = findFaults(rules.year, settings);
    setFaults(found);
    if (found.length === 0) void save(settings).catch(() => false);
  };
  if (clash) {
    const takeTheirs = () => {
      refill(clash.theirs);
      dropClash();
    };
    return (
      <RulesClash
        clash={clash}
        isPending={set.isPending}
        error={error}
        onSave={settle}
        onLeave={takeTheirs}
      />
    );
  }
  const props: RuleProps = {
    settings,
    defaults: rules.defaults,
    faultOf: (field) => shown.find((fault) => fault.field === field)?.text,
    onChange: (part) => setSettings({ ...settings, ...part }),
  };
  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <ErrorSummary faults={shown} />
      <Pairs {...props} />
      <When key={round} {...props} />
      <Card title="What counts most" beside="Of all plans that keep the rules above, we look for the best">
        <div className="grid gap-6">
          {weights.map((field) => (
            <RuleChoice key={field} field={field} {...props} />
          ))}
        </div>
      </Card>
      <div>
        <Button type="submit" variant="primary" isPending={set.isPending} className="max-sm:w-full">
          Save the rules
        </Button>
      </div>
    </form>
  );
}

/** Who may review whom. Who may not come back is asked only while somebody may not. */
function Pairs(props: RuleProps) {
  const fields: ChoiceField[] = [
    ...(['reciprocal', 'sameGroup', 'competitorKm', 'repeatYears'] as const),
    ...(props.settings.repeatYears > 0 ? (['repeatLevel'] as const) : []),
    ...(['crossPrimary', 'crossSecondary', 'crossSpecial'] as const),
  ];
  return (
    <Card title="Who may review whom" beside="No plan breaks these rules">
      <div className="grid gap-6">
        {fields.map((field) => (
          <RuleChoice key={field} field={field} {...props} />
        ))}
      </div>
    </Card>
  );
}

function When(props: RuleProps) {
  const { settings, faultOf, onChange } = props;
  return (
    <Card title="When reviews may be" beside="No plan breaks these rules">
      <div className="grid gap-6">
        <WeekdaysField {...props} />
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
          <DateField
            name="windowStart"
            label="First day for reviews"
            defaultDay={settings.windowStart}
            error={faultOf('windowStart')}
            onDay={(day) => onChange({ windowStart: day ?? '' })}
          />
          <DateField
            name="windowEnd"
            label="Last day for reviews"
            defaultDay={settings.windowEnd}
            error={faultOf('windowEnd')}
            onDay={(day) => onChange({ windowEnd: day ?? '' })}
          />
        </div>
      </div>
    </Card>
  );
}
