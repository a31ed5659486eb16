import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** Who may import whom. The first row whose folder holds the file counts; a pattern ends in `/` or is exact. */
const ARROWS: { files: string; may: string[] }[] = [
  { files: "action/src/core/config-file.ts", may: ["#core/", "zod", "yaml"] },
  { files: "action/src/core/workflow-file.ts", may: ["#core/", "zod", "yaml"] },
  { files: "action/src/core/inventory/source.ts", may: ["yaml"] },
  { files: "action/src/core/render/terminal-grid.ts", may: ["#core/", "cli-table3"] },
  { files: "action/src/core/pricing/price-table.ts", may: ["#core/", "@pydantic/genai-prices"] },
  { files: "action/src/core/glob.ts", may: ["#core/", "picomatch"] },
  { files: "action/src/core/schedule.ts", may: ["#core/", "croner"] },
  { files: "action/src/core/calendar/zone.ts", may: ["#core/", "zod", "temporal-polyfill"] },
  { files: "action/src/core/telemetry/otlp/messages.ts", may: ["#core/", "protobufjs"] },
  { files: "action/src/core/", may: ["#core/", "zod"] },
  { files: "action/src/io/archive.ts", may: ["#io/", "node:", "adm-zip"] },
  // A library for other people's programs: it stands alone.
  { files: "action/src/events/", may: ["./", "node:"] },
  { files: "action/src/app/", may: ["#core/", "#app/"] },
  {
    files: "action/src/io/",
    may: [
      "#core/",
      "#io/",
      "#app/effects.ts",
      "node:",
      "@actions/",
      "@octokit/",
      "p-limit",
      "undici",
      "yaml",
      "zod",
    ],
  },
  {
    files: "action/src/simulator/",
    may: ["#core/", "#simulator/", "node:", "@octokit/openapi-types", "adm-zip"],
  },
  { files: "site/src/", may: ["#core/", "./", "../", "astro", "chart.js"] },
];

/**
 * The floors of core, lowest first: a file imports of its own floor and of those below. The highest that names it
 * counts; a pattern is exact, begins a path (`…/`) or ends one (`/…`). What none names is an error too.
 */
const FLOORS: string[][] = [
  [
    ...[
      "text/",
      "calendar/",
      "time.ts",
      "counts.ts",
      "entry.ts",
      "errors.ts",
      "hash.ts",
      "sha256.ts",
      "nearest.ts",
      "glob.ts",
      "schedule.ts",
    ],
    ...["first-fault.ts", "format.ts", "links.ts", "ownership.ts"],
  ],
  ["records/", "redact/", "config/", "config.ts", "config-file.ts", "workflow-file.ts", "outcome.ts"],
  [
    ...["statistics/", "agents/", "logs/", "failures/", "pricing/", "telemetry/", "sync/"],
    ...["forecast/", "inventory/", "audit/"],
    ...["pages-decision.ts", "doctor.ts", "doctor-answers.ts"],
  ],
  ["attempts/"],
  ["budgets/", "chargeback/", "reconcile/", "policies/", "alerts/", "guard/"],
  ["addresses/"],
  ["documents/"],
  ["render/", "focus/"],
  // How a document is made, laid out and filed meets in its row.
  [
    "/document.ts",
    "documents/row/row.ts",
    "documents/catalogue.ts",
    "documents/build.ts",
    "documents/site/routes.ts",
  ],
  ["analyze-run.ts", "schemas.ts"],
];

/** How long what we write in `action/src` may be, in lines; a function from its signature to its closing brace. */
const LONGEST = { function: 60, file: 250, median: 65, ninetieth: 160 };

/** Functions that are longer still: none. */
const STILL_LONG: string[] = [];

