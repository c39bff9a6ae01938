import { Checkbox } from './checkbox.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  name: string;
  onName: (name: string) => void;
  /** What they say of themselves when they tick the box. */
  authority: string;
  hasAuthority: boolean;
  onAuthority: (has: boolean) => void;
  faultOf: (field: string) => string | undefined;
};

/** What is not filled in. */
export const listSignatureGaps = (name: string, hasAuthority: boolean) => [
  ...(/\p{L}.*\p{L}/u.test(name) ? [] : [{ field: 'name', text: 'Type your full name' }]),
  ...(hasAuthority ? [] : [{ field: 'hasAuthority', text: 'Tick the box if you may sign for the school' }]),
];

/** A name, typed to sign with, and the word that one may. */
export const SignatureFields = ({ name, onName, authority, hasAuthority, onAuthority, faultOf }: Props) => (
  <>
    <TextField
      name="name"
      label="Your full name"
      hint="As you write it when you sign"
      autoComplete="name"
      value={name}
      onChange={({ target }) => onName(target.value)}
      error={faultOf('name')}
    />
    <div>
      {faultOf('hasAuthority') && (
        <p id="hasAuthority-error" className="font-semibold text-risk">
          <span className="sr-only">Error: </span>
          {faultOf('hasAuthority')}
        </p>
      )}
      <Checkbox
        id="hasAuthority"
        label={authority}
        checked={hasAuthority}
        aria-invalid={faultOf('hasAuthority') ? true : undefined}
        aria-describedby={faultOf('hasAuthority') ? 'hasAuthority-error' : undefined}
        onChange={({ target }) => onAuthority(target.checked)}
      />
    </div>
  </>
);
