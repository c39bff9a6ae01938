import { type ClauseKind, clauseKinds } from '@lateral/domain/agreements/clauses';
import { ArrowDown, ArrowUp, type LucideIcon, X } from 'lucide-react';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Clause } from './wording-fields.ts';
import { clauseKindWords } from './words.ts';

type Props = {
  clause: Clause;
  place: number;
  /** One of the consents that every agreement holds: it stays, as a consent. */
  isFixed: boolean;
  faultOf: (field: string) => string | undefined;
  onChange: (part: Partial<Clause>) => void;
  /** Null at the top, and at the foot. */
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onTake: () => void;
};

const kindOptions = clauseKinds.map((kind) => ({ value: kind, label: clauseKindWords[kind] }));

/** The boxes of one clause, and what moves it or takes it out. */
export function ClauseFields({ clause, place, isFixed, faultOf, onChange, onUp, onDown, onTake }: Props) {
  // By its key and not by its place: what is wrong with a clause goes with it when it is moved.
  const at = `clauses-${clause.key}`;
  const name = clause.heading || `clause ${place + 1}`;
  return (
    <fieldset className="rounded-card border border-line bg-surface p-5">
      <legend className="sr-only">Clause {place + 1}</legend>
      <div className="mb-3 flex items-center gap-1">
        <p aria-hidden className="flex-1 text-lead">
          Clause {place + 1}
        </p>
        <Tool icon={ArrowUp} label={`Move ${name} up`} onPress={onUp} />
        <Tool icon={ArrowDown} label={`Move ${name} down`} onPress={onDown} />
        {!isFixed && <Tool icon={X} label={`Take out ${name}`} onPress={onTake} />}
      </div>
      <div className="grid gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField
            name={`${at}-heading`}
            label="Heading"
            value={clause.heading}
            onChange={({ target }) => onChange({ heading: target.value })}
            error={faultOf(`${at}-heading`)}
          />
          {isFixed ? (
            <div>
              <p className="mb-1 font-semibold">Kind</p>
              <p className="py-2">Consent, in every agreement</p>
            </div>
          ) : (
            <Select
              name={`${at}-kind`}
              label="Kind"
              options={kindOptions}
              value={clause.kind}
              onChange={(kind) => onChange({ kind: kind as ClauseKind })}
              error={faultOf(`${at}-kind`)}
            />
          )}
        </div>
        <TextArea
          name={`${at}-text`}
          label="What it says"
          rows={4}
          value={clause.text}
          onChange={({ target }) => onChange({ text: target.value })}
          error={faultOf(`${at}-text`)}
        />
      </div>
    </fieldset>
  );
}

/** A small button with a picture. One that cannot be pressed stays where it is, so that focus is never lost. */
const Tool = ({
  icon: Icon,
  label,
  onPress,
}: {
  icon: LucideIcon;
  label: string;
  onPress: (() => void) | null;
}) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={onPress === null || undefined}
    onClick={() => onPress?.()}
    className="grid size-11 place-items-center rounded-control text-muted hover:bg-hover hover:text-ink aria-disabled:opacity-40"
  >
    <Icon aria-hidden className="size-4.5" />
  </button>
);