/** What makes a core impure: clocks, randomness, environment, console. */
const IMPURE = [
  /\bprocess\./,
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bconsole\./,
  /\bfetch\(/,
  /\bperformance\.now\b/,
];

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|astro)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** Statements at the start of a line, and dynamic imports: a string that speaks of an import is none. */
const IMPORT =
  /^(?:import|export)\b[^"']*?from\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bawait import\("([^"]+)"\)/gm;

function imports(text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "");
}

const allowed = (pattern: string, module: string) =>
  pattern.endsWith("/") || pattern.endsWith(":")
    ? module.startsWith(pattern)
    : module === pattern || module.startsWith(`${pattern}/`);

/** Every group of files of which each is reached from each (Tarjan's strongly connected components). */
function circlesIn(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const [order, lowest] = [new Map<string, number>(), new Map<string, number>()];
  const [open, circles]: [string[], string[][]] = [[], []];
  const low = (file: string) => lowest.get(file) ?? 0;
  function visit(file: string): void {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const next of edges.get(file) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) lowest.set(file, Math.min(low(file), low(next)));
    }
    if (low(file) !== order.get(file)) return;
    const circle = open.splice(open.indexOf(file)).sort();
    if (circle.length > 1) circles.push(circle);
  }
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return circles.sort();
}

const linesOf = (text: string) => text.split("\n").length - 1;

