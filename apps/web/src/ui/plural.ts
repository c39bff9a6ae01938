/** "1 school", "1,204 schools". */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const small = ['Nothing', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
/** "Two", "Ten", "11": numbers that begin a sentence. */
export const numberWord = (count: number) => small[count] ?? count.toLocaleString('en-GB');
