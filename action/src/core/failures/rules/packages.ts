import type { Rule } from "#core/failures/rule.ts";

/** Packages of operating systems, and downloads that are not what they should be. */
export const PACKAGES: readonly Rule[] = [
  {
    id: "apt/package",
    category: "dependency_unavailable",
    title: "apt: a package cannot be had",
    advice: "Run apt-get update first; check the package's name for this release.",
    hints: [
      "e: unable to",
      "e: failed to fetch",
      "e: package",
      "e: the repository",
      "e: version",
      "e: sub-process",
      "e: could not get lock",
      "e: unmet",
    ],
    pattern:
      /^(?:#\d+ [\d.]+ )?\s{0,4}E: (?<message>Unable to (?:locate package|fetch some archives|correct problems|acquire the dpkg).*|Failed to fetch .+|Package \S+ has no installation candidate|The repository .+ (?:does not have|no longer has|is not signed).*|Version .+ was not found|Sub-process .+ returned an error code.*|Could not get lock .+|Unmet dependencies.*)/,
    strength: 0.92,
    prefer: "first",
    block: null,
  },
  {
    id: "apt/mirror",
    category: "network",
    title: "apt: a mirror is out of step",
    advice: "Run again; the mirror was being updated.",
    hints: [
      "hash sum mismatch",
      "file has unexpected size",
      "mirror sync in progress",
      "release file for",
      "no_pubkey",
      "is not valid yet",
    ],
    pattern:
      /Hash Sum mismatch|File has unexpected size|Mirror sync in progress|NO_PUBKEY \w+|Release file for .{1,200} is (?:expired|not valid yet)(?<message>.*)/,
    strength: 0.88,
    prefer: "first",
    block: null,
  },
  {
    id: "packages/not-found",
    category: "dependency_unavailable",
    title: "A package manager does not know the package",
    advice: "Check name and version for this system.",
    hints: [
      "no available formula",
      "unable to select packages",
      "no match for argument",
      "unable to find a match",
      "no package matches",
      "target not found:",
      "not installed. the package was not found",
      "packagesnotfounderror",
      "resolvepackagenotfound",
      "unsatisfiableerror",
      "nothing provides",
    ],
    pattern:
      /No available formula|ERROR: unable to select packages|No match for argument: (?<message>.+)|Unable to find a match|error: target not found: .+|The package was not found with the source|PackagesNotFoundError|ResolvePackageNotFound|UnsatisfiableError|nothing provides \S+/,
    strength: 0.9,
    prefer: "first",
    block: null,
  },
  {
    id: "packages/checksum",
    category: "dependency_unavailable",
    title: "A download does not have the expected checksum",
    advice: "Check whether the file changed upstream; never just take over the new sum.",
    hints: [
      "mismatch",
      "not match",
      "verification failed",
      "checksum failed",
      "was incorrect",
      "hash failed",
      "checksum verification",
    ],
    pattern:
      /(?:[Cc]hecksum|[Hh]ash|[Dd]igest|md5sum|sha\d+(?:sum)?|[Ii]ntegrity)\b.{0,120}\b(?:mismatch|did not match|does not match|do(?:es)? NOT match|failed|verification failed|was incorrect)(?<message>.*)|computed checksum did NOT match/,
    strength: 0.82,
    prefer: "first",
    block: null,
  },
];
