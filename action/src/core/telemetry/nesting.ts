/** Whether a parsed JSON value has lists or objects within each other deeper than so many. Never by recursion. */
export function isNestedDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    const below: unknown[] = [];
    for (const item of level)
      if (typeof item === "object" && item !== null)
        for (const child of Object.values(item))
          if (typeof child === "object" && child !== null) below.push(child);
    level = below;
  }
  return false;
}
