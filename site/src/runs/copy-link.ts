/** A button that copies `data-text`, or else the page's address. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    button?.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(this.dataset["text"] ?? location.href);
        button.textContent = "Copied";
      } catch {
        button.textContent = "The browser refused";
      }
    });
  }
}

customElements.define("copy-link", CopyLink);
