import type { Instance } from './instance.ts';
import { countReceiving } from './plan.ts';

/** An area on its way to a thread: as text in memory of its own, a fifth of what it is as objects. */
export interface PackedArea {
  /** Schools that should have a review. */
  receiving: number;
  text: SharedArrayBuffer;
}

/** An area on its way from another process. */
export interface WrittenArea {
  receiving: number;
  text: Uint8Array;
}

export function writeArea(instance: Instance): WrittenArea {
  return { receiving: countReceiving(instance), text: new TextEncoder().encode(JSON.stringify(instance)) };
}

/** Moves an area's text to where every thread of this process can read it. */
export function shareArea({ receiving, text }: WrittenArea): PackedArea {
  const shared = new SharedArrayBuffer(text.length);
  new Uint8Array(shared).set(text);
  return { receiving, text: shared };
}

export const packArea = (instance: Instance): PackedArea => shareArea(writeArea(instance));

export function unpackArea(text: SharedArrayBuffer): Instance {
  // Decoding refuses shared memory, so it is copied first.
  return JSON.parse(new TextDecoder().decode(new Uint8Array(text).slice()));
}
