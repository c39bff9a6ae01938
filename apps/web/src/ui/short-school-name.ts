/** A school's name where there is little room: "Aldermarsh C of E Primary". */
export const shortSchoolName = (name: string) =>
  name
    .replace(/Church of England/i, 'C of E')
    .replace(/Roman Catholic/i, 'RC')
    .replace(/(Primary|Junior|Infants?|High|Community) (School|Academy)$/i, '$1');
