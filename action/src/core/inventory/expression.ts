/**
 * GitHub's expressions as a tree, as far as it matters who may make them true and whose text comes out of them.
 * Paths are in lower case and dotted, however they are written: `github.event['Issue'].title` is `github.event.issue.title`.
 */
export type Expression =
  | { kind: "or" | "and"; operands: readonly Expression[] }
  | { kind: "not"; operand: Expression }
  | { kind: "compare"; operator: string; left: Expression; right: Expression }
  | { kind: "call"; name: string; operands: readonly Expression[] }
  | { kind: "path"; path: string }
  | { kind: "literal"; value: string };

const TOKEN = /\s+|'(?:[^']|'')*'|\|\||&&|[=!<>]=|[<>!()[\],.*]|[\w-]+/y;
const DEEPEST = 50;

/** Null for what is no expression; GitHub refuses it too. */
export function parseExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  const parser = new Parser(tokens);
  try {
    const expression = parser.or(0);
    return parser.isAtEnd() ? expression : null;
  } catch (error) {
    if (error instanceof NoExpression) return null;
    throw error;
  }
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    if (token.trim() !== "") tokens.push(token);
  }
  return tokens;
}

class NoExpression extends Error {}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;
  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  or(depth: number): Expression {
    return this.#chain("||", "or", () => this.#and(depth));
  }

  #and(depth: number): Expression {
    return this.#chain("&&", "and", () => this.#compare(depth));
  }

  #chain(sign: string, kind: "or" | "and", next: () => Expression): Expression {
    const operands = [next()];
    while (this.#takes(sign)) operands.push(next());
    const [first] = operands;
    return operands.length === 1 && first !== undefined ? first : { kind, operands };
  }

  #compare(depth: number): Expression {
    const left = this.#unary(depth);
    const operator = this.#peek();
    if (!/^(?:[=!<>]=|[<>])$/.test(operator)) return left;
    this.#at += 1;
    return { kind: "compare", operator, left, right: this.#unary(depth) };
  }

  #unary(depth: number): Expression {
    if (depth > DEEPEST) throw new NoExpression();
    if (this.#takes("!")) return { kind: "not", operand: this.#unary(depth + 1) };
    return this.#suffixed(this.#primary(depth), depth);
  }

  #primary(depth: number): Expression {
    const token = this.#next();
    if (token === "(") {
      const inner = this.or(depth + 1);
      this.#expect(")");
      return inner;
    }
    if (token.startsWith("'")) return { kind: "literal", value: token.slice(1, -1).replaceAll("''", "'") };
    if (/^-?[\d.]/.test(token) || /^(?:true|false|null)$/i.test(token))
      return { kind: "literal", value: token };
    if (!/^[\w-]+$/.test(token)) throw new NoExpression();
    if (!this.#takes("(")) return { kind: "path", path: token.toLowerCase() };
    const operands: Expression[] = [];
    while (!this.#takes(")")) {
      if (operands.length > 0) this.#expect(",");
      operands.push(this.or(depth + 1));
    }
    return { kind: "call", name: token.toLowerCase(), operands };
  }

  /** `.name`, `.*` and `[…]`; what a call gives, or an index that is computed, stays what it is taken from. */
  #suffixed(base: Expression, depth: number): Expression {
    let expression = base;
    for (;;) {
      let name: string | null = null;
      if (this.#takes(".")) name = this.#next();
      else if (this.#takes("[")) {
        const index: Expression = this.#takes("*") ? { kind: "literal", value: "*" } : this.or(depth + 1);
        this.#expect("]");
        name = index.kind === "literal" ? index.value : "*";
      } else return expression;
      if (expression.kind === "path")
        expression = { kind: "path", path: `${expression.path}.${name.toLowerCase()}` };
    }
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? "";
  }

  #next(): string {
    const token = this.#peek();
    if (token === "") throw new NoExpression();
    this.#at += 1;
    return token;
  }

  #takes(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    if (!this.#takes(token)) throw new NoExpression();
  }
}

/** The paths whose value an expression may come out as: none of what it only compares or asks. */
export function outcomes(expression: Expression): string[] {
  switch (expression.kind) {
    case "or":
      return expression.operands.flatMap(outcomes);
    case "and":
      // All but the last come out only where they are empty or false.
      return expression.operands.slice(-1).flatMap(outcomes);
    case "path":
      return [expression.path];
    case "call":
      if (["contains", "startswith", "endswith"].includes(expression.name)) return [];
      if (expression.name === "tojson")
        return expression.operands.flatMap(outcomes).map((path) => `${path}.*`);
      return expression.operands.flatMap(outcomes);
    default:
      return [];
  }
}
