import type { Importer, ImportProblem } from "#core/telemetry/importer.ts";
import { AgentWork } from "#core/telemetry/importers/agent-work.ts";
import { CodexThread } from "#core/telemetry/importers/codex/thread.ts";
import { lineFiles } from "#core/telemetry/importers/line-files.ts";
import { type LooseObject, objectAt, parseObject, textAt } from "#core/telemetry/loose-json.ts";

const NAME = { name: "codex-rollout", version: 2, rank: 90 } as const;
const LINE =
  /"type": ?"(?:session_meta|turn_context)"|"type": ?"event_msg", ?"payload": ?\{ ?"type": ?"token_count"/;

/** `$CODEX_HOME/sessions/YYYY/MM/DD/rollout-<time>-<thread>.jsonl`: a line each `{timestamp, type, payload}`. */
export const codexRollout: Importer = {
  ...NAME,
  accepts: (path, head) => /^\s*\{/.test(head) && (/rollout-[\w.:-]+\.jsonl$/.test(path) || LINE.test(head)),
  open(context) {
    const threads = new Map<string, CodexThread>();
    const problems: ImportProblem[] = [];

    function threadOf(first: LooseObject, path: string): CodexThread {
      const meta = textAt(first, "type") === "session_meta" ? objectAt(first, "payload") : {};
      const id =
        textAt(meta, "id") ?? /([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.jsonl$/.exec(path)?.[1] ?? null;
      const key = id ?? path;
      const source = { importer: NAME, key: `codex/${key}`, agentId: "codex", file: path };
      const thread =
        threads.get(key) ?? new CodexThread(new AgentWork(context, source), context, id, threads);
      threads.set(key, thread);
      thread.nextFile();
      return thread;
    }

    return {
      file: lineFiles(context, problems, (path, about) => {
        let thread: CodexThread | null = null;
        return (text, number) => {
          const line = parseObject(text);
          if (line === null) {
            about.add(number, "This is not JSON.");
            return;
          }
          thread ??= threadOf(line, path);
          thread.line(line);
        };
      }),
      finish() {
        const reported = [...threads.values()].map((thread) => thread.finish());
        return {
          executions: reported.map(({ execution }) => execution),
          events: reported.flatMap(({ events }) => events),
          problems,
        };
      },
    };
  },
};
