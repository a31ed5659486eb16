/** The small histogram over time: failures at the foot of each bar, and a drag that selects a stretch. */
import { count, moment } from "#core/format.ts";
import { formatUtc } from "#core/time.ts";
import { svg } from "./element.ts";
import type { Histogram } from "./summary.ts";

const HEIGHT = 40;

export class TimeBrush {
  readonly #host: SVGSVGElement;
  #histogram: Histogram | null = null;

  /** @param select epoch seconds, `to` exclusive */
  constructor(host: SVGSVGElement, select: (from: number, to: number) => void) {
    this.#host = host;
    let begun: number | null = null;
    const bucketAt = (event: PointerEvent) => {
      const box = host.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      return Math.max(0, Math.min(this.#buckets() - 1, Math.floor(share * this.#buckets())));
    };
    const mark = svg("rect", { class: "brush", y: "0", height: String(HEIGHT) });
    host.addEventListener("pointerdown", (event) => {
      begun = bucketAt(event);
      host.setPointerCapture(event.pointerId);
    });
    host.addEventListener("pointermove", (event) => {
      if (begun === null) return;
      const [first, last] = [begun, bucketAt(event)].sort((a, b) => a - b) as [number, number];
      mark.setAttribute("x", String(first));
      mark.setAttribute("width", String(last - first + 1));
      host.append(mark);
    });
    host.addEventListener("pointercancel", () => {
      begun = null;
      mark.remove();
    });
    host.addEventListener("pointerup", (event) => {
      if (begun === null || this.#histogram === null) return;
      const [first, last] = [begun, bucketAt(event)].sort((a, b) => a - b) as [number, number];
      const { start, bucketSeconds } = this.#histogram;
      begun = null;
      mark.remove();
      select(start + first * bucketSeconds, start + (last + 1) * bucketSeconds);
    });
  }

  show(histogram: Histogram): void {
    this.#histogram = histogram;
    const { failed, other, start, bucketSeconds } = histogram;
    const highest = Math.max(1, ...failed.map((value, index) => value + (other[index] ?? 0)));
    this.#host.setAttribute("viewBox", `0 0 ${failed.length} ${HEIGHT}`);
    const bars = Array.from(failed, (bad, index) => {
      const rest = other[index] ?? 0;
      const [low, high] = [bad, rest].map((value) => (value / highest) * HEIGHT) as [number, number];
      const bar = (className: string, height: number, below: number) =>
        svg("rect", {
          class: className,
          x: (index + 0.08).toFixed(2),
          width: "0.84",
          y: (HEIGHT - below - height).toFixed(2),
          height: height.toFixed(2),
        });
      const title = svg("title");
      title.textContent = `${moment(formatUtc(start + index * bucketSeconds))}: ${count(bad + rest)} attempts, ${count(bad)} failed`;
      return svg("g", {}, title, bar("fill-failure", low, 0), bar("fill-bar", high, low), hitArea(index));
    });
    this.#host.replaceChildren(...bars);
  }

  #buckets(): number {
    return this.#histogram?.failed.length ?? 1;
  }
}

function hitArea(index: number): SVGElement {
  return svg("rect", { class: "hit", x: String(index), width: "1", y: "0", height: String(HEIGHT) });
}
