/** One of the two signatures. `at` is an instant in UTC, `means` how they had shown who they are, as a code. */
export type CertifiedSignature = {
  name: string;
  capacity: 'headteacher' | 'chair-of-governors';
  at: string;
  means: string;
};

/** What the certificate page says, for programs: attached to the PDF as `certificate.json`. */
export type Certificate = {
  format: 'lateral-agreement-1';
  reference: string;
  partnership: string;
  school: { name: string; urn: number };
  /** Which version of the agreement. */
  version: number;
  /** The SHA-256 of the text that was signed (UTF-8), in hexadecimal; the text is attached as `agreement.txt`. */
  sha256: string;
  governingBody: { metOn: string; minute: string; putDownBy: string; at: string };
  signed: CertifiedSignature;
  coSigned: CertifiedSignature;
  /** What the school would be willing to give a year, in whole pence; null when it has not said. */
  pledgedPence: number | null;
};

/** The faces of a value that is read from a file. */
type Unknown = { [key: string]: unknown } | null | undefined;

const isSignature = (value: unknown) => {
  const one = value as Unknown;
  return typeof one?.name === 'string' && typeof one.at === 'string';
};

/** Whether what a file holds is a certificate, as far as anything here reads it. */
export function isCertificate(value: unknown): value is Certificate {
  const one = value as Unknown;
  const school = one?.school as Unknown;
  return (
    one?.format === 'lateral-agreement-1' &&
    typeof one.reference === 'string' &&
    typeof one.partnership === 'string' &&
    typeof one.version === 'number' &&
    typeof one.sha256 === 'string' &&
    typeof school?.name === 'string' &&
    typeof school.urn === 'number' &&
    isSignature(one.signed) &&
    isSignature(one.coSigned)
  );
}
