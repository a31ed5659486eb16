/** The files of the run index, fetched when they are needed and once. */

import { decodeRunSteps, type MonthSteps } from "#core/documents/run-steps/run-steps.ts";
import { decodeRunIndex } from "#core/documents/runs/run-index-file.ts";
import type { RunTable } from "#core/documents/runs/run-table.ts";
import { addRunTexts } from "#core/documents/runs/run-texts.ts";
import { RUN_FILES } from "#core/render/run-files.ts";
import { epoch } from "#core/time.ts";

/** Attempts count when they start, which can be this long after their run was created: GitHub's limit for re-runs. */
const RERUN_SECONDS = 31 * 86_400;

/** Fetches JSON; rejects with what failed and where, in words. */
export async function fetchJson<Value>(address: string): Promise<Value> {
  const path = new URL(address, location.href).pathname;
  const response = await fetch(address).catch((cause: unknown) => {
    throw new Error(`${path} could not be reached`, { cause });
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Value;
}

export class RunData {
  readonly table: RunTable;
  readonly #api: string;
  readonly #steps: MonthSteps[] = [];
  readonly #loading = new Map<string, Promise<void>>();

  /** @param api address of the API's folder, ending in `/` */
  static async load(api: string): Promise<RunData> {
    return new RunData(decodeRunIndex(await fetchJson(`${api}${RUN_FILES.index}`)), api);
  }

  constructor(table: RunTable, api: string) {
    this.table = table;
    this.#api = api;
  }

  get steps(): readonly MonthSteps[] {
    return this.#steps;
  }

  /** Titles and commits of the runs that started in a stretch of epoch seconds. */
  async loadTexts(from: number, to: number): Promise<void> {
    await this.#months(from, to, "texts", async (address) =>
      addRunTexts(this.table, await fetchJson(address)),
    );
  }

  /** What ran in them. */
  async loadSteps(from: number, to: number): Promise<void> {
    await this.#months(from, to, "steps", async (address) => {
      this.#steps.push(decodeRunSteps(this.table, await fetchJson(address)));
    });
  }

  async #months(from: number, to: number, kind: "texts" | "steps", load: (address: string) => Promise<void>) {
    const months = this.table.months.filter(
      ({ month }) => epoch(`${month}-01T00:00:00Z`) < to && endOf(month) + RERUN_SECONDS > from,
    );
    await Promise.all(
      months.map(async ({ month }) => {
        const path = RUN_FILES[kind](month);
        const loading = this.#loading.get(path) ?? load(`${this.#api}${path}`);
        this.#loading.set(path, loading);
        try {
          await loading;
        } catch (error) {
          this.#loading.delete(path); // what failed may be tried again
          throw error;
        }
      }),
    );
  }
}

function endOf(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Date.UTC(year, number) / 1000;
}
