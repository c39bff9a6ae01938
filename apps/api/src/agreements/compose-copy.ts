import { readSealedText } from '@lateral/domain/agreements/sealed-text';
import type { Certificate, CertifiedSignature } from '@lateral/seal/certificate';

/** A fact of the certificate. `as` sets a name that was typed, or a code that is one long word. */
export type Fact = { label: string; value: string; as?: 'name' | 'code' };

/** What stands on the pages of a copy, in the order in which it is read. */
export type Block =
  | { kind: 'above' | 'paragraph' | 'command'; text: string }
  | { kind: 'title'; text: string; bookmark: string }
  | { kind: 'heading'; text: string; isBookmark: boolean }
  | { kind: 'facts'; facts: Fact[] };

export type Copy = {
  title: string;
  subject: string;
  author: string;
  /** What stands at the foot of every page. */
  foot: string;
  /** When it was complete: the file says that it was made then, so that it is the same whenever it is made. */
  at: Date;
  /** Each begins a page. */
  parts: Block[][];
  attached: { name: string; type: string; description: string; text: string }[];
};

const means: Record<string, string> = {
  passkey: 'With a passkey, which only they hold',
  oidc: 'By signing in again with their account of another provider',
  code: 'With a code sent to their own e-mail address',
};

const longDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' });
const dayInWords = (day: string) => longDay.format(new Date(`${day}T00:00:00Z`));
const longMoment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'long',
  timeStyle: 'medium',
});
const momentInWords = (at: string) => `${longMoment.format(new Date(at))}, London time`;
const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const inPounds = (pence: number) => pounds.format(pence / 100).replace(/\.00$/, '');

/**
 * What is in the sealed copy of an agreement: the words that were signed, then the certificate of how they were.
 * @param canDraw whether the typeface has every letter of a text
 */
export function composeCopy(
  certificate: Certificate,
  text: string,
  canDraw: (text: string) => boolean = () => true,
): Copy {
  const { reference, school, partnership, version, coSigned } = certificate;
  const json = `${JSON.stringify(certificate, null, 2)}\n`;
  return {
    title: `Signed agreement ${reference}: ${school.name}`,
    subject: `Version ${version} of the membership agreement of ${partnership}, signed and co-signed`,
    author: partnership,
    foot: `${reference}, ${school.name}`,
    at: new Date(coSigned.at),
    parts: [composeAgreement(certificate, text), composeCertificate(certificate, canDraw(json + text))],
    attached: [
      { name: 'agreement.txt', type: 'text/plain', description: 'The words that were signed', text },
      { name: 'certificate.json', type: 'application/json', description: 'The certificate', text: json },
    ],
  };
}

/** The words that were signed, as they were sealed: read from the sealed text and from nothing else. */
function composeAgreement({ school, partnership, version }: Certificate, text: string): Block[] {
  const { title, lines, clauses } = readSealedText(text);
  return [
    { kind: 'above', text: `Signed for ${school.name} with ${partnership}, version ${version}` },
    { kind: 'title', text: title, bookmark: 'The agreement' },
    { kind: 'paragraph', text: lines.join('\n') },
    ...clauses.flatMap(({ heading, paragraphs }): Block[] => [
      { kind: 'heading', text: heading, isBookmark: true },
      ...paragraphs.map((paragraph): Block => ({ kind: 'paragraph', text: paragraph })),
    ]),
  ];
}

const heading = (text: string): Block => ({ kind: 'heading', text, isBookmark: false });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

function composeCertificate(certificate: Certificate, isDrawn: boolean): Block[] {
  const { reference, school, partnership, version, sha256, governingBody, pledgedPence } = certificate;
  const { metOn, minute, putDownBy, at } = governingBody;
  return [
    { kind: 'title', text: 'Certificate of signing', bookmark: 'Certificate of signing' },
    paragraph('This page says who signed the agreement, when, and how they showed who they are.'),
    heading('What was signed'),
    {
      kind: 'facts',
      facts: [
        { label: 'Reference', value: reference },
        { label: 'School', value: `${school.name}, URN ${school.urn}` },
        { label: 'Agreement', value: `Membership agreement of ${partnership}, version ${version}` },
        { label: 'SHA-256 of its text', value: sha256, as: 'code' },
      ],
    },
    heading('What the school decided'),
    {
      kind: 'facts',
      facts: [
        { label: 'Governors met on', value: dayInWords(metOn) },
        { label: 'Minute', value: minute },
        {
          label: 'Put down by',
          value: `${putDownBy || 'somebody whose name has been erased since'}, ${momentInWords(at)}`,
        },
        ...(pledgedPence === null
          ? []
          : [{ label: 'Would give', value: `${inPounds(pledgedPence)} a year` }]),
      ],
    },
    heading('Signed by the headteacher'),
    { kind: 'facts', facts: factsOf(certificate.signed) },
    heading('Co-signed by the chair of governors'),
    { kind: 'facts', facts: factsOf(certificate.coSigned) },
    heading('What this is'),
    paragraph(
      'This is a simple electronic signature. Two people typed their names, after they showed who they are. This page is the evidence for it. It is not a deed.',
    ),
    ...composeChecking(isDrawn),
  ];
}

const factsOf = ({ name, at, means: shown }: CertifiedSignature): Fact[] => [
  { label: 'Name as typed', value: name, as: 'name' },
  { label: 'When', value: momentInWords(at) },
  { label: 'Identity shown', value: means[shown] ?? shown },
];

const composeChecking = (isDrawn: boolean): Block[] => [
  heading('How to check this file'),
  paragraph(
    'This file is sealed: if any part of it is changed, it shows. Anybody can check it, without the internet and without an account. Where the Lateral programs are, type:',
  ),
  { kind: 'command', text: 'pnpm --silent verify-agreement FILE.pdf --key KEY' },
  paragraph(
    'FILE.pdf is this file, and KEY is the key of the partnership: ask the partnership for it. A print on paper cannot be checked.',
  ),
  paragraph(
    `The words that were signed are attached to this file as agreement.txt, and this page as certificate.json.${
      isDrawn ? '' : ' Some letters cannot be drawn here. They are written in full in the attached files.'
    }`,
  ),
];
