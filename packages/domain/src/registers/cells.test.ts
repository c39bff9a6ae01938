import { describe, expect, test } from 'vitest';
import { isFormula, readDate, readPercent, readText, readWhole } from './cells.ts';
import { readGrid, readPostcode, readTelephone, readWebsite } from './contact-cells.ts';

describe('a cell is cleaned and never guessed', () => {
  test.each([
    ['  St Mary’s\u00a0\u00a0', 'St Mary’s'],
    ['Two  words', 'Two words'],
    ['.', null],
    ['-', null],
    ['\u00a0', null],
    ['Not recorded', null],
    ['Does not apply', 'Does not apply'],
  ])('the text %j is %j', (raw, text) => expect(readText(raw)).toBe(text));

  test.each([
    ['31-08-2024', '2024-08-31'],
    ['31/08/2024', '2024-08-31'],
    ['1/9/24', '2024-09-01'],
    ['01-09-54', '1954-09-01'],
    ['2024-08-31', '2024-08-31'],
    ['31/08/2024 00:00', '2024-08-31'],
    ['2024-08-31T00:00:00', '2024-08-31'],
    ['29-02-2024', '2024-02-29'],
    ['01-01-1900', null],
    ['01/01/1900', null],
    ['', null],
    [' ', null],
  ])('the date %j is %j', (raw, value) => expect(readDate(raw)).toEqual({ value }));

  test.each([
    '31-02-2024',
    '29-02-2023',
    '31-04-2024',
    '00-01-2024',
    '01-13-2024',
    'soon',
    '45123',
    '1-2-3-4',
  ])('the date %j cannot be read', (raw) => expect(readDate(raw)).toEqual({ unreadable: raw }));

  test.each([
    ['210', 210],
    ['1,204', 1204],
    ['210.0', 210],
    ['', null],
    ['SUPP', null],
    ['c', null],
    ['x', null],
    ['0', 0],
  ])('the number %j is %j', (raw, value) => expect(readWhole(raw)).toEqual({ value }));
  test.each(['-3', '2.5', 'many', '1e3'])('the number %j cannot be read', (raw) =>
    expect(readWhole(raw)).toEqual({ unreadable: raw }),
  );

  test.each([
    ['12.4', 12.4],
    ['9 %', 9],
    ['LOWCOV', null],
  ])('the percentage %j is %j', (raw, value) => expect(readPercent(raw)).toEqual({ value }));
  test('a percentage above 100 cannot be read', () =>
    expect(readPercent('140')).toEqual({ unreadable: '140' }));

  test.each([
    ['=HYPERLINK("http://x.test","School")', true],
    ['+Oak School', true],
    ['-Oak School', true],
    ['@Oak School', true],
    ['\t=1+1', true],
    ['Oak-Ash School', false],
    ['-', false],
  ])('%j as a formula: %j', (raw, formula) => expect(isFormula(raw)).toBe(formula));

  test.each([
    ['www.oak.test', 'https://www.oak.test'],
    ['http://www.oak.test/', 'http://www.oak.test/'],
    ['HTTP://www.oak.test', 'http://www.oak.test'],
    ['http:/www.oak.test', 'http://www.oak.test'],
    ['oak.test/school?x=1', 'https://oak.test/school?x=1'],
    ['Not available', null],
  ])('the website %j is %j', (raw, value) => expect(readWebsite(raw)).toEqual({ value }));
  test.each(['javascript:alert(1)', 'head@oak.test', 'none yet', 'oak', 'https://a@b.test'])(
    'the website %j cannot be read',
    (raw) => expect(readWebsite(raw)).toEqual({ unreadable: raw }),
  );

  test.each([
    ['gl14qg', 'GL1 4QG'],
    ['GL14  1AA', 'GL14 1AA'],
    ['', null],
  ])('the postcode %j is %j', (raw, value) => expect(readPostcode(raw)).toEqual({ value }));
  test('half a postcode cannot be read', () => expect(readPostcode('GL1')).toEqual({ unreadable: 'GL1' }));

  test.each([
    ['01452524578', '01452524578'],
    ['1452524578', '01452524578'],
    ['01452 524-578', '01452524578'],
    ['+44 (0)1452 524578', '01452524578'],
    ['01242-602772-/01242603602', '01242602772'],
  ])('the telephone number %j is %j', (raw, value) => expect(readTelephone(raw)).toEqual({ value }));

  test.each([
    ['383635', 383635],
    ['383635.4', 383635],
    ['0', null],
  ])('the grid figure %j is %j', (raw, value) => expect(readGrid(raw)).toEqual({ value }));
});
