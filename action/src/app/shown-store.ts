import type { Store } from "#app/effects.ts";
import { agentOfLogin } from "#core/agents/evidence.ts";
import { Inspector } from "#core/audit/inspector.ts";
import { allowedPreviews } from "#core/config/allowed-previews.ts";
import type { PrivacyConfig } from "#core/config/privacy.ts";
import { KINDS, type KindName, type Stored } from "#core/records/kinds.ts";
import { withPreviews } from "#core/records/previews.ts";
import type { Day, Month } from "#core/time.ts";

/**
 * The records as pages and files may show them: where `privacy.publish` is `redacted` without people and their words,
 * and agents' words as far as `privacy.previews` says, whatever was stored when it said otherwise.
 *
 * @throws UserError where the configuration wants more shown than it may
 */
export async function shownStore(store: Store, privacy: PrivacyConfig): Promise<Store> {
  const allowed = allowedPreviews(privacy, (await store.readRepository())?.visibility ?? null);
  const previewed = reading(inspected(store, privacy), (kind, record) =>
    kind === "executions" ? withPreviews(record as Stored["executions"], allowed) : record,
  );
  return privacy.publish === "redacted" ? anonymised(previewed) : previewed;
}

/** Texts of so many days of each kind are redacted once more. */
const RECENT_DAYS = 30;

/** Looks at each record as it is stored, the first time that it is read. */
function inspected(store: Store, privacy: PrivacyConfig): Store {
  const inspector = new Inspector(privacy);
  const seen = new Set<string>();
  return {
    ...store,
    async read<Name extends KindName>(kind: Name, day: Day | Month) {
      const records = await store.read(kind, day);
      const isFirst = !seen.has(`${kind}/${day}`);
      seen.add(`${kind}/${day}`);
      const isRecent = isFirst && (await store.days(kind)).slice(-RECENT_DAYS).includes(day);
      if (isFirst) for (const record of records) inspector.look(kind, day, record, isRecent);
      return records;
    },
    inspection: () => inspector.finish(),
  };
}

/** Every reader of records gets them without people and their words, so that no page or file can hold more. */
function anonymised(store: Store): Store {
  const isAgent = (login: string) => agentOfLogin(login) !== null;
  return {
    ...reading(store, (kind, record) => KINDS[kind].anonymise(record as never, isAgent)),
    unreadable: () => store.unreadable().map((each) => ({ ...each, reason: "does not fit its schema" })),
  };
}

function reading(store: Store, shown: (kind: KindName, record: Stored[KindName]) => Stored[KindName]): Store {
  return {
    ...store,
    async read<Name extends KindName>(kind: Name, day: Parameters<Store["read"]>[1]) {
      return (await store.read(kind, day)).map((record) => shown(kind, record) as Stored[Name]);
    },
  };
}
