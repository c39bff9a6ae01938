import { useNavigate } from '@tanstack/react-router';
import { Button } from '../ui/button.tsx';
import { longDay, momentInWords } from '../ui/days.ts';
import { Link } from '../ui/link.tsx';
import { pounds } from '../ui/pounds.ts';
import { anyOf } from './signing-words.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

/** Everything that is about to be signed, on one screen. */
export function CheckStep(props: StepProps & { name: string }) {
  const { data, agreement, schoolId, flow, name } = props;
  const navigate = useNavigate();
  const { signing, school, chairs, heads } = data;
  const body = signing?.governingBody;
  const isCoSigning = flow === 'co-sign';
  const goOn = () =>
    void navigate({ to: '/schools/$schoolId/agreement', params: { schoolId }, search: { step: 'sign' } });
  const lines = [
    { label: 'School', value: school.name },
    { label: 'Agreement', value: `${agreement.title}, version ${agreement.number}`, step: 'read' as const },
    {
      label: 'Governing body',
      value: body ? `Agreed on ${longDay(body.metOn)}, minute ${body.minute}` : 'Not put down yet',
      ...(!isCoSigning && { step: 'governing-body' as const }),
    },
    ...(isCoSigning && !signing?.pledgedPence
      ? []
      : [
          {
            label: 'Would give a year',
            value: signing?.pledgedPence ? pounds(signing.pledgedPence) : 'Nothing put down',
            ...(!isCoSigning && { step: 'governing-body' as const }),
          },
        ]),
    {
      label: 'Headteacher',
      value: signing?.signed
        ? `${signing.signed.name} signed ${momentInWords(signing.signed.at)}`
        : flow === 'sign'
          ? `${name}, you`
          : anyOf(heads, 'Nobody that we know of'),
    },
    {
      label: 'Chair of governors',
      value: isCoSigning ? `${name}, you` : anyOf(chairs, 'Nobody that we know of'),
    },
  ];
  return (
    <StepFrame
      {...props}
      step="check"
      action={
        flow === 'prepare' ? null : (
          <Button variant="primary" onClick={goOn}>
            It is right: go on
          </Button>
        )
      }
    >
      {flow === 'prepare' && (
        <p className="mb-4 rounded-control bg-asked px-4 py-3">
          It is ready. Only your headteacher can sign it: tell {anyOf(heads, 'them')} that they will find it
          on their first screen.
        </p>
      )}
      <dl className="border-t border-line">
        {lines.map(({ label, value, step }) => (
          <div key={label} className="flex flex-wrap items-start gap-x-4 border-b border-line py-3">
            <dt className="w-full text-sm text-muted">{label}</dt>
            <dd className="min-w-0 flex-1 wrap-anywhere">{value}</dd>
            {step && (
              <dd>
                <Link
                  to="/schools/$schoolId/agreement"
                  params={{ schoolId }}
                  search={{ step }}
                  className="inline-block min-h-6 py-1"
                >
                  {step === 'read' ? 'Read' : 'Change'}
                  <span className="sr-only"> {label.toLowerCase()}</span>
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {!isCoSigning && chairs.length === 0 && (
        <p className="mt-4">
          We know no chair of governors of your school. You can sign all the same; then tell the broker who it
          is, so that they can co-sign.
        </p>
      )}
    </StepFrame>
  );
}
