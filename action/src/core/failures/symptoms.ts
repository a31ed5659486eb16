import type { Evidence } from "#core/failures/evidence.ts";

/**
 * What lines look like that explain nothing: echoes of a failure that stands elsewhere, and everything that a
 * healthy log is full of.
 */
export const SYMPTOMS: readonly Evidence[] = [
  { name: "nothing but level", pattern: /^\W*(?:error|err|fatal|failed|failure|warn|warning|info)?\W*$/i },
  {
    name: "something failed",
    pattern:
      /\b(?:failed|fails|failing|unsuccessful|had (?:test )?(?:errors|failures))\W{0,6}(?:(?:in |after )?[\d.]{1,8} ?(?:m?s|sec(?:ond)?s?|min(?:ute)?s?)\W{0,3})?$/i,
  },
  {
    name: "names no cause",
    pattern:
      /^\W{0,6}(?:error: )?failed (?:\w{1,20}ing|to \w{1,20})(?: [a-z]{1,20}){0,3}(?:: failed (?:\w{1,20}ing|to \w{1,20})(?: [a-z]{1,20}){0,3}){1,4}$|^\W*error\W{1,8}see:? \S|\bran into an error\W*$/i,
  },
  { name: "says only that it failed", pattern: /^\W*(?:[A-Z]{3,20} ){1,4}FAILED\W*$/ },
  { name: "size row", pattern: /\s\s[\d.,]{1,12} ?(?:[kKMG]i?)?B(?:\s{2,40}[\d.,]{1,12} ?(?:[kKMG]i?)?B)?$/ },
  { name: "statistic", pattern: /^\s*[A-Za-z][\w ()/+.-]{1,60}(?:\s{2,}|\t)[\d.,]+ ?(?:%|ms|s|kB|MB)?$/ },
  {
    name: "if it fails",
    pattern: /\b(?:if|when|whenever|unless|in case) (?:your|the|you|this|that|it|any|a|an)\b/i,
  },
  {
    name: "build step",
    pattern:
      /^\W{0,12}(?:\[\s*\d+(?:\/| of )\d+\]|[A-Z]{2,8}(?:LD|XX)?\s+\S+$)|> (?:\[\s*\d+ of \d+\] )?(?:Compiling|Linking|Preprocessing|copy)/,
  },
  { name: "configuration", pattern: /^\s*[\w.-]{1,60}:\s{0,3}\S{0,200}$/ },
  { name: "warning", pattern: /warn(?:ing)?s?\b|deprecat/i },
  {
    name: "ignored error",
    pattern:
      /\((?:[\w, ]{1,30} )?(?:ignored|handled)\)|\bignoring\b|non-?fatal|will (?:be )?(?:re)?tr(?:y|ied)|retrying|falling back|\bcontinuing\b/i,
  },
  { name: "said to be ignored", pattern: /\((?:[\w, ]{1,30} )?(?:ignored|handled)\)\s*$/ },
  {
    name: "none wrong",
    pattern:
      /\b(?:0|no|zero|without) (?:\w+ )?(?:errors?|fail(?:ures?|ed)?|problems?|issues|failing|vulnerabilit\w+|offen[cs]es?|violations?|conflicts?|findings?)\b|(?:errors?|fail(?:ures?|ed)?): ?0\b|^\W{0,4}[a-z][\w /()-]{1,60}: {1,20}0\s*$/i,
  },
  {
    name: "passing test",
    pattern:
      /^\W{0,10}(?:✓|✔|√|ok\b|PASS(?:ED)?\b|\[\+\]|--- PASS|=== RUN|\[ *OK *\]|\[PASS)|\bPASS(?:ED)?$|:\s{1,120}OK(?: \([\d.]{1,8} ?m?s\))?$|(?<!\.)\.{2,}\s?(?:ok|passed|yes|done|no|OK)\b|\bok$|\bXFAIL\b/,
  },
  {
    name: "success word",
    pattern: /\b(?:succe(?:ss|eded|ssful|ssfully)|passed|validated|done|finished|complete[d]?|up to date)\b/i,
  },
  { name: "starts with info", pattern: /^\W{0,8}(?:INFO|DEBUG|TRACE|debug|info|verbose)\b/ },
  { name: "command echo", pattern: /^(?:\+{1,6} |\$ |> |\[command\]|# |\(cd |Running |Executing |travis_)/ },
  {
    name: "tool command",
    pattern:
      /^\s*(?:gcc|g\+\+|cc|clang|c\+\+|ar|ld|javac|java|node|python\d?|cp|mv|rm|mkdir|install|libtool|\/bin\/sh|sh|bash|ruby|perl|make|cmake|env|test|if|for|export|echo|cd|git|npm|yarn|pip|curl|wget)\s+\S/,
  },
  { name: "options in it", pattern: /\s--?[a-zA-Z][\w-]+[ =].*\s--?[a-zA-Z]/ },
  {
    name: "progress",
    pattern:
      /^\W{0,6}(?:Downloading|Downloaded|Fetching|Fetched|Get:\d|Unpacking|Setting up|Selecting|Preparing|Receiving|Resolving|Compiling|Building|Installing|Copying|Linking|Generating|Checking|Running|Starting|Started|Creating|Updating|Loading|Processing|Collecting|Requirement|Using|Extracting|Cloning|Writing|Reading|Uploading|remote: (?:Counting|Compressing|Total)|\d+%)\b/i,
  },
  {
    name: "counted summary",
    pattern:
      /(?<![/\d])\b\d+ (?:\w+ )?(?:failed|failures?|errors?|failing|broken|problems?|issues?|warnings?)(?:\(s\)|\b)|\b(?:failures?|errors?|failed)(?: \w+)?[:=] ?\d|tests run:|(?<![/\d])\b\d+ (?:file|test|example|spec|check|suite|scenario|case|target|task|job|module|package|assertion)s?\b.{0,30}\b(?:fail|were|was|could|had|have|with|found|unable|total|completed)/i,
  },
  {
    name: "summary line",
    pattern:
      /^\W{0,8}(?:Tests?|Test Suites|Snapshots?|Time|Total|Ran \d|Passed|Failed(?! asserting| to (?!parse|upload|report|save|send|notify|cache|post)\w)|Skipped|Result|Summary|Finished in|Duration|Elapsed|Success\/Total|Done in)\b.{0,4}[:\d ]/i,
  },
  {
    name: "build failed",
    pattern:
      /^\W{0,20}(?:\[\w+\]\s*)?(?:error: )?(?:\w{1,20} )?(?:build (?:fail(?:ed|ure)|did not complete)|FAILURE: Build|Compilation failed|tests? failed|FAILED \(|Result: FAIL|rake aborted|aborting due to|could not compile|\*\* \w+ FAILED \*\*)/i,
  },
  { name: "npm err", pattern: /^\W{0,6}(?:npm|yarn|pnpm)\s+(?:ERR!|error)/i },
  {
    name: "npm err head",
    pattern:
      /^(?:code E[A-Z]+|errno |Exit status|A complete log|Lifecycle script|workspace |location |in workspace:|at location:|\S{1,200}@\S{1,60} \S{1,60}: `|This is probably|Failed at|There is likely|node v\d|npm +v|cwd |argv|Linux |Test failed|path |syscall |command )|ELIFECYCLE/,
  },
  {
    name: "make stops",
    pattern:
      /^(?:\S*make(?:\.exe)?(?:\[\d+\])?|ninja|gmake\S*): (?:\*\*\*|build stopped|Target)|recipe for target .{1,300} failed/i,
  },
  { name: "make walks", pattern: /^\S*make(?:\[\d+\])?: (?:Leaving|Entering|Nothing)/i },
  { name: "skipped", pattern: /\bskip(?:ped|ping|s)?\b/i },
  {
    name: "exit words",
    pattern:
      /exit(?:ed|s|ing)? (?:with )?(?:non-?zero |error )?(?:code|status)?:? ?\(?\d+|returned? (?:a )?non-?zero|return(?:ed)? code|exit status|errored after|error code \d|returning \d+/i,
  },
  {
    name: "command failed",
    pattern:
      /\bcommand\b.{0,300}\b(?:failed|exited)\b|\bfailed\b.{0,40}\bcommand\b|Failed to execute goal|Execution failed for|Process completed with|task .{0,100} failed|target .{0,100} failed/i,
  },
  {
    name: "final word",
    pattern:
      /^Done\. Your build exited|^(?:Error: )?Process completed with exit code|^The command ".*exited with|^Finished: |marked build as failure|^The build has been terminated|^The process .* failed with exit code|^One or more containers failed to start|^Failed to initialize container \S+$/,
  },
  {
    name: "report pointer",
    pattern:
      /(?:see|check) (?:the )?(?:report|log|above|below|http)|full log|complete log|\.log\b|report(?:s)? (?:at|in|can)|for more (?:information|details|info)/i,
  },
  {
    name: "code like",
    pattern:
      /[;{}]\s*$|^\s*(?:if|for|while|return|def|class|function|var|let|const|import|public|private|expect\(|assert)\b.*[;:({})]/,
  },
  { name: "assignment", pattern: /^\s*(?:export )?[A-Za-z_][\w.-]{0,60}=\S*$/ },
  // What an agent reads, runs and says, which may be about any failure at all.
  {
    name: "transcript",
    pattern:
      /^\s{0,4}\{"type": ?"(?:assistant|user|system|stream_event|message|tool_\w{1,20}|item\.\w{1,20}|thinking)"|^\s{0,4}[●⏺] (?:I|Let me|I'll|I'm|Now|The|This|Looking|Next)\b[^›]*$/u,
  },
  {
    name: "points back",
    pattern:
      /\bAborting on container exit|\bsending SIG[A-Z]+\b|\bstopped \(rc=|\bexited with (?:code|status)\b|\bexiting (?:due to|because)\b|\bdid not exit normally\b|\bdied (?:while|during|with)\b|^unhandled condition in |^#=== ERROR while |_COMPILER not set, after |\bencountered an error\b|\bexited \(\d+\)|\bcleaning up\b|\bkilling\b|gracefully stopping|^\W{0,4}abort(?:ing|ed)\b|\bAbort trap\b|\breturn code was \d|\berror occurred during the test sequence|\b\d+ errors? (?:encountered|generated|occurred|emitted)|\brun failed: command\b|\bexit code was\b|\bdue to previous errors?\b|\bld returned \d|linker command failed|^\W{0,6}nx run \S{1,100}:\S|^\W{0,4}[✖✔✓×x] \|\s{1,12}\d/i,
  },
  {
    name: "result row",
    pattern: /(?:^|\|)\s{0,80}(?:[✖✗✘❌] ?)?(?:FAIL(?:ED)?|[Ff]ailed)\s{0,80}\|\s{0,40}\S/u,
  },
  { name: "timestamped by tool", pattern: /^\W?\d{2,4}[-/:]\d\d[-/:]\d\d/ },
];
