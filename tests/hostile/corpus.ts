import { hostileAnswers } from "./answers.ts";
import { hostileArchives } from "./archives.ts";
import { hostileArtifacts } from "./artifacts.ts";
import type { HostileItem } from "./item.ts";
import { hostileLogs } from "./logs.ts";
import { hostilePayloads } from "./payloads.ts";
import { hostileRecords } from "./stored.ts";
import { hostileKinds } from "./stored-kinds.ts";
import { hostileTellings } from "./tellings.ts";

/** All of it, in an order that stays. */
export function hostileItems(): HostileItem[] {
  return [
    ...hostilePayloads(),
    ...hostileLogs(),
    ...hostileArchives(),
    ...hostileArtifacts(),
    ...hostileAnswers(),
    ...hostileRecords(),
    ...hostileKinds(),
    ...hostileTellings(),
  ];
}
