import { problem } from '@lateral/contract/endpoint';
import type { z } from 'zod';

type Fault = { pointer: string; detail: string };
type Problem = Partial<z.output<typeof problem>> & { code: string };

/** What the API refused, or `status` 0 when it could not be reached. `code` is stable; words belong to screens. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly Fault[];
  readonly choices: readonly { id: string; name: string }[];
  /** Seconds to wait before trying again, when there have been too many attempts. */
  readonly retryAfter: number | undefined;

  constructor(status: number, { code, detail, errors = [], choices = [], retryAfter }: Problem) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.choices = choices;
    this.retryAfter = retryAfter;
  }
}

/** The error that an answer stands for. */
export async function readProblem(response: Response): Promise<ApiError> {
  const body = problem.safeParse(await response.json().catch(() => null));
  if (body.success) return new ApiError(response.status, body.data as Problem);
  return new ApiError(response.status, { code: response.status >= 500 ? 'unavailable' : 'internal' });
}
