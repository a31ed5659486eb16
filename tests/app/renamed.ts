import type { SimulatedRepository } from "#simulator/model.ts";

/** Renames or transfers a repository, as its owner does; the old name leads to the new one from then on. */
export function rename(truth: SimulatedRepository, fullName: string): void {
  const [login = "", name = ""] = fullName.split("/");
  truth.formerNames = [...(truth.formerNames ?? []), truth.repository.full_name];
  Object.assign(truth.repository, { full_name: fullName, name });
  truth.repository.owner.login = login;
  for (const { run } of truth.runs.flatMap(({ attempts }) => attempts)) {
    run.repository = { ...run.repository, full_name: fullName, name };
    if (run.head_repository) run.head_repository = { ...run.head_repository, full_name: fullName, name };
  }
}
