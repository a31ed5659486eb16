import { grouped } from "#core/attempts/grouped.ts";
import type { Invocation } from "#core/attempts/invocation.ts";
import type { AuditEgress } from "#core/documents/audit/rows.ts";
import { workflowName } from "#core/records/run.ts";

/** Anybody can make up hosts in telemetry. */
const MOST_HOSTS = 1000;
const FIREWALL = /^firewall:/;

/** Hosts by workflow, as tools name them and firewalls let them through; a host that both tell is counted once. */
export function egressFold() {
  const rows = grouped(MOST_HOSTS, (key: string): AuditEgress => {
    const [workflow, host] = JSON.parse(key) as [string | null, string];
    return { workflow, host, allowed: 0, blocked: 0, agents: [], last_at: "" };
  });
  return {
    add({ run, execution, agent, at }: Invocation): void {
      if (execution === null || execution.trust === "fork") return;
      const seen = new Map<string, { allowed: number; blocked: number }>();
      const note = (host: string, allowed: number, blocked: number) => {
        const known = seen.get(host) ?? { allowed: 0, blocked: 0 };
        seen.set(host, { allowed: known.allowed + allowed, blocked: known.blocked + blocked });
      };
      for (const { policy_id, tool, result, count } of execution.decisions)
        if (FIREWALL.test(policy_id) && tool !== null)
          note(tool, result === "allow" ? count : 0, result === "allow" ? 0 : count);
      const walled = new Set(seen.keys());
      for (const { external, calls } of execution.tools)
        if (external !== null && !walled.has(external.host)) note(external.host, calls, 0);
      for (const [host, { allowed, blocked }] of seen) {
        const row = rows.of(JSON.stringify([workflowName(run), host]));
        if (row === null) continue;
        row.allowed += allowed;
        row.blocked += blocked;
        if (!row.agents.includes(agent)) row.agents.push(agent);
        if (at > row.last_at) row.last_at = at;
      }
    },
    finish: (): { rows: AuditEgress[]; left_out: number } => ({
      rows: [...rows.groups.values()].sort(
        (a, b) => b.blocked - a.blocked || b.allowed - a.allowed || (a.host < b.host ? -1 : 1),
      ),
      left_out: rows.leftOut.size,
    }),
  };
}
