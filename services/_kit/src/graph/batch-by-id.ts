/** One query for many keys: what is asked one by one within a request is fetched together. */
import DataLoader from 'dataloader'

/** A loader for one request. `fetch` gives what it finds, in any order, with the key each answers to. */
export function batchById<Key extends string, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader<Key, Row | null>(async (keys) => {
    const found = new Map((await fetch(keys)).map((row) => [keyOf(row), row]))
    return keys.map((key) => found.get(key) ?? null)
  })
}

/** As batchById, where a key has any number of rows; they keep the order in which they were fetched. */
export function batchManyById<Key extends string, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row[]> {
  return new DataLoader<Key, Row[]>(async (keys) => {
    const found = Map.groupBy(await fetch(keys), keyOf)
    return keys.map((key) => found.get(key) ?? [])
  })
}
