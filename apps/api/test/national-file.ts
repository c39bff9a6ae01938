import { parse } from 'csv-parse/sync';
import { writeCsv } from '../src/csv.ts';
import { writeEstablishments } from '../src/demonstration/files.ts';
import { inventRegister } from '../src/demonstration/register.ts';

/**
 * An establishments file as large as the national one, of invented schools: rows of the demonstration's county under
 * other URNs, dealt out among so many authorities in turn, with every named column filled as GIAS fills it.
 * @param rows how many schools
 * @param authorities their codes
 * @returns the bytes of a CSV file of 135 columns
 */
export function nationalFile(rows: number, authorities: readonly number[]): Buffer {
  const { schools, others } = inventRegister();
  const [header = [], ...known] = parse(writeEstablishments([...schools, ...others]), {
    bom: true,
  }) as string[][];
  const at = (name: string) => header.indexOf(name);
  const [urn, la, number] = [at('URN'), at('LA (code)'), at('EstablishmentNumber')];
  const pieces = [Buffer.from(writeCsv([header]))];
  for (let first = 0; first < rows; first += 2000) {
    const some = Array.from({ length: Math.min(2000, rows - first) }, (_, j) => {
      const i = first + j;
      const row = (known[i % known.length] ?? []).map((cell, column) =>
        cell === '' && /\(name\)$/.test(header[column] ?? '') ? 'Not applicable' : cell,
      );
      row[urn] = String(100_000 + i);
      row[la] = String(authorities[i % authorities.length]);
      row[number] = String(1000 + Math.floor(i / authorities.length));
      return row;
    });
    pieces.push(Buffer.from(writeCsv(some).slice(1)));
  }
  return Buffer.concat(pieces);
}
