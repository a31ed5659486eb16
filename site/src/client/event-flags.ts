import type { Chart, Plugin } from "chart.js";

const FLAG = 15;

/**
 * Draws what the rows of the table say happened: a dashed line through each bucket of a marker, and at the first of
 * them its number in a flag above the plot. The same numbers stand in the table and in the list of events.
 *
 * @param token reads a colour of the page
 */
export function eventFlags(rows: readonly HTMLTableRowElement[], token: (name: string) => string): Plugin {
  const markers = rows.flatMap((row) => {
    const flag = row.cells[0]?.querySelector<HTMLElement>(".flag");
    const buckets = flag?.dataset["buckets"]?.split(" ").map(Number);
    const number = flag?.lastChild?.textContent?.trim() ?? "";
    return buckets === undefined ? [] : [{ buckets, number }];
  });
  return {
    id: "event-flags",
    afterDatasetsDraw(chart) {
      const x = chart.scales["x"];
      if (markers.length === 0 || x === undefined) return;
      const { ctx } = chart;
      ctx.save();
      for (const { buckets, number } of markers) {
        for (const bucket of buckets) line(chart, x.getPixelForValue(bucket), token("text-muted"));
        flag(chart, x.getPixelForValue(buckets[0] ?? 0), number, token);
      }
      ctx.restore();
    },
  };
}

function line({ ctx, chartArea }: Chart, x: number, color: string): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
}

function flag(chart: Chart, x: number, number: string, token: (name: string) => string): void {
  const { ctx, chartArea } = chart;
  ctx.fillStyle = token("text");
  ctx.fillRect(x - FLAG / 2, chartArea.top - FLAG - 1, FLAG, FLAG);
  ctx.fillStyle = token("surface");
  ctx.font = `600 10px ${getComputedStyle(chart.canvas).fontFamily}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillText(number, x, chartArea.top - FLAG / 2);
}
