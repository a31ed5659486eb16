import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { count, decimal, duration, money } from "#core/format.ts";
import { eventFlags } from "./event-flags.ts";

// Only what is drawn: the whole of chart.js is a quarter larger.
Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Dashes tell lines apart where colours do not. */
const DASHES = [[], [6, 3], [2, 2]];

/** Distances between gridlines that read well as times, in seconds. */
const ROUND_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200];

function dollars(usd: number | null): string {
  return money(usd === null ? null : Math.round(usd * 1e9));
}

/** A colour as the theme has it: the property itself holds both of its values, only what is painted with it has one. */
function colorOf(host: HTMLElement, name: string): string {
  host.style.color = `var(--${name})`;
  const { color } = getComputedStyle(host);
  host.style.color = "";
  return color;
}

/** Half of a colour that was computed, `rgb(1, 2, 3)`. */
const faded = (color: string): string => color.replace(/^rgb\((.+)\)$/, "rgba($1, 0.5)");

/** Draws `table` (a row for each bucket, a column for each series) into `host`, and redraws for another theme. */
export function draw(host: HTMLElement, table: HTMLTableElement): void {
  const canvas = document.createElement("canvas");
  host.append(canvas);
  const isBar = host.dataset["kind"] === "bar";
  const isTime = host.dataset["unit"] === "seconds";
  const isMoney = host.dataset["unit"] === "usd";
  const isNumber = host.dataset["unit"] === "number";
  const format = isTime ? duration : isMoney ? dollars : isNumber ? decimal : count;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1);
  const token = (name: string) => colorOf(host, name);
  const linkOf = (column: number, row: number) => rows[row]?.cells[column + 1]?.querySelector("a")?.href;

  const datasets = columns.map((header, column): ChartDataset<"bar" | "line", (number | null)[]> => {
    const data = rows.map((row) => {
      const value = row.cells[column + 1]?.dataset["value"];
      return value ? Number(value) : null;
    });
    // A point between two gaps has no line to show it.
    const alone = data.map(
      (value, i) => value !== null && (data[i - 1] ?? null) === null && (data[i + 1] ?? null) === null,
    );
    const line = {
      borderWidth: 2,
      borderDash: DASHES[column] ?? [],
      pointRadius: alone.map((lone) => (lone ? 2.5 : 0)),
    };
    return { label: header.textContent ?? "", data, ...(isBar ? { maxBarThickness: 36 } : line) };
  });

  const most = Math.max(...datasets.flatMap(({ data }) => data.map((value) => value ?? 0)));
  const stepSize = isTime ? ROUND_SECONDS.find((step) => step * 5 >= most) : undefined;
  const chart = new Chart(canvas, {
    type: isBar ? "bar" : "line",
    data: { labels: rows.map((row) => row.cells[0]?.dataset["value"] ?? ""), datasets },
    plugins: [eventFlags(rows, token)],
    options: {
      // The flags stand above the plot.
      layout: { padding: { top: rows.some((row) => row.cells[0]?.querySelector(".flag")) ? 18 : 0 } },
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      devicePixelRatio: Math.min(devicePixelRatio, 2),
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { stacked: isBar, grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 16 } },
        y: {
          stacked: isBar,
          beginAtZero: true,
          border: { display: false },
          ticks: {
            maxTicksLimit: 7,
            ...(isMoney || isNumber ? {} : { precision: 0 }),
            ...(stepSize === undefined ? {} : { stepSize }),
            callback: (value) => format(Number(value)),
          },
        },
      },
      plugins: {
        tooltip: {
          filter: ({ parsed }) => parsed.y !== 0,
          callbacks: { label: ({ dataset, parsed }) => `${dataset.label}: ${format(parsed.y)}` },
        },
      },
      onClick: (event) => {
        const [hit] = chart.getElementsAtEventForMode(
          event as unknown as Event,
          "nearest",
          { intersect: false },
          true,
        );
        const link = hit && linkOf(hit.datasetIndex, hit.index);
        if (link) location.assign(link);
      },
    },
  });

  const paint = () => {
    Chart.defaults.font.family = getComputedStyle(host).fontFamily;
    for (const [index, dataset] of chart.data.datasets.entries()) {
      const color = token(columns[index]?.dataset["color"] ?? "accent");
      dataset.backgroundColor = color;
      dataset.borderColor = isBar ? token("surface") : color;
      // The last bucket is still filling.
      if (isBar)
        dataset.backgroundColor = rows.map((_, row) => (row === rows.length - 1 ? faded(color) : color));
    }
    for (const scale of Object.values(chart.options.scales ?? {}))
      if (scale?.ticks) scale.ticks.color = token("text-muted");
    const grid = chart.options.scales?.["y"]?.grid;
    if (grid) grid.color = token("grid");
    chart.update("none");
  };
  paint();
  document.addEventListener("themechange", paint);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
}
