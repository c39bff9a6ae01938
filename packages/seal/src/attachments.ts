import { inflateSync } from 'node:zlib';

/** The most that one attached file may hold: an agreement is some ten thousand letters. */
const mostBytes = 10_000_000;
/** An attached file as the maker of these copies writes it: its dictionary, its length, its bytes. */
const attached = /<<\n\/Type \/EmbeddedFile\n[\s\S]{0,600}?\/Length (\d{1,8})\n[\s\S]{0,80}?>>\nstream\n/g;

/**
 * The files that are attached to a sealed copy. It reads what our own maker writes, and no other PDF: call it only on
 * bytes whose signature holds. What cannot be read is left out.
 */
export function listAttachments(pdf: Uint8Array): Buffer[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const files: Buffer[] = [];
  for (const found of bytes.toString('latin1').matchAll(attached)) {
    const from = found.index + found[0].length;
    const raw = bytes.subarray(from, from + Number(found[1]));
    const file = found[0].includes('/FlateDecode') ? inflate(raw) : raw;
    if (file) files.push(file);
  }
  return files;
}

function inflate(raw: Uint8Array): Buffer | null {
  try {
    return inflateSync(raw, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}
