/** A button that copies the page's address. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    button?.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        button.textContent = "Link copied";
      } catch {
        button.textContent = "The browser refused";
      }
    });
  }
}

customElements.define("copy-link", CopyLink);
