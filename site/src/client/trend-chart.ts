/** Draws the table of its figure as a chart, once it comes into view. */
class TrendChart extends HTMLElement {
  #observer: IntersectionObserver | null = null;

  connectedCallback(): void {
    this.#observer = new IntersectionObserver(
      async (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        const table = this.closest("figure")?.querySelector("table");
        if (!table) return;
        const { draw } = await import("./chart.ts");
        // A task for each chart, so that several never block the page as one.
        setTimeout(() => draw(this, table));
      },
      { rootMargin: "100px" },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define("trend-chart", TrendChart);
