type Page<Item> = { items: Item[]; next: string | null };

/** Everything of a list, two hundred at a time: for actions on all that match. */
export async function listEvery<Item>(
  readPage: (limit: number, cursor: string | null) => Promise<Page<Item>>,
): Promise<Item[]> {
  const every: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await readPage(200, cursor);
    every.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return every;
}
