import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** The browser of the tests: yours, the system's, Playwright's own, or (as root on Debian) one from apt. */

/** No sandbox, because CI containers run as root; nothing that calls home. */
const BROWSER_FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium or Chrome. Throws a message that says how to get one. */
async function findBrowser(): Promise<string> {
  const wanted = process.env["AGENTOPS_BROWSER"];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`AGENTOPS_BROWSER is ${wanted}, which is not an executable file`);
  }
  const found = present() ?? fromApt();
  if (found !== undefined) return found;
  throw new Error(
    "The tests need Chromium or Chrome and found none. Install one, run `npx playwright-core install chromium`, or set AGENTOPS_BROWSER to its path.",
  );
}

/** A headless browser; close it when done. */
export async function launch(flags: string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: [...BROWSER_FLAGS, ...flags] });
}

function present(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES, chromium.executablePath()].find(isExecutable);
}

function fromApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  console.error("No browser found: installing chromium with apt");
  try {
    execFileSync("apt-get", ["update", "-q"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return present();
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

// `node tests/browser.ts` prints the path, so that the test script finds or installs one before the workers start.
if (process.argv[1] === import.meta.filename) console.log(await findBrowser());
