import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");

/** Who may import whom. The first row whose folder holds the file counts; a pattern ends in `/` or is exact. */
const ARROWS: { files: string; may: string[] }[] = [
  { files: "action/src/core/config-file.ts", may: ["#core/", "zod", "yaml"] },
  { files: "action/src/core/workflow-file.ts", may: ["#core/", "zod", "yaml"] },
  { files: "action/src/core/render/terminal.ts", may: ["#core/", "cli-table3"] },
  { files: "action/src/core/pricing/price-table.ts", may: ["#core/", "@pydantic/genai-prices"] },
  { files: "action/src/core/glob.ts", may: ["#core/", "picomatch"] },
  { files: "action/src/core/schedule.ts", may: ["#core/", "croner"] },
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
      "action/src/app/sync-outcomes.ts",
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
              .map((name) => `${file} -> ${name} of ${module}`),
        );
      });
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
});
