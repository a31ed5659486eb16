import { type Fields, type Permissions, scalarOf, type Trigger, type Uses } from "#core/inventory/model.ts";
import { type Span, within, type YamlNode, type YamlScalar } from "#core/inventory/source.ts";

/** What the keys of a workflow mean, however they are written: one name, a list, or names with settings. */

export function fieldsOf(node: YamlNode | undefined, lower = false): Fields {
  if (node?.kind !== "map") return new Map();
  return lower ? new Map([...node.entries].map(([key, entry]) => [key.toLowerCase(), entry])) : node.entries;
}

export function triggersOf(fields: Fields): Trigger[] {
  const on = fields.get("on");
  if (on === undefined) return [];
  const { value } = on;
  if (value.kind === "scalar") return [{ event: value.value, types: null, crons: [], at: value.at }];
  if (value.kind === "list")
    return value.items.map((item) => ({ event: textIn(item) ?? "", types: null, crons: [], at: item.at }));
  return [...value.entries.values()].map(({ key, keyAt, value: settings }) => {
    const types = fieldsOf(settings).get("types")?.value;
    const rows = settings.kind === "list" ? settings.items : [];
    const crons = rows.flatMap((row) => scalarOf(fieldsOf(row), "cron") ?? []);
    return { event: key, types: types === undefined ? null : textsIn(types), crons, at: keyAt };
  });
}

export function permissionsOf(fields: Fields): Permissions | null {
  const entry = fields.get("permissions");
  if (entry === undefined) return null;
  const { value, keyAt } = entry;
  const all = value.kind === "scalar" ? (/^(read|write)-all$/.exec(value.value)?.[1] ?? null) : null;
  const scopes = [...fieldsOf(value)].map(([name, scope]): [string, { access: string; at: Span }] => [
    name,
    { access: textIn(scope.value) ?? "none", at: scope.keyAt },
  ]);
  return {
    all: all as "read" | "write" | null,
    scopes: new Map(scopes),
    at: all === null ? keyAt : value.at,
  };
}

export function usesOf(node: YamlScalar | null): Uses | null {
  if (node === null) return null;
  const text = node.value.trim();
  const mark = text.startsWith("docker://") ? -1 : text.lastIndexOf("@");
  const [name, ref] = mark === -1 ? [text, null] : [text.slice(0, mark), text.slice(mark + 1)];
  return { text, name, ref, at: within(node, 0, node.body.length) };
}

export function runsOn(node: YamlNode | undefined): string[] {
  return node?.kind === "map"
    ? [...node.entries.values()].flatMap(({ value }) => textsIn(value))
    : textsIn(node);
}

export function textIn(node: YamlNode | undefined): string | null {
  return node?.kind === "scalar" ? node.value.trim() || null : null;
}

export function textsIn(node: YamlNode | undefined): string[] {
  if (node?.kind === "list") return node.items.flatMap((item) => textIn(item) ?? []);
  return [textIn(node) ?? []].flat();
}
