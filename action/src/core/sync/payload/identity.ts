import * as z from "zod";
import { Id, Time } from "#core/sync/payload/tolerant.ts";
import { type Day, dayOf } from "#core/time.ts";

const Payload = z.object({ id: Id, run_attempt: Id.catch(1), created_at: Time.catch(null) });

/** Enough of a run object that could not be read to list it among the missing; null when even the id is. */
export function identify(
  payload: unknown,
  today: Day,
): { run_id: number; run_attempt: number; day: Day } | null {
  const { data } = Payload.safeParse(payload);
  if (!data) return null;
  return {
    run_id: data.id,
    run_attempt: data.run_attempt,
    day: data.created_at === null ? today : dayOf(data.created_at),
  };
}
