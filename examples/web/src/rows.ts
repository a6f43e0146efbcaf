/** The rows of the outline: how they are sent, and where one of them is. */
import type { Row, RowColumns } from "./protocol";

/** How many numbers a row has. */
const NUMBERS = 13;

/** Rows as columns. */
export function packRows(rows: readonly Row[]): RowColumns {
  const numbers = new Int32Array(rows.length * NUMBERS);
  const names: string[] = [];
  const known = new Map<string, number>();
  const index = (name: string | null): number => {
    if (name === null) return -1;
    let at = known.get(name);
    if (at === undefined) known.set(name, (at = names.push(name) - 1));
    return at;
  };
  let at = 0;
  for (const row of rows) {
    numbers[at++] = index(row.kind);
    numbers[at++] = row.depth;
    numbers[at++] = row.parent;
    numbers[at++] = row.piece;
    numbers[at++] = index(row.role);
    numbers[at++] = index(row.tint);
    numbers[at++] = row.start;
    numbers[at++] = row.end;
    numbers[at++] = row.markStart;
    numbers[at++] = row.markEnd;
    numbers[at++] = row.titleStart;
    numbers[at++] = row.titleEnd;
    numbers[at++] = row.titled ? row.next : -row.next;
  }
  return { numbers, names, marks: rows.map(({ mark }) => mark), titles: rows.map(({ title }) => title) };
}

/** The rows that `packRows` packed. */
export function unpackRows({ numbers, names, marks, titles }: RowColumns): Row[] {
  const rows: Row[] = [];
  const name = (index: number): string | null => (index < 0 ? null : names[index]!);
  for (let row = 0, at = 0; row < titles.length; row++, at += NUMBERS) {
    const next = numbers[at + 12]!;
    rows.push({
      kind: name(numbers[at]!) as Row["kind"],
      depth: numbers[at + 1]!,
      parent: numbers[at + 2]!,
      piece: numbers[at + 3]!,
      role: name(numbers[at + 4]!) as Row["role"],
      tint: name(numbers[at + 5]!) as Row["tint"],
      mark: marks[row]!,
      title: titles[row]!,
      titled: next > 0,
      start: numbers[at + 6]!,
      end: numbers[at + 7]!,
      markStart: numbers[at + 8]!,
      markEnd: numbers[at + 9]!,
      titleStart: numbers[at + 10]!,
      titleEnd: numbers[at + 11]!,
      next: Math.abs(next),
    });
  }
  return rows;
}

/** Whether a row has a role of its own, and not the one of what it stands in. */
export function opensRole(rows: readonly Row[], index: number): boolean {
  const row = rows[index];
  return row?.role != null && row.role !== (rows[row.parent]?.tint ?? null);
}

/** The innermost row that holds a place, or -1. The end of a row belongs to it where no other begins. */
export function rowAt(rows: readonly Row[], offset: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  let row = low - 1;
  while (row >= 0 && rows[row]!.end < offset) row = rows[row]!.parent;
  return row;
}
