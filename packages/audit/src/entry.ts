/**
 * One thing that happened, in its place in a partnership's chain. `detail` and `salt` are null once a person has been
 * erased from it: their hash stays, so that the chain still holds.
 */
export type Entry = {
  /** 1, 2, 3 …, without a gap. */
  seq: number;
  /** When it happened, in UTC to the microsecond: `2026-11-24T09:00:00.000000Z`. */
  at: string;
  /** Ids of who did it (null: the system), in whose name, and of the school it is about. */
  personId: string | null;
  onBehalfOf: string | null;
  schoolId: string | null;
  kind: string;
  detail: Record<string, unknown> | null;
  /** Base64url. */
  salt: string | null;
  detailHash: string;
  hash: string;
};

/** The head of a chain at a moment, signed. */
export type Checkpoint = { seq: number; hash: string; at: string; keyId: string; signature: string };

/** A partnership's whole chain as a file: what `verify-audit` reads. */
export type AuditExport = {
  format: 'lateral-audit-1';
  partnership: { id: string; name: string };
  entries: Entry[];
  checkpoints: Checkpoint[];
  /** The head of the chain as it was when this file was made, signed then. */
  seal: Checkpoint;
};
