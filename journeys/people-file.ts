const firstNames = [
  'Ada',
  'Ben',
  'Cleo',
  'Dev',
  'Ena',
  'Finn',
  'Gwen',
  'Hugo',
  'Iris',
  'Jack',
  'Kit',
  'Lena',
  'Musa',
  'Nia',
];
const lastNames = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Gorse',
  'Hazel',
  'Ivy',
  'Juniper',
  'Larch',
  'Maple',
  'Oak',
];

/** A people file with an invented head and deputy for each school, both trained, every second one able to lead. */
export function inventPeopleFile(urns: readonly string[]): string {
  const rows = urns.flatMap((urn, i) =>
    (['Headteacher', 'Deputy headteacher'] as const).map((role, j) => {
      const first = firstNames[(i + 5 * j) % firstNames.length];
      const last = lastNames[(i * 3 + j) % lastNames.length];
      const day = String(1 + ((i + j) % 28)).padStart(2, '0');
      const lead = (i + j) % 2 === 0 ? 'yes' : 'no';
      return [
        urn,
        role,
        '',
        first,
        last,
        `${role.slice(0, 4).toLowerCase()}.${urn}@school.example`,
        '01-09-2024',
        '',
        `${day}-06-2026`,
        lead,
      ].join(',');
    }),
  );
  return `URN,role,title,first name,last name,e-mail,from,to,trained on,can lead\r\n${rows.join('\r\n')}\r\n`;
}
