/** The examples name this very site, wherever it is served. */
for (const place of document.querySelectorAll<HTMLElement>("[data-here]"))
  place.textContent = location.href.replace(/[?#].*/, "");

export {};
