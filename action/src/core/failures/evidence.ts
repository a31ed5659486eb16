import type { Category } from "#core/records/category.ts";

/**
 * What lines look like when something failed, whatever tool printed them. Rows describe shapes, never one
 * project's words. `weights.ts` says how much each counts; several rows may hold for one line.
 */
export type Evidence = { name: string; pattern: RegExp; category?: Category };

/** `src/a.c:12:3`, `a.cs(12,3)`, `a.md: 12`, `"a.py", line 12`. */
const PLACE = String.raw`^[\s"'\[(>*-]{0,12}(?:\w:)?[^\s:()"']{1,300}\.\w{1,10}["']?(?::|\(|: |:\[|, line |: line )\d`;

export const EVIDENCE: readonly Evidence[] = [
  {
    name: "place with error",
    pattern: new RegExp(
      [
        `${PLACE}[\\d:,.\\-)\\]]*:? {0,4}(?:\\w{1,20} )?(?:fatal )?error\\b`,
        String.raw`^\s*\d+:\d+:?\s+error\b`,
        // Names of Windows' folders have spaces.
        String.raw`^\s{0,12}\w:\\[^:*?"<>|()]{1,300}\(\d[\d,]{0,20}\): (?:\w{1,20} )?(?:fatal )?error\b`,
      ].join("|"),
      "i",
    ),
    category: "build_failure",
  },
  {
    name: "error with place",
    pattern:
      /^[\s>*-]{0,12}(?:fatal )?error: (?:\w:)?[^\s:()"']{1,300}\.\w{1,10}(?::|\()\d{1,7}[:,)](?!.{0,20}\b(?:an error occurred|while)\b)/i,
    category: "build_failure",
  },
  {
    name: "place with warning",
    pattern: new RegExp(
      `${PLACE}[\\d:,.\\-)\\]]*:? {0,4}(?:\\w{1,20} )?\\w{0,30}(?:warning|note|info|deprecated)\\b`,
      "i",
    ),
  },
  {
    name: "place with message",
    pattern: new RegExp(
      `${PLACE}[\\d:,.\\-)\\]]*(?::? +|:(?=[A-Z]))\\S+ \\S|^\\s{0,8}[^\\s:()\\[\\]]{1,300}\\.\\w{1,10}\\[\\d{1,6}, ?\\d{1,6}\\]:? {1,80}\\S+ \\S`,
    ),
    category: "lint_failure",
  },
  { name: "place alone", pattern: new RegExp(`${PLACE}[\\d:,.\\-)\\]]*:?$`) },
  {
    name: "error prefix",
    pattern:
      /^[\s>*+!-]{0,12}(?:[Ff]atal )?[Ee](?:rror|RROR)(?: ?[[(]?[A-Z]{0,8}\d+[\])]?)?[:!]|^\W{0,12}ERROR\b|^[Ee]rror (?=[A-Z"'`\d]|during|while|in\b|at\b|from|on\b|when)(?!Message)|^\W{0,12}[Ee]rror \([A-Z]|^error\t\S/,
  },
  { name: "error colon", pattern: /\b(?:error|failure|fatal|failed) ?: ?\S/i },
  { name: "error code", pattern: /(?:^|\s)\[?(?:ERR|ERROR|E)_[A-Z]{2,30}(?:_[A-Z\d]{1,30}){0,8}\b/ },
  {
    name: "error happened",
    pattern:
      /\b(?:error|exception|failure) (?:has |was )?(?:occurr?ed|while|during|in|from|when|trying|reading|opening|parsing|loading|connecting|processing|executing|running)\b|\berror (?:was|were) (?:generated|raised|thrown|reported|emitted) by\b|\b(?:verification|assertion|validation|check) failed in \S/i,
  },
  {
    name: "path with message",
    pattern:
      /^[\s("'[]{0,8}(?:\.{0,2}\/)?[\w@~.+-]{1,100}(?:\/[\w@~.+-]{1,100}){1,20}["')\]]{0,2}: (?![a-z ]{2,30} in [\d.]+ ?m?s$)\S+ \S/,
    category: "lint_failure",
  },
  { name: "fatal prefix", pattern: /^\W{0,12}(?:fatal|critical|panic|emergency|abort)\b(?: error)?[:!]/i },
  { name: "program says error", pattern: /^[\w./+-]{1,80}: (?:\w+: )?(?:fatal )?error:? /i },
  {
    name: "level error",
    pattern:
      /(?:^|[\s|(<]|\w:)[[(]?(?:ERROR|FATAL|CRITICAL|SEVERE|ERR)[\])]?(?:[:\s|>]|$)|^[EF]\d{4} \d\d:\d\d:\d\d\.\d{3,6} /,
  },
  { name: "lone error word", pattern: /^\W{0,12}(?:error|failure|failed|exception|fail)s?\W{0,6}$/i },
  {
    name: "exception",
    pattern:
      /^\W{0,8}(?:\d{1,4}[.)]\s{1,4})?(?:(?:[\w$]{1,80}[.:/\\]{1,2}){0,12}[A-Z]\w{0,80}(?:Error|Exception|Failure|Fault|Interrupt|NotFound|Exit)|(?:[\w$]{1,80}[.:]{1,2}){1,12}(?:Error|Exception))\b(?:: ?| ?$| \(| {2,4}(?=\S))/,
  },
  {
    name: "exception at end",
    pattern: /^(?!\s{0,8}at ).{10,1000} \((?:[A-Z]\w{0,60}(?:::|\.)){0,6}[A-Z]\w{0,60}(?:Error|Exception)\)$/,
  },
  { name: "exception named", pattern: /\b[A-Z]\w{1,60}(?:Error|Exception)\b/ },
  { name: "throw", pattern: /^\W{0,6}\((?:throw|exit|error|\w{1,40}Error)\)|\buncaught\b|\bunhandled\b/i },
  { name: "caused by", pattern: /^\s*(?:Caused by|Causes?|Reason|cause)\b ?:/i },
  { name: "traceback head", pattern: /^\W{0,8}(?:Traceback \(most recent|stack ?trace:?|backtrace:?)/i },
  {
    name: "frame",
    pattern:
      /^\s*(?:at |from |File "|#\d+ |\d+: 0x|in `|\.\.\. \d+ more|--- End of|goroutine |\d{1,3}: \(|Line \|$)|:\d+:in [`']|^\s+\S+\.\w+:\d+(?::\d+)?$/,
  },
  {
    name: "crash",
    pattern:
      /panicked at|^panic:|segmentation fault|(?<!sending )SIG(?:SEGV|ABRT|KILL|BUS|ILL|TERM)\b|core dumped|\bSanitizer:|runtime error:|stack overflow|access violation|\bcrashed\b/i,
    category: "script_error",
  },
  {
    name: "ran out of time",
    pattern:
      /exited with (?:code )?(?:124|137|143)\b|no output has been received in the last|exceeded the maximum (?:time|execution)|took >\d+ ?min|execution time limit|job timed out/i,
    category: "timeout",
  },
  {
    name: "memory",
    pattern: /out of memory|cannot allocate memory|heap limit|\bOOM\b|exit(?:ed)? (?:code|with|status) 137/i,
    category: "out_of_memory",
  },
  { name: "disk", pattern: /no space left|disk (?:is )?full|quota exceeded/i, category: "disk_full" },
  { name: "fail word head", pattern: /^\W{0,12}(?:FAIL(?:ED|URE)?|ERROR)\b[:!]? ?\S/ },
  {
    name: "fail word end",
    pattern:
      /\w(?:\W{1,20}|\s{1,120}(?:\| )?)(?:FAIL(?:ED|URE)?|ERROR)[!\])| ]{0,3}$|<<< (?:FAILURE|ERROR)!|\.{2}\s{0,9}(?:[Ff]ailed|[Ee]rror|[Ff]ail)\b|FAILED \(/,
  },
  { name: "fail bracket", pattern: /\[(?:[Ff]ailed|FAIL(?:ED|URE)?(?:[.:] [^\]]{0,200})?|-|x|✗)\]/ },
  { name: "fail glyph", pattern: /^[\s\W]{0,8}[✕✗✘✖❌×●⨯🚨💥]/u },
  { name: "go fail", pattern: /^\s*--- FAIL:/, category: "test_failure" },
  { name: "tap not ok", pattern: /^\s*not ok\b/, category: "test_failure" },
  { name: "numbered failure", pattern: /^\s{0,8}\d{1,4}\) \S/, category: "test_failure" },
  {
    name: "test class failure",
    pattern:
      /^\s{0,20}(?=\S{0,160}(?:[Tt]est|[Ss]pec|SUITE))[^\s,#]{1,160}(?:[#.:]{1,2}| > |,).{0,300}?(?:fail|error|expected)/i,
    category: "test_failure",
  },
  {
    name: "failure heading",
    pattern:
      /^\W{0,80}(?:FAILURES?|ERRORS?|Failed [Tt]ests?|Failures?|Failed examples|There (?:was|were) \d+ (?:failure|error)s?|\d+ failing|What went wrong)\W{0,80}$/,
  },
  { name: "banner name", pattern: /^_{3,}[^_].*_{3}$/ },
  { name: "rule line", pattern: /^\W*([=_~*#-])\1{9,}\W*$/ },
  {
    name: "assertion",
    pattern:
      /\bassert|\bexpected?\b.{0,200}\b(?:to|but|got|actual|instead|found|was)\b|Failed asserting|\bXCTAssert/i,
    category: "test_failure",
  },
  {
    name: "expected or actual",
    pattern: /^\W{0,8}(?:Expected|Actual|Received|Got|Was|Found|Difference)\b.{0,20}?(?::|$|value)/i,
    category: "test_failure",
  },
  {
    name: "not found",
    pattern:
      /not found|no such|cannot find|can't find|can't be found|cannot be found|could not be found|could not find|couldn't find|does not exist|doesn't exist|unable to (?:find|locate|resolve)|\bnot (?:loaded|installed)\b|(?<![/\w.])404\b(?!\.\w)|\bunresolved\b|\bmissing\b/i,
  },
  {
    name: "undefined",
    pattern:
      /\bundefined\b|\bundeclared\b|not defined|not declared|\bunbound\b|not a member|no member|cannot resolve|never defined|not in scope|unknown (?:type|option|command|field|flag)|\bunrecognized\b/i,
  },
  {
    name: "cannot",
    pattern: /\b(?:cannot|can't|can not|could not|couldn't|unable to|failed to|refus(?:es|ed|ing) to)\b/i,
  },
  {
    name: "invalid",
    pattern:
      /\b(?:invalid|illegal|malformed|unexpected|incorrect(?:ly)?|bad|wrong|unsupported|incompatible|mismatch(?:ed)?|violat\w+|corrupt\w*|not match|not compliant|not allowed|not permitted|will not fit|overflowed by \d|too (?:long|many|large|deep))\b/i,
  },
  {
    name: "syntax",
    pattern: /\b(?:syntax|parse|parsing|indentation|compilation) error\b|SyntaxError|unexpected token/i,
    category: "build_failure",
  },
  {
    name: "denied",
    pattern:
      /permission denied|access denied|denied to|forbidden|unauthori[sz]ed|authentication (?:failed|required)|not authori[sz]ed|\b40[13]\b|credentials?\b/i,
    category: "permission_denied",
  },
  {
    name: "network",
    pattern:
      /connection (?:refused|reset|timed out|closed)|could not resolve host|name resolution|ECONN\w+|ETIMEDOUT|ENOTFOUND|\bTLS\b|certificate|empty reply|HTTP (?:request|error)|(?:http|status|error):? (?:code )?5\d\d\b/i,
    category: "network",
  },
  {
    name: "timeout",
    pattern:
      /timed? ?out|deadline exceeded|exceeded (?:the )?(?:maximum |timeout|time limit)|no output has been received|took >/i,
    category: "timeout",
  },
  {
    name: "cancelled",
    pattern: /operation was cancell?ed|shutdown signal|\bcancell?ed\b/i,
    category: "cancelled",
  },
  { name: "conflict", pattern: /\bconflicts?\b/i, category: "merge_conflict" },
  {
    name: "required",
    pattern:
      /\b(?:is|are) required (?:to|for|when|by|but)\b|\bmust be (?:set|specified|provided|defined|given)\b|\beither log ?in\b/i,
  },
  {
    name: "stale",
    pattern:
      /\bout[- ]of[- ](?:date|sync)\b|\bnot up[- ]to[- ]date\b|\b(?:is|are) stale\b|uncommitted changes/i,
  },
  { name: "limit", pattern: /\bexceed(?:s|ed)?\b|limit reached|rate limit|too many requests/i },
  {
    name: "shell says",
    pattern:
      /^\S{0,200}?(?:sh|functions|job_stages|\.sh|build\.sh): (?:line )?\d+: |: command not found|: not found$/,
    category: "script_error",
  },
  {
    name: "program says no",
    pattern:
      /^[\w./+-]{1,100}: (?:[\w./'"-]{1,200}: ){0,3}(?:cannot|can't|no |not |bad|invalid|missing|unknown|unrecognized|permission|failed|unable|could not|must)/i,
  },
  {
    name: "diff head",
    pattern: /^\s{0,4}(?:diff --git |--- (?!FAIL|PASS|SKIP)\S|\+\+\+ \S|Index: )/,
  },
  { name: "diff line", pattern: /^[-+](?![-+])\s?\S|^\s{0,4}@@ .*@@/ },
  {
    name: "request",
    pattern:
      /^\W{0,4}(?:please|you (?:must|need|should)|make sure|ensure|try|run|did you|to (?:fix|add|see|get|list))\b/i,
  },
  {
    name: "advice",
    pattern:
      /^\W{0,6}(?:hint|note|help|tip|info|see|fix|usage|for more|re-run|rerun|to see|use `|did you mean|after correcting|refer to|please refer|you can|learn more|documentation)\b/i,
  },
  { name: "caret line", pattern: /^[\s|.\d]*[\^~]{1,200}[\s\-~^]*$|^\s*\|/ },
  { name: "url line", pattern: /^\s*https?:\/\/\S+$/ },
];
