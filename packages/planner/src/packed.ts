import type { Instance } from './instance.ts';
import { countReceiving } from './plan.ts';

/** An area on its way to another process: as text, a fifth of what it is as objects. */
export interface PackedArea {
  /** Schools that should have a review. */
  receiving: number;
  text: Uint8Array;
}

export function packArea(instance: Instance): PackedArea {
  return { receiving: countReceiving(instance), text: new TextEncoder().encode(JSON.stringify(instance)) };
}

export const unpackArea = ({ text }: PackedArea): Instance => JSON.parse(new TextDecoder().decode(text));
