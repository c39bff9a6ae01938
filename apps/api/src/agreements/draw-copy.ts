import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { Block, Copy, Fact } from './compose-copy.ts';

type Doc = PDFKit.PDFDocument;
type Face = 'regular' | 'bold';

const regularFile = () =>
  readFileSync(
    new URL(import.meta.resolve('@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf')),
  );
const boldFile = () =>
  readFileSync(
    new URL(import.meta.resolve('@expo-google-fonts/public-sans/600SemiBold/PublicSans_600SemiBold.ttf')),
  );
/** The typeface of the screens, and the letters that it has. Read once, and only by a process that draws. */
let typeface: (Record<Face, Buffer> & { letters: Set<number> }) | undefined;
function readTypeface() {
  if (typeface) return typeface;
  const regular = regularFile();
  const bold = boldFile();
  const doc = new PDFDocument({ autoFirstPage: false }).font(regular) as unknown as {
    _font: { font: { characterSet: number[] } };
  };
  typeface = { regular, bold, letters: new Set(doc._font.font.characterSet) };
  return typeface;
}

const margin = { top: 64, bottom: 76, left: 80, right: 80 };
const ink = '#1d2433';
const quiet = '#4d5768';
const rule = '#c9cfd8';
/** Where the value of a fact begins, from the left margin. */
const labelWidth = 128;

type Style = { face: Face; size: number; color: string; before: number; after: number; lineGap: number };
const styles: Record<Exclude<Block['kind'], 'facts'> | 'label' | 'value' | 'name', Style> = {
  above: { face: 'regular', size: 10, color: quiet, before: 0, after: 6, lineGap: 2 },
  title: { face: 'bold', size: 21, color: ink, before: 0, after: 10, lineGap: 2 },
  heading: { face: 'bold', size: 12, color: ink, before: 12, after: 3, lineGap: 2 },
  paragraph: { face: 'regular', size: 10.5, color: ink, before: 0, after: 6, lineGap: 3.5 },
  command: { face: 'bold', size: 10, color: ink, before: 0, after: 6, lineGap: 3 },
  label: { face: 'regular', size: 9.5, color: quiet, before: 2, after: 2, lineGap: 1.5 },
  value: { face: 'regular', size: 10.5, color: ink, before: 2, after: 2, lineGap: 1.5 },
  name: { face: 'bold', size: 12, color: ink, before: 2, after: 2, lineGap: 1.5 },
};

/** Whether the typeface has every letter of a text, so that nobody is shown an empty box without a word about it. */
export function canDraw(text: string): boolean {
  const { letters } = readTypeface();
  return [...text].every((letter) => letter === '\n' || letters.has(letter.codePointAt(0) ?? 0));
}

/** Draws a copy as a tagged PDF that a screen reader can read. The same copy gives the same bytes. */
export async function drawCopy(copy: Copy): Promise<Buffer> {
  const doc = openDocument(copy);
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => doc.once('end', resolve).once('error', reject));
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const part of copy.parts) drawPart(doc, root, part);
  root.end();
  drawFeet(doc, copy.foot);
  for (const { name, type, description, text } of copy.attached) {
    const dates = { creationDate: copy.at, modifiedDate: copy.at };
    doc.file(Buffer.from(text), { name, type, description, ...dates, relationship: 'Source' } as object);
  }
  doc.end();
  await ended;
  return Buffer.concat(pieces);
}

function openDocument({ title, subject, author, at }: Copy): Doc {
  const doc = new PDFDocument({
    size: 'A4',
    margins: margin,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: title,
      Subject: subject,
      Author: author,
      Creator: 'Lateral',
      CreationDate: at,
      ModDate: at,
    },
  });
  const { regular, bold } = readTypeface();
  doc.registerFont('regular', regular).registerFont('bold', bold);
  return doc;
}

function drawPart(doc: Doc, root: PDFKit.PDFStructureElement, blocks: readonly Block[]) {
  doc.addPage();
  let bookmark = doc.outline;
  for (const [i, block] of blocks.entries()) {
    keepTogether(doc, blocks, i);
    if (block.kind === 'title') bookmark = doc.outline.addItem(block.bookmark, { expanded: true });
    if (block.kind === 'heading' && block.isBookmark) bookmark.addItem(block.text);
    root.add(drawBlock(doc, block));
  }
}

const isAtTop = (doc: Doc) => doc.y <= margin.top + 1;
const room = (doc: Doc) => doc.page.height - margin.bottom - doc.y;
const width = (doc: Doc) => doc.page.width - margin.left - margin.right;

