/** Arrow keys walk the bars of a timeline: up and down the shown lines, right and left unfold and fold a job. */
class RunTimeline extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (event) => {
      const line = (event.target as HTMLElement).closest<HTMLElement>("[data-line]");
      if (line === null || event.ctrlKey || event.metaKey || event.altKey) return;
      const job = line.closest("details");
      const lines = [...this.querySelectorAll<HTMLElement>("[data-line]")].filter((other) =>
        other.checkVisibility(),
      );
      const at = lines.indexOf(line);
      const moves: Record<string, () => void> = {
        ArrowDown: () => lines[at + 1]?.focus(),
        ArrowUp: () => lines[at - 1]?.focus(),
        Home: () => lines[0]?.focus(),
        End: () => lines.at(-1)?.focus(),
        ArrowRight: () => job?.setAttribute("open", ""),
        ArrowLeft: () => {
          job?.querySelector<HTMLElement>("summary")?.focus();
          job?.removeAttribute("open");
        },
      };
      const move = moves[event.key];
      if (move === undefined) return;
      event.preventDefault();
      move();
    });
  }
}

customElements.define("run-timeline", RunTimeline);
