/**
 * What redaction takes out, over formats of secrets, ways to write them down and fields they may stand in:
 * `npm run secrets`. The bodies are drawn; `node scripts/redaction-table.ts <seed>` draws others.
 */
import { redactionTable } from "../tests/core/redact/redaction-table.ts";

const { formats, shares, passed } = redactionTable(...process.argv.slice(2, 3).map(Number));
const encodings = Object.keys(shares);
const fields = Object.keys(Object.values(shares)[0] ?? {});
const percent = (share: number | undefined) => `${((share ?? 0) * 100).toFixed(1)}`;

console.log(`${formats} formats; shares redacted in %\n`);
console.log(`| field | ${encodings.join(" | ")} |\n| --- |${" ---: |".repeat(encodings.length)}`);
for (const field of fields)
  console.log(
    `| ${field} | ${encodings.map((encoding) => percent(shares[encoding]?.[field])).join(" | ")} |`,
  );
console.log(`\nPasses plainly: ${passed.length === 0 ? "nothing" : passed.join(", ")}`);
