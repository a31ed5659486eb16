/** What this browser remembers; nothing depends on it. */

export function read(name: string): string | null {
  try {
    return localStorage.getItem(`agentops-${name}`);
  } catch {
    return null;
  }
}

export function write(name: string, value: string): void {
  try {
    localStorage.setItem(`agentops-${name}`, value);
  } catch {
    // Storage is forbidden: the choice lasts for this page.
  }
}
