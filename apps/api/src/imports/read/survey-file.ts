import { type FileFault, UnreadableFile } from './file-faults.ts';

/** Opens the same bytes from the start, as often as asked. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

const delimiters = [',', ';', '\t'] as const;
type Delimiter = (typeof delimiters)[number];

/** What must be known of a file before its first row can be read. */
export interface FileSurvey {
  encoding: 'utf-8' | 'windows-1252';
  delimiter: Delimiter;
  endsWithNewline: boolean;
}

const headLength = 65_536;

/**
 * Passes once over the bytes, holding only the first 64 KB. The encoding is settled by every byte
 * of the file: one bad sequence in its last row makes the whole file Windows-1252.
 */
export async function surveyFile(open: OpenFile): Promise<FileSurvey> {
  const unicode = createUnicodeCheck();
  let head: Uint8Array = new Uint8Array(0);
  let lastByte = 0;
  for await (const chunk of open()) {
    if (chunk.length === 0) continue;
    if (head.length < headLength) head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
    unicode.add(chunk);
    lastByte = chunk[chunk.length - 1] ?? 0;
  }
  const fault = findForeignFormat(head);
  if (fault) throw new UnreadableFile(fault);
  const marked = startsWith(head, 0xef, 0xbb, 0xbf);
  const encoding = unicode.finish() ? 'utf-8' : 'windows-1252';
  if (marked && encoding !== 'utf-8') throw new UnreadableFile('damaged-text');
  return {
    encoding,
    delimiter: findDelimiter(new TextDecoder(encoding).decode(head)),
    endsWithNewline: lastByte === 0x0a || lastByte === 0x0d,
  };
}

/** Is every sequence UTF-8? A character cut off by the end of a file that held others is forgiven. */
function createUnicodeCheck() {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let sawCharacter = false;
  const isDecodable = (bytes?: Uint8Array): boolean => {
    try {
      const text = decoder.decode(bytes, { stream: bytes !== undefined });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: any character that takes two bytes or more
      sawCharacter ||= bytes !== undefined && /[^\u0000-\u007f]/.test(text);
      return true;
    } catch {
      return false;
    }
  };
  return {
    add(bytes: Uint8Array): void {
      if (valid) valid = isDecodable(bytes);
    },
    finish(): boolean {
      return valid && (isDecodable() || sawCharacter);
    },
  };
}

/** Recognises, by their first bytes, the files that people send instead of a CSV file. */
function findForeignFormat(head: Uint8Array): FileFault | null {
  const text = Buffer.from(head).toString('latin1');
  const start = text
    .replace(/^(\u00ef\u00bb\u00bf)?\s+/, '')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .slice(0, 200);
  if (start === '') return 'empty';
  if (start.startsWith('PK\u0003\u0004'))
    return /\[Content_Types\]\.xml|xl\/|mimetypeapplication\/vnd\.oasis/.test(text) ? 'workbook' : 'zip';
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'old-workbook';
  if (startsWith(head, 0x1f, 0x8b)) return 'zip';
  if (start.startsWith('%PDF')) return 'pdf';
  if (/^<(!doctype|html|head|body|\?xml|!--|script|table|meta)/i.test(start)) return 'web-page';
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff) || isEveryOtherByteZero(head))
    return 'utf-16';
  return isBinary(text) ? 'not-text' : null;
}

/** A zero at the very start or among the names of the columns: no text has one. Further down, the row is refused by itself. */
const isBinary = (text: string) =>
  text.slice(0, 16).includes('\0') || (text.split(/[\r\n]/, 1)[0] ?? '').includes('\0');

function isEveryOtherByteZero(head: Uint8Array): boolean {
  const sample = head.subarray(0, 400);
  const zeros = sample.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0);
  return sample.length >= 4 && zeros > sample.length / 3;
}

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** The sign that stands most often in the first row, outside quotes. */
function findDelimiter(text: string): Delimiter {
  const firstRow =
    text
      .replace(/"[^"]*"/g, '')
      .trimStart()
      .split(/[\r\n]/, 1)[0] ?? '';
  const count = (delimiter: string) => firstRow.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
