export type FieldFault = { pointer: string; detail: string };
type Status = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
type More = {
  detail?: string;
  errors?: FieldFault[];
  choices?: { id: string; name: string }[] /** Seconds. */;
  retryAfter?: number;
};

const titles: Record<Status, string> = {
  400: 'The request has a fault',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  409: 'This cannot be done now',
  412: 'It has changed since you read it',
  413: 'Too large',
  415: 'Not a kind of content that is taken here',
  422: 'This key was used for something else',
  428: 'Say which version you read',
  429: 'Too many attempts',
  503: 'Not available for the moment',
};

/** An error the caller may see. Anything else is a bug, and becomes a bare 500. */
export class Problem extends Error {
  readonly statusCode: Status;
  readonly code: string;
  readonly more: More;

  constructor(statusCode: Status, code: string, more: More = {}) {
    super(`${statusCode} ${code}`);
    this.statusCode = statusCode;
    this.code = code;
    this.more = more;
  }
}

/** The body of an answer in `application/problem+json` (RFC 9457). */
export const describeProblem = (status: number, code: string, more: More = {}) => ({
  type: `urn:lateral:problem:${code}`,
  title: titles[status as Status] ?? 'Something went wrong',
  status,
  code,
  ...more,
});

export const notFound = () => new Problem(404, 'not-found');
export const forbidden = () => new Problem(403, 'forbidden');
export const signInFirst = () => new Problem(401, 'sign-in');
/** Their owner may do this, but the token that they call with was not made for it. */
export const beyondToken = (permission?: string) =>
  new Problem(403, 'beyond-token', {
    detail: permission
      ? `This token was not made for ${permission}. Make one that is, in Settings.`
      : 'This can be done by a person only, and not with a token.',
  });
/** They may do this, once they have proved who they are again. */
export const confirmIdentity = () => new Problem(403, 'confirm-identity');
export const refused = (code: string, detail?: string) => new Problem(409, code, detail ? { detail } : {});
export const badField = (pointer: string, detail: string) =>
  new Problem(400, 'invalid', { errors: [{ pointer, detail }] });
