import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemSampler } from "#io/collect/system-sampler.ts";

const LINUX = process.platform === "linux";

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sampler-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a program, waits until it says that it is busy, and ends it with the test. */
async function busy(command: string, args: string[]): Promise<void> {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise((resolve) => child.stdout.once("data", resolve));
}

/** Fills 100 MB and keeps the processor busy. */
const WORK = `const filled = Buffer.alloc(100e6, 1); process.stdout.write("busy");
setTimeout(() => { for (;;) filled[0] += 1; }, 0);`;

describe("sampling the machine", () => {
  it("tells memory and disk at once, and the processor from the second sample on", async () => {
    const sample = systemSampler(aFolder());
    const first = await sample();
    expect(first.memoryBytes).toBeGreaterThan(0);
    expect(first.diskUsedBytes).toBeGreaterThan(0);
    expect(first.cpuPercent).toBeNull();
    await pause(50);
    const { cpuPercent } = await sample();
    expect(cpuPercent).toBeGreaterThanOrEqual(0);
    expect(cpuPercent).toBeLessThanOrEqual(100);
  });

  it("says nothing of a folder that is not there", async () => {
    const sample = systemSampler(join(aFolder(), "none"));
    expect((await sample()).diskUsedBytes).toBeNull();
  });

  it.runIf(LINUX).each([
    ["whose program is called like an agent", "claude"],
    ["written in JavaScript, by its script", "node_modules/@openai/codex/bin/codex.js"],
  ])("follows the processes of an agent %s", async (_, name) => {
    const folder = aFolder();
    const sample = systemSampler(folder);
    if (name.endsWith(".js")) {
      const script = join(folder, "codex.js");
      writeFileSync(script, WORK);
      await busy(process.execPath, [script]);
    } else {
      const program = join(folder, name);
      copyFileSync(process.execPath, program);
      await busy(program, ["-e", WORK]);
    }
    await sample();
    await pause(300);
    const { processMemoryBytes, processCpuPercent } = await sample();
    expect(processMemoryBytes).toBeGreaterThan(100e6);
    expect(processCpuPercent).toBeGreaterThan(0);
  });
});
