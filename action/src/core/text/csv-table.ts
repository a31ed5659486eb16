/** A row of a table as it was written: its cells, and the line of the file that it begins on, counted from 1. */
export type CsvRow = { line: number; cells: string[] };

/** What a stranger's file may cost at most. */
const MOST = { rows: 1_000_000, cells: 500, characters: 100_000 };

/** Why a text is no table, and on which line. */
export class CsvFault extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
    this.line = line;
  }
}

/**
 * Reads a table by RFC 4180, as programs write it: with or without byte order mark, lines ended by LF or CRLF, quotes
 * where needed. Empty lines are none.
 *
 * @throws CsvFault where a quote is not closed, something follows a closing one, or more stands there than anything real
 */
export function csvTable(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const row: CsvRow = { line, cells: [] };
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at, line) : plain(text, at);
      if (cell.value.length > MOST.characters)
        throw new CsvFault(line, `a cell is longer than ${MOST.characters} characters`);
      row.cells.push(cell.value);
      if (row.cells.length > MOST.cells) throw new CsvFault(line, `it has more than ${MOST.cells} cells`);
      line += cell.lines;
      at = cell.end;
      if (text[at] !== ",") break;
      at += 1;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    line += 1;
    if (row.cells.length === 1 && row.cells[0] === "") continue;
    rows.push(row);
    if (rows.length > MOST.rows) throw new CsvFault(line, `the table has more than ${MOST.rows} rows`);
  }
  return rows;
}

/** A cell, the place behind it, and how many lines it spans beyond the first. */
type Cell = { value: string; end: number; lines: number };

const END = /[,\r\n]/g;

function plain(text: string, from: number): Cell {
  END.lastIndex = from;
  const end = END.exec(text)?.index ?? text.length;
  return { value: text.slice(from, end), end, lines: 0 };
}

function quoted(text: string, from: number, line: number): Cell {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) throw new CsvFault(line, "a quote is opened and never closed");
    parts.push(text.slice(at, close));
    if (text[close + 1] !== '"') {
      const next = text[close + 1];
      if (next !== undefined && !/[,\r\n]/.test(next))
        throw new CsvFault(
          line,
          `${JSON.stringify(next)} follows a closing quote, where a comma or the end should be`,
        );
      const value = parts.join('"');
      return { value, end: close + 1, lines: value.split("\n").length - 1 };
    }
    at = close + 2;
  }
}
