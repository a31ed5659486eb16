import { entry } from "#core/entry.ts";

/** Items by what they have in common, in the order in which each first appears. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) entry(groups, keyOf(item), () => []).push(item);
  return groups;
}

/**
 * One of something for each key, as many as are believed: anybody can make up names in telemetry. Keys beyond `most`
 * have none, and are kept by name alone.
 */
export function grouped<Key, Value>(most: number, make: (key: Key) => Value) {
  const groups = new Map<Key, Value>();
  const leftOut = new Set<Key>();
  return {
    groups: groups as ReadonlyMap<Key, Value>,
    /** Null: the key is one too many. */
    of(key: Key): Value | null {
      if (groups.size >= most && !groups.has(key)) {
        leftOut.add(key);
        return null;
      }
      return entry(groups, key, () => make(key));
    },
    leftOut: leftOut as ReadonlySet<Key>,
  };
}
