/** Why a whole file is turned away before or while it is read. */
export const fileFaults = [
  'empty',
  'no-rows',
  'workbook',
  'old-workbook',
  'zip',
  'pdf',
  'web-page',
  'utf-16',
  'not-text',
  'damaged-text',
  'cut-off',
  'open-quote',
] as const;
export type FileFault = (typeof fileFaults)[number];

const words: Record<FileFault, string> = {
  empty: 'This file is empty.',
  'no-rows': 'This file has the names of its columns and nothing below them.',
  workbook: 'This is an Excel workbook, not a CSV file. Open it in Excel, choose “Save as”, then “CSV”.',
  'old-workbook':
    'This is an old Excel or Word file, not a CSV file. Open it in Excel, choose “Save as”, then “CSV”.',
  zip: 'This is a zip folder. Open it, take the CSV file out of it and send that.',
  pdf: 'This is a PDF, not a CSV file. Please send the CSV file that it was made from.',
  'web-page':
    'This is a web page, not a CSV file. The site may have sent a sign-in or error page. Please download the file again.',
  'utf-16': 'This file is saved as “Unicode text” (UTF-16). Save it again as “CSV UTF-8”.',
  'not-text':
    'This is not a CSV file: it may be a picture or a damaged file. Please send the CSV file, or save it again as “CSV UTF-8”.',
  'damaged-text': 'Some letters in this file are damaged. Please download or save it again as “CSV UTF-8”.',
  'cut-off':
    'This file stops in the middle of its last row. The download may have been cut short. Please download it again.',
  'open-quote':
    'A quote mark in this file is opened and never closed. The download may have been cut short. Please download it again.',
};

/** One plain sentence or two for the person who sent the file. */
export function sayFileFault(fault: FileFault): string {
  return words[fault];
}

/** Stops the reading of a file; what was read so far must not be used. */
export class UnreadableFile extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(words[fault]);
    this.name = 'UnreadableFile';
    this.fault = fault;
  }
}
