import { readdir, readFile, statfs } from "node:fs/promises";
import { cpus, freemem, totalmem } from "node:os";
import type { ResourceSample } from "#core/telemetry/resource-samples.ts";

/** Commands of the known agents; children of these belong to them. */
const AGENTS = /^(?:claude|codex|gemini|copilot|aider|openhands|opencode|cursor-agent|goose|amp)\b/i;
const SCRIPT = /(?:^|[/@])(claude|codex|gemini|copilot|aider|openhands|opencode|goose|amp)[\w-]*(?:[/.]|$)/;
/** Linux counts processor time in hundredths of a second, whatever the kernel's own tick is. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

type Process = { pid: number; parent: number; command: string; ticks: number; bytes: number };

/**
 * Samples this machine: processors, memory and the disk of `folder`; on Linux also the processes of agents and
 * their children. The first sample knows no processor time, which is a difference.
 */
export function systemSampler(folder: string): () => Promise<ResourceSample> {
  let before: { time: number; busy: number; total: number; ticks: number | null } | null = null;
  return async () => {
    const time = Date.now();
    const { busy, total } = processorTime();
    const [memoryBytes, diskUsedBytes, agents] = [
      await usedMemory(),
      await usedDisk(folder),
      await agentProcesses(),
    ];
    const ticks = agents?.reduce((sum, process) => sum + process.ticks, 0) ?? null;
    const sample: ResourceSample = {
      time,
      cpuPercent:
        before === null || total <= before.total ? null : share(busy - before.busy, total - before.total),
      memoryBytes,
      diskUsedBytes,
      processMemoryBytes: agents?.reduce((sum, process) => sum + process.bytes, 0) ?? null,
      // Ended processes take their time with them, which must not count as negative.
      processCpuPercent:
        before?.ticks == null || ticks === null
          ? null
          : Math.max(0, share((ticks - before.ticks) / TICKS_PER_SECOND, (time - before.time) / 1000)),
    };
    before = { time, busy, total, ticks };
    return sample;
  };
}

function share(part: number, whole: number): number {
  return whole <= 0 ? 0 : (100 * part) / whole;
}

function processorTime(): { busy: number; total: number } {
  let [busy, total] = [0, 0];
  for (const { times } of cpus()) {
    const all = Object.values(times).reduce((sum, value) => sum + value, 0);
    total += all;
    busy += all - times.idle;
  }
  return { busy, total };
}

/** Linux' "free" leaves out what caches would give back. */
async function usedMemory(): Promise<number> {
  const text = await readFile("/proc/meminfo", "utf8").catch(() => "");
  const available = /^MemAvailable:\s+(\d+) kB/m.exec(text)?.[1];
  return totalmem() - (available === undefined ? freemem() : Number(available) * 1024);
}

async function usedDisk(folder: string): Promise<number | null> {
  const disk = await statfs(folder).catch(() => null);
  return disk === null ? null : (disk.blocks - disk.bfree) * disk.bsize;
}

/** Null where there is no /proc; empty while no agent runs, and then nothing is said about them. */
async function agentProcesses(): Promise<Process[] | null> {
  const entries = await readdir("/proc").catch(() => []);
  const found = await Promise.all(entries.filter((name) => /^\d+$/.test(name)).map(processOf));
  const processes = found.filter((process) => process !== null);
  const members = new Set(processes.filter(({ command }) => AGENTS.test(command)).map(({ pid }) => pid));
  if (members.size === 0) return null;
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const { pid, parent } of processes) if (members.has(parent)) members.add(pid);
  }
  return processes.filter(({ pid }) => members.has(pid));
}

/** `/proc/<pid>/stat`: the command stands in brackets and may hold anything, brackets included. */
async function processOf(pid: string): Promise<Process | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  const end = text.lastIndexOf(")");
  const fields = text.slice(end + 2).split(" ");
  const number = (index: number) => Number(fields[index] ?? 0);
  return {
    pid: Number(pid),
    parent: number(1),
    command: await commandOf(pid, text.slice(text.indexOf("(") + 1, end)),
    ticks: number(11) + number(12),
    bytes: number(21) * PAGE_BYTES,
  };
}

/** Agents written in JavaScript are called `node`, or after its main thread; their program or script says what they are. */
async function commandOf(pid: string, name: string): Promise<string> {
  if (!/^(?:node|bun|deno|python3?|MainThread)$/.test(name)) return name;
  const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const [program = "", ...words] = line.split("\0");
  const script = words.find((argument) => !argument.startsWith("-")) ?? "";
  const own = program.split("/").at(-1) ?? "";
  return AGENTS.test(own) ? own : (SCRIPT.exec(script)?.[1] ?? name);
}
