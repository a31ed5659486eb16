import type { PrivacyConfig } from "#core/config/privacy.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { holdsMore } from "#core/records/previews.ts";
import type { RetentionKey } from "#core/records/retention.ts";
import { type RedactOptions, redact } from "#core/redact/redact.ts";
import type { Day, Month } from "#core/time.ts";

/** What stored records hold that they should not: looked at as they are stored, whatever is shown of them. */
export type Inspection = {
  /** Records that were looked at. */
  records: number;
  /** Executions with more of what agents said than `privacy.previews` allows. */
  contents: number;
  /** Readings with texts of logs, where `privacy.excerpts` is `none`. */
  log_texts: number;
  /** Users by their names, where `privacy.hash-users` wants hashes. */
  named_users: number;
  /** The oldest day that still holds a detail, by what lets it go. */
  oldest_detail: Readonly<Partial<Record<RetentionKey, Day>>>;
  /** Texts that redaction was tried on once more, of the newest days. */
  texts: number;
  /** What it would take out of them today, by kind, with the records they stand in. */
  hits: readonly { kind: string; n: number; records: readonly string[] }[];
};

/** More than this is not redacted a second time: what is newest is likeliest to be new. */
const MOST_CHARACTERS = 1_000_000;
const MOST_NAMED = 5;
const HASHED = /^user-[0-9a-f]{12}$/;

/** Fields that are no words of anybody. */
const PLAIN = /(?:^|_)(?:id|sha|url|hash|signature|fingerprint|digest|at|version)$/;

export class Inspector {
  readonly #privacy: PrivacyConfig;
  readonly #options: RedactOptions;
  readonly #counts = { records: 0, contents: 0, log_texts: 0, named_users: 0, texts: 0 };
  readonly #oldest: Partial<Record<RetentionKey, Day>> = {};
  readonly #hits = new Map<string, { n: number; records: Set<string> }>();
  #characters = 0;

  constructor(privacy: PrivacyConfig) {
    this.#privacy = privacy;
    this.#options = Object.fromEntries(privacy.redact.map((kind) => [kind, true]));
  }

  /** @param isRecent whether its texts are redacted once more */
  look<Name extends KindName>(kind: Name, day: Day | Month, record: Stored[Name], isRecent: boolean): void {
    this.#counts.records += 1;
    this.#forbidden(kind, record);
    const { retention } = KINDS[kind];
    if (retention !== null) {
      const oldest = this.#oldest[retention.key];
      if ((oldest === undefined || day < oldest) && retention.without(record) !== record)
        this.#oldest[retention.key] = day;
    }
    if (isRecent) this.#redactAgain(record, `${kind}/${day} ${nameOf(record)}`);
  }

  finish(): Inspection {
    const hits = [...this.#hits].map(([kind, { n, records }]) => ({ kind, n, records: [...records] }));
    return { ...this.#counts, oldest_detail: this.#oldest, hits: hits.sort((a, b) => b.n - a.n) };
  }

  #forbidden<Name extends KindName>(kind: Name, record: Stored[Name]): void {
    const { previews, excerpts, "hash-users": hashes } = this.#privacy;
    if (kind === "executions") {
      if (holdsMore(record as Stored["executions"], previews)) this.#counts.contents += 1;
    }
    if (
      kind === "analyses" &&
      excerpts === "none" &&
      KINDS.analyses.retention?.without(record as never) !== record
    )
      this.#counts.log_texts += 1;
    const user = "user_id" in record ? record.user_id : null;
    if (hashes && typeof user === "string" && !HASHED.test(user)) this.#counts.named_users += 1;
  }

  #redactAgain(record: object, name: string): void {
    for (const text of textsIn(record)) {
      if (this.#characters > MOST_CHARACTERS) return;
      this.#characters += text.length;
      this.#counts.texts += 1;
      for (const [kind, n] of Object.entries(redact(text, this.#options).counts)) {
        const hit = this.#hits.get(kind) ?? { n: 0, records: new Set() };
        hit.n += n;
        if (hit.records.size < MOST_NAMED) hit.records.add(name);
        this.#hits.set(kind, hit);
      }
    }
  }
}

/** Words of people and programs, wherever they stand. */
function* textsIn(value: unknown, field = ""): Iterable<string> {
  if (typeof value === "string") {
    if (value.length > 7 && !PLAIN.test(field)) yield value;
  } else if (Array.isArray(value)) for (const item of value) yield* textsIn(item, field);
  else if (typeof value === "object" && value !== null)
    for (const [name, item] of Object.entries(value)) yield* textsIn(item, name);
}

/** By numbers and ids alone: a name could be what should not be shown. */
function nameOf(record: object): string {
  const { id, run_id = id, run_attempt, number } = record as Readonly<Record<string, unknown>>;
  return [run_id, run_attempt, number].filter((part) => typeof part === "number").join("/");
}
