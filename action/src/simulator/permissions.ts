/** The `permissions:` block of a workflow. Null: everything may be written. */
export type Permissions = Record<string, "read" | "write" | "none">;

/** One of the `needs`, each such as `actions=read`, is granted. Everybody has `metadata=read`. */
export function accepts(permissions: Permissions | null, needs: readonly string[]): boolean {
  if (permissions === null) return true;
  return needs.some((need) => {
    const [name = "", access] = need.split("=");
    const granted = name === "metadata" ? "read" : permissions[name.replaceAll("_", "-")];
    return granted === "write" || granted === access;
  });
}

/** The value of `X-Accepted-GitHub-Permissions`. */
export const acceptedPermissions = (needs: readonly string[]): string => needs.join("; ");
