import type { Rule } from "#core/failures/rule.ts";

/** Composer, the package manager of PHP. */
export const COMPOSER: readonly Rule[] = [
  {
    id: "composer/conflict",
    category: "dependency_unavailable",
    title: "Composer: the requirements do not fit together",
    advice: "Read the problems below and loosen one of them.",
    hints: ["your requirements could not be resolved", "  problem 1"],
    pattern: /^\s{0,6}(?<message>Your requirements could not be resolved.*)/,
    strength: 0.93,
    prefer: "first",
    block: null,
  },
  {
    id: "composer/platform",
    category: "configuration",
    title: "Composer: the PHP version or an extension does not fit",
    advice: "Set up the PHP version and extensions that the packages ask for.",
    hints: ["does not satisfy that requirement", "it is missing from your system", "your php version"],
    pattern:
      /^\s{2,8}- (?<message>.{3,300}(?:your php version .{1,40} does not satisfy|it is missing from your system).*)/,
    strength: 0.94,
    prefer: "first",
    block: null,
  },
  {
    id: "composer/lock-mismatch",
    category: "dependency_unavailable",
    title: "Composer: composer.lock does not fit composer.json",
    advice: "Run composer update --lock and commit composer.lock.",
    hints: ["is not present in the lock file", "lock file is not up to date", "lock file errors"],
    pattern:
      /^\s{0,2}-? ?(?<message>Required (?:\(in require-dev\) )?package ".{1,100}" is not (?:present )?in the lock file.*|.{0,80}composer\.lock.{0,60}not up to date.*)/,
    strength: 0.94,
    prefer: "first",
    block: null,
  },
  {
    id: "composer/package",
    category: "dependency_unavailable",
    title: "Composer: a package cannot be had",
    advice: "Check the name, the version, the repository and its credentials.",
    hints: [
      "could not find a matching version",
      "could not find package",
      "could not authenticate against",
      "could not be found in any version",
      "could not be downloaded",
    ],
    pattern:
      /^\s{0,4}(?:- )?(?<message>Could not (?:find (?:a matching version of )?package|authenticate against) .+|Root composer\.json requires .{1,200}could not be found in any version.*|The ".{1,300}" file could not be downloaded.*)/,
    strength: 0.94,
    prefer: "first",
    block: null,
  },
];
