/**
 * The site's root as this script's own address shows it: `404.html` is served at any depth, perhaps below a base
 * that was not known when it was rendered. Every script lies in a folder of the root.
 */
export function siteBase(): string {
  return new URL("../", import.meta.url).href;
}

/** Makes links below the assumed base lead below the real one. */
export function mendLinks(): void {
  const assumed = new URL(document.documentElement.dataset["base"] ?? "/", location.href).href;
  if (assumed === siteBase()) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]"))
    if (link.href.startsWith(assumed) && link.getAttribute("href")?.startsWith("#") === false)
      link.href = siteBase() + link.href.slice(assumed.length);
}
