/** The pairs of letters that make up seven eighths of English and of code: each word is a letter and its followers. */
const COMMON_PAIRS = new Set(
  "abcdgilmnprstuvy baeilor sacehiklopstu cacehikloru dadeiorsu eabcdfglmnprstvxy fefilioru gaehilnoru haeior iacdeglmnoprstv kei ladeiloptuy mabeimop nacdegiostu oacdfglmnoprtuvw paehilortu qu racdeiklmnosty taehiloruy uabceglmnprst vaeio waior xt ye"
    .split(" ")
    .flatMap(([first = "", ...followers]) => followers.map((follower) => first + follower)),
);

/**
 * Whether a text looks drawn by lot rather than written: two in five of its neighbouring characters are no pairs
 * that words have. Separators and lower-then-upper are where words meet, two digits say nothing; none of these
 * counts. At least three surprises, so that `node20` and `x86_64` are no secrets.
 */
export function looksRandom(text: string): boolean {
  let surprises = 0;
  let pairs = 0;
  for (let index = 1; index < text.length; index++) {
    const surprise = surpriseOf(text.charCodeAt(index - 1), text.charCodeAt(index));
    if (surprise === null) continue;
    pairs++;
    if (surprise) surprises++;
  }
  return surprises >= 3 && surprises * 5 >= pairs * 2;
}

function surpriseOf(left: number, right: number): boolean | null {
  if (isSeparator(left) || isSeparator(right)) return null;
  if (isDigit(left) && isDigit(right)) return null;
  if (!isLetter(left) || !isLetter(right)) return true;
  if (isLower(left) && !isLower(right)) return null;
  return !COMMON_PAIRS.has(String.fromCharCode(left | 32, right | 32));
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const isLower = (code: number) => code >= 97 && code <= 122;
const isLetter = (code: number) => isLower(code | 32);
/** Space - . / : _ */
const isSeparator = (code: number) => code === 32 || (code >= 45 && code <= 47) || code === 58 || code === 95;