/** Begins a page where a heading would stand alone at the foot of one, or one line of what follows. */
function keepTogether(doc: Doc, blocks: readonly Block[], i: number) {
  const block = blocks[i];
  const next = blocks[i + 1];
  if (!block || isAtTop(doc)) return;
  const needed =
    block.kind === 'heading' && next ? heightOf(doc, block) + leastOf(doc, next) : leastOf(doc, block);
  if (needed > room(doc)) doc.addPage();
}

/** How much of a block has to stand on the page where it begins: all of it, or three lines when it is long. */
function leastOf(doc: Doc, block: Block): number {
  const whole = heightOf(doc, block);
  if (block.kind === 'facts') return whole;
  const { size, lineGap } = styles[block.kind];
  const lines = (many: number) => many * (size * 1.2 + lineGap);
  return whole > lines(6) ? lines(3) : whole;
}

function heightOf(doc: Doc, block: Block): number {
  if (block.kind === 'facts') return block.facts.reduce((sum, fact) => sum + heightOfFact(doc, fact), 0);
  const { before, after } = styles[block.kind];
  return before + heightOfText(doc, block.text, styles[block.kind], width(doc)) + after;
}

function heightOfText(doc: Doc, text: string, style: Style, across: number) {
  doc.font(style.face).fontSize(style.size);
  return doc.heightOfString(text, { width: across, lineGap: style.lineGap });
}

function drawBlock(doc: Doc, block: Block): PDFKit.PDFStructureElement {
  if (block.kind === 'facts')
    return doc.struct('Table', block.facts.map((fact) => drawFact(doc, fact)) as never);
  const tag = { title: 'H1', heading: 'H2', above: 'P', paragraph: 'P', command: 'P' }[block.kind];
  const style = styles[block.kind];
  return doc.struct(tag, actual(block.text), () => {
    doc.y += isAtTop(doc) ? 0 : style.before;
    write(doc, block.text, style, margin.left, width(doc));
    doc.y += style.after;
  });
}

/** A text that has letters which cannot be drawn says what they are to whoever has it read out. */
const actual = (text: string) => (canDraw(text) ? {} : { actual: text });

function write(doc: Doc, text: string, { face, size, color, lineGap }: Style, x: number, across: number) {
  doc.font(face).fontSize(size).fillColor(color);
  // A line that ends is a blank to whoever has it read out.
  doc.text(text.replaceAll('\n', ' \n'), x, doc.y, { width: across, lineGap });
}

const valueStyle = (doc: Doc, { value, as }: Fact): Style => {
  if (as !== 'code') return styles[as ?? 'value'];
  // One long word is set as large as its line takes it.
  const whole = doc.font('regular').fontSize(styles.value.size).widthOfString(value);
  const size = styles.value.size * Math.min(1, (width(doc) - labelWidth - 1) / whole);
  return { ...styles.value, size };
};

function heightOfFact(doc: Doc, fact: Fact) {
  const style = valueStyle(doc, fact);
  const value = heightOfText(doc, fact.value, style, width(doc) - labelWidth);
  const label = heightOfText(doc, fact.label, styles.label, labelWidth - 12);
  return style.before + Math.max(value, label) + style.after;
}

/** A fact is a row of a table: its label is the head of the row. */
function drawFact(doc: Doc, fact: Fact): PDFKit.PDFStructureElement {
  let top = 0;
  let height = 0;
  const style = valueStyle(doc, fact);
  const label = doc.struct('TH', { scope: 'Row' } as object, () => {
    top = doc.y;
    height = heightOfFact(doc, fact);
    doc.y = top + styles.label.before + (style.size > styles.label.size ? style.size - styles.label.size : 0);
    write(doc, fact.label, styles.label, margin.left, labelWidth - 12);
  });
  const value = doc.struct('TD', actual(fact.value), () => {
    doc.y = top + style.before;
    write(doc, fact.value, style, margin.left + labelWidth, width(doc) - labelWidth);
    doc.y = top + height;
  });
  return doc.struct('TR', [label, value] as never);
}

/** The foot of every page is no part of what is read out. */
function drawFeet(doc: Doc, foot: string) {
  const { start, count } = doc.bufferedPageRange();
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i);
    const y = doc.page.height - margin.bottom + 30;
    // What is below the margin would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as object);
    doc.moveTo(margin.left, y - 8).lineTo(doc.page.width - margin.right, y - 8);
    doc.lineWidth(0.5).strokeColor(rule).stroke();
    doc.font('regular').fontSize(8.5).fillColor(quiet);
    const number = `Page ${i + 1} of ${count}`;
    doc.text(number, margin.left, y, { width: width(doc), align: 'right', lineBreak: false });
    doc.text(foot, margin.left, y, { width: width(doc) - 80, height: 12, ellipsis: true });
    doc.endMarkedContent();
  }
}
