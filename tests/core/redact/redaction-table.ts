import { Redactor } from "#core/failures/redactor.ts";
import { redact } from "#core/redact/redact.ts";
import { readArtifact } from "#core/sync/payload/artifact.ts";
import { readJob } from "#core/sync/payload/job.ts";
import { readPullOutcomes } from "#core/sync/payload/pull-outcomes.ts";
import { toRepository } from "#core/sync/payload/repository.ts";
import { readRun } from "#core/sync/payload/run.ts";
import { scrub } from "#core/telemetry/otlp/scrub.ts";
import { redactedEvent } from "#core/telemetry/redacted-event.ts";
import type { Day } from "#core/time.ts";
import { type Format, formats } from "./formats.ts";

export type Shares = {
  formats: number;
  /** Rows: encodings; columns: fields; each the share of the formats that are taken out. */
  shares: Record<string, Record<string, number>>;
  /** What passes plainly, with its field. */
  passed: string[];
};

type Coded = (text: string) => string;

const percent = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
const split =
  (by: string): Coded =>
  (text) =>
    text.replaceAll(/.{7}/gs, `$&${by}`);

/** How a text may be written down. */
const ENCODINGS: Readonly<Record<string, Coded>> = {
  plain: (text) => text,
  "in JSON": (text) => JSON.stringify({ value: text, ok: true }),
  Base64: (text) => Buffer.from(text).toString("base64"),
  "Base64, wrapped": (text) =>
    Buffer.from(`# A file that holds it and says so in a comment over lines\n\n${text}\n`)
      .toString("base64")
      .replaceAll(/.{76}/g, "$&\n"),
  "percent codes": (text) => text.replaceAll(/[^A-Za-z0-9]/g, percent),
  "percent codes for all": (text) => [...text].map(percent).join(""),
  "percent codes twice": (text) =>
    text.replaceAll(/[^A-Za-z0-9]/g, (sign) => encodeURIComponent(percent(sign))),
  "split by colours": split("\u001b[32m"),
  "split by zero-width": split("\u200b"),
  "split by tags": split("\u{e0020}"),
};

const RUN = {
  ...{
    id: 1,
    run_number: 1,
    run_attempt: 1,
    workflow_id: 2,
    event: "push",
    head_sha: "3f0c7b2",
    status: "queued",
  },
  ...{ created_at: "2026-11-20T10:00:00Z", html_url: "https://github.com/o/r/actions/runs/1" },
};
const run = (fields: object) => JSON.stringify(readRun({ ...RUN, ...fields }, "o/r").value);
const job = (fields: object) =>
  JSON.stringify(readJob({ id: 1, name: "build", status: "queued", ...fields }, 1).value);
const pull = {
  ...{
    number: 1,
    title: "t",
    state: "OPEN",
    createdAt: "2026-11-20T10:00:00Z",
    updatedAt: "2026-11-20T10:00:00Z",
  },
  ...{ additions: 0, deletions: 0, changedFiles: 0 },
};
const attribute = (key: string, value: string) => ({ attributes: [{ key, value: { stringValue: value } }] });

/** Where a text may come in, and what is stored of it. */
const FIELDS: Readonly<Record<string, Coded>> = {
  "line of a log": (text) => redact(`2026-11-20T10:00:00.1234567Z ${text}`).text,
  excerpt: (text) => {
    const lines = text.split("\n").map((line, index) => ({ line: index + 1, text: line }));
    return JSON.stringify(new Redactor().lines(lines));
  },
  message: (text) => new Redactor().text(text, 500),
  title: (text) => run({ display_title: text }),
  branch: (text) => run({ head_branch: text }),
  "commit message": (text) => run({ head_commit: { message: text } }),
  author: (text) => run({ head_commit: { message: "m", author: { name: text } } }),
  workflow: (text) => run({ name: text }),
  "called workflow": (text) => run({ referenced_workflows: [{ path: "p", sha: "s", ref: text }] }),
  job: (text) => job({ name: text }),
  step: (text) => job({ steps: [{ number: 1, name: `Run ${text}`, status: "queued" }] }),
  label: (text) => job({ labels: [text] }),
  runner: (text) => job({ runner_name: text }),
  "runner's group": (text) => job({ runner_group_name: text }),
  artifact: (text) => JSON.stringify(readArtifact({ id: 1, name: text, url: "u" }).value),
  "workflow of the list": (text) =>
    JSON.stringify(toRepository("o/r", {}, [{ id: 1, name: text, path: "p", state: "active" }], null)),
  "default branch": (text) => JSON.stringify(toRepository("o/r", { default_branch: text }, [], null)),
  "pull request's branch": (text) => {
    const body = { data: { repository: { p1: { ...pull, headRefName: text } } } };
    return JSON.stringify(readPullOutcomes(body, "o/r", "2026-11-20" as Day).pulls);
  },
  "event's text": (text) => redactedEvent(JSON.stringify({ type: "custom.a", error_message: text }), {}),
  "event's type": (text) => redactedEvent(JSON.stringify({ type: `custom.${text}` }), {}),
  "attribute's name": (text) => redactedEvent(JSON.stringify({ attributes: { [text]: 1 } }), {}),
  "span's attribute": (text) => JSON.stringify(scrub(attribute("a", text), { redact: {} }, {})),
  "span's attribute's name": (text) => JSON.stringify(scrub(attribute(text, "a"), { redact: {} }, {})),
};

/** What of the formats is taken out, by how it is written and where it comes in. */
export function redactionTable(seed = 20_261_201): Shares {
  const all = formats(seed);
  const passed: string[] = [];
  const shares = Object.fromEntries(
    Object.entries(ENCODINGS).map(([encoding, encode]) => [
      encoding,
      Object.fromEntries(
        Object.entries(FIELDS).map(([field, store]) => {
          const left = all.filter((format) => isLeft(format, encode, store));
          if (encoding === "plain") passed.push(...left.map(({ name }) => `${name} in ${field}`));
          return [field, 1 - left.length / all.length];
        }),
      ),
    ]),
  );
  return { formats: all.length, shares, passed };
}

/** Whether twelve characters of the secret, or of what stands for it, are stored. */
function isLeft({ secret, text }: Format, encode: Coded, store: Coded): boolean {
  const stored = store(encode(text));
  const encoded = encode(secret).split("\n");
  // Around the secret stands what anybody may read: the other lines of a file, JSON's own signs.
  const written = encoded.length > 1 ? encode(text).split("\n").slice(1, -2) : encoded;
  const forms = encode === ENCODINGS["in JSON"] ? [secret] : [secret, ...written];
  return forms.some((form) =>
    pieces(JSON.stringify(form).slice(1, -1)).some((piece) => stored.includes(piece)),
  );
}

function pieces(text: string): string[] {
  const length = Math.min(12, text.length);
  if (length < 6) return [];
  return Array.from({ length: text.length - length + 1 }, (_, start) => text.slice(start, start + length));
}
