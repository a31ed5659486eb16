import type { Kind } from "#core/redact/kind.ts";

/** What says who somebody is. */
export const PERSONAL: readonly Kind[] = [
  {
    kind: "email",
    option: "email",
    hints: ["@"],
    pattern: /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![\w@])/g,
    each: null,
    isSecret: isAddress,
  },
  {
    kind: "card",
    option: "card",
    hints: [],
    pattern: /(?<![\w.-])\d(?:[ -]?\d){12,18}(?![\w-])/g,
    each: null,
    isSecret: isCard,
  },
  {
    kind: "phone",
    option: "phone",
    hints: [],
    pattern:
      /(?<![\w.+-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{1,4}(?:[ .-]?\d{2,4}){1,4}|\(\d{3}\) ?\d{3}[ .-]\d{4}|\d{3}([.-])\d{3}\1\d{4})(?![\w-])/g,
    each: null,
    isSecret: (found) => found.replaceAll(/\D/g, "").length >= 9,
  },
  {
    kind: "ip",
    option: "ip",
    hints: [],
    pattern: /(?<![\w.:-])(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/g,
    each: null,
    isSecret: (found) => found.split(".").every((part) => Number(part) <= 255),
  },
  {
    kind: "ip",
    option: "ip",
    hints: [],
    pattern: /(?<![\w.:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}(?![\w:])/gi,
    each: null,
    isSecret: isIpv6,
  },
];

/**
 * `git@github.com` is how git names a server; `unit@1.service`, `icon@2x.png`, `pkg@1.0.0-rc.next` and a machine's
 * `<uuid>@1.worker.example.net` are no mail; GitHub's and others' `noreply` addresses hide the person already.
 */
function isAddress(found: string): boolean {
  const at = found.indexOf("@");
  const domain = found.slice(at + 1);
  return (
    !/^(?:git|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/.test(found.slice(0, at)) &&
    !/^v?\d+\.\d/.test(domain) &&
    !/^no-?reply@|(?:@|\.)users\.noreply\.github\.com$/i.test(found) &&
    !/\.(?:service|socket|target|timer|mount|slice|scope|png|jpe?g|gif|svg|webp|[cm]?[jt]sx?|json|css|html?|py|rb|go|rs|java|class|[jwa]ar|so|dll|exe|t?gz|zip|tar|whl|gem|deb|rpm|txt|log|md|ya?ml|xml|toml|lock|git|qm|[mp]o)$/i.test(
      domain,
    )
  );
}

/** A length and a beginning that a network gives out, and the check digit of Luhn. */
function isCard(found: string): boolean {
  const digits = found.replaceAll(/\D/g, "");
  if (
    !/^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}|35\d{14}|3[068]\d{12})$/.test(
      digits,
    )
  )
    return false;
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Eight groups, or fewer around one `::`. Times of day and `a::b` have neither enough groups nor a digit. */
function isIpv6(found: string): boolean {
  const groups = found.split(":").length;
  return /\d/.test(found) && (found.includes("::") ? groups >= 4 || found.startsWith("::") : groups === 8);
}
