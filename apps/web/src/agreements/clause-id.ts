/** The id of a clause on the page, to go to. */
export const clauseId = (key: string) => `clause-${key}`;