/** The functions of a file with their lengths; one without a name goes by that of what it is given to. */
function functionsIn(text: string): { name: string; lines: number }[] {
  const source = ts.createSourceFile("file.ts", text, ts.ScriptTarget.Latest, true);
  const lineAt = (position: number) => source.getLineAndCharacterOfPosition(position).line;
  const found: { name: string; lines: number }[] = [];
  function visit(node: ts.Node): void {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const named = node.name ?? ("name" in node.parent ? (node.parent.name as ts.Node) : undefined);
      const lines = lineAt(node.end) - lineAt(node.getStart(source)) + 1;
      found.push({ name: named?.getText(source) ?? `line ${lineAt(node.pos) + 1}`, lines });
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

describe("architecture", () => {
  it("lets imports follow the arrows only", () => {
    const wrong: string[] = [];
    for (const file of [...sources("action/src"), ...sources("site/src")]) {
      const row = ARROWS.find((arrow) => file.startsWith(arrow.files));
      if (row === undefined) continue; // the entries wire everything
      for (const module of imports(readFileSync(join(ROOT, file), "utf8")))
        if (!row.may.some((pattern) => allowed(pattern, module))) wrong.push(`${file} -> ${module}`);
    }
    expect(wrong).toEqual([]);
  });

  it("lets no floor of core know of those above", () => {
    const floorOf = (path: string) =>
      FLOORS.findLastIndex((floor) =>
        floor.some(
          (part) =>
            path === part ||
            (part.endsWith("/") && path.startsWith(part)) ||
            (part.startsWith("/") && path.endsWith(part)),
        ),
      );
    const core = sources("action/src/core").map((file) => file.slice("action/src/core/".length));
    expect(core.filter((path) => floorOf(path) === -1)).toEqual([]);
    const climbing = core.flatMap((path) =>
      imports(readFileSync(join(ROOT, "action/src/core", path), "utf8"))
        .filter((module) => module.startsWith("#core/"))
        .map((module) => module.slice("#core/".length))
        .filter((module) => floorOf(module) > floorOf(path))
        .map((module) => `${path} -> ${module}`),
    );
    expect(climbing).toEqual([]);
  });

  it("has no circles of imports, not even of types", () => {
    const files = sources("action/src").map((file) => file.slice("action/src/".length));
    const edges = new Map(
      files.map((file) => [
        file,
        imports(readFileSync(join(ROOT, "action/src", file), "utf8"))
          .map((module) =>
            module.startsWith("#")
              ? module.slice(1)
              : module.startsWith(".")
                ? join(file, "..", module).replaceAll("\\", "/")
                : "",
          )
          .filter((module) => files.includes(module)),
      ]),
    );
    expect(circlesIn(edges)).toEqual([]);
  });

  it("keeps clocks, environment and I/O out of the core", () => {
    const wrong = sources("action/src/core").flatMap((file) => {
      const text = withoutComments(readFileSync(join(ROOT, file), "utf8"));
      return IMPURE.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern}`);
    });
    expect(wrong).toEqual([]);
  });

  it("asks whose an attempt is and what it cost in one place", () => {
    const asked = [
      "#core/agents/attribution.ts",
      "#core/agents/executing-agent.ts",
      "#core/pricing/cost.ts",
      "#core/pricing/rates.ts",
    ];
    /** What a sync asks GitHub for is decided by the run alone, before there is an attempt to read. */
    const beforehand = [
      "action/src/app/sync/pull-outcomes.ts",
      "action/src/core/sync/detail.ts",
      "action/src/core/telemetry/artifact-choice.ts",
    ];
    const priced = ["executionCost", "jobCost", "priceUsage", "standardIsFree", "skuOf", "nano"];
    const wrong = [...sources("action/src"), ...sources("site/src")]
      .filter((file) => !beforehand.includes(file))
      .filter((file) => !/^action\/src\/(core\/(attempts|pricing|agents|config)|simulator)\//.test(file))
      .flatMap((file) => {
        const text = readFileSync(join(ROOT, file), "utf8");
        return [...text.matchAll(/^import \{([^}]*)\} from "(#core\/(?:agents|pricing)\/[^"]+)"/gm)].flatMap(
          ([, names = "", module = ""]) =>
            names
              .split(",")
              .map((name) => name.trim())
              .filter((name) => name !== "" && !name.startsWith("type "))
              .filter((name) => asked.includes(module) || priced.includes(name))
              // Dollars of a budget or a limit are read, not made.
              .filter(
                (name) =>
                  name !== "nano" || !/^action\/src\/core\/(?:budgets|chargeback|alerts|guard)\//.test(file),
              )
              .map((name) => `${file} -> ${name} of ${module}`),
        );
      });
    expect(wrong).toEqual([]);
  });

  it("keeps in one table how many values a statement needs", () => {
    // Least sizes and lengths are none of these.
    const least =
      /\bconst (?:LEAST|FEWEST|FIRM|ENOUGH)(?!\w*_(?:SECONDS|BYTES|CHARACTERS|RATIO|SHARE)\b)\w* = \d+;/;
    const wrong = [...sources("action/src/core"), ...sources("site/src")].filter((file) =>
      least.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("makes executions in one place, which importers only feed", () => {
    const wrong = sources("action/src/core/telemetry/importers").filter(
      (file) =>
        !file.endsWith("/importers/agent-work.ts") &&
        /\bnew (?:ExecutionDraft|ToolCalls|LimitHits|WorkSpan)\(/.test(
          readFileSync(join(ROOT, file), "utf8"),
        ),
    );
    expect(wrong).toEqual([]);
  });

  it("has no barrels and no bags", () => {
    const wrong = [...sources("action/src"), ...sources("site/src")].filter(
      (file) =>
        /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(file) ||
        (file.endsWith("/index.ts") && !file.includes("/pages/")),
    );
    expect(wrong).toEqual([]);
  });

  it("imports the whole of zod under one name, which bundles a quarter of the named form", () => {
    const wrong = sources("action/src").filter((file) =>
      /^import \{[^}]*\} from "zod"/m.test(readFileSync(join(ROOT, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("has no long functions", () => {
    const long = sources("action/src").flatMap((file) => {
      const text = readFileSync(join(ROOT, file), "utf8");
      if (linesOf(text) <= LONGEST.function) return [];
      return functionsIn(text)
        .filter(({ lines }) => lines > LONGEST.function)
        .map(({ name }) => `${basename(file)} ${name}`);
    });
    expect(long.sort()).toEqual(STILL_LONG);
  });

  it("has files of one concept: short ones, and no long ones", () => {
    const files = sources("action/src").map((file) => ({
      file,
      lines: linesOf(readFileSync(join(ROOT, file), "utf8")),
    }));
    expect(files.filter(({ lines }) => lines > LONGEST.file)).toEqual([]);
    const sorted = files.map(({ lines }) => lines).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
    expect(at(0.5)).toBeLessThanOrEqual(LONGEST.median);
    expect(at(0.9)).toBeLessThanOrEqual(LONGEST.ninetieth);
  });
});
