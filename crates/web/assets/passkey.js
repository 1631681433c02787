// Passkeys: asks the browser for one, and puts what it says into the form that is sent then. Nothing leaves but by the form.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer ?? []))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

customElements.define("pass-key", class extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    if (location.origin !== this.dataset.origin) return this.show("elsewhere");
    if (!globalThis.PublicKeyCredential) return this.show("unable");
    this.show("able");
    const ask = (event) => {
      event.preventDefault();
      this.ask().catch((error) => this.show(error.name === "InvalidStateError" ? "have" : "failed"));
    };
    const create = this.dataset.ceremony === "create";
    create ? this.form.addEventListener("submit", ask) : this.querySelector("button").addEventListener("click", ask);
  }

  /** What is to be seen: one sentence, or the button, and the button again after a sentence about a try. */
  show(what) {
    const again = ["able", "failed", "have"].includes(what);
    for (const part of this.querySelectorAll("[data-when]")) {
      part.hidden = part.dataset.when !== what && !(again && part.dataset.when === "able");
    }
  }

  async ask() {
    const left = Number(this.dataset.lasts) - performance.now();
    if (left <= 0) return this.show("late");
    const known = (this.dataset.have ?? "").split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));
    const asked = { challenge: bytes(this.dataset.challenge), timeout: Math.floor(left) };
    this.show("able");
    this.send(await (this.dataset.ceremony === "create" ? this.create(asked, known) : this.get(asked, known)));
  }

  async create(asked, known) {
    const { host, installation, holder, name } = this.dataset;
    const { response } = await navigator.credentials.create({
      publicKey: {
        ...asked,
        rp: { id: host, name: installation },
        user: { id: bytes(holder), name, displayName: name },
        pubKeyCredParams: [{ type: "public-key", alg: -7 }],
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        attestation: "none",
        excludeCredentials: known,
      },
    });
    return { client_data: text(response.clientDataJSON), attestation: text(response.attestationObject) };
  }

  async get(asked, known) {
    const { rawId, response } = await navigator.credentials.get({
      publicKey: { ...asked, rpId: this.dataset.host, allowCredentials: known, userVerification: "required" },
    });
    return {
      id: text(rawId),
      client_data: text(response.clientDataJSON),
      authenticator_data: text(response.authenticatorData),
      signature: text(response.signature),
      user_handle: text(response.userHandle),
    };
  }

  /** Sends the form as it stands: what is asked of people who type is not asked here. */
  send(answer) {
    this.form.elements.passkey.value = JSON.stringify(answer);
    this.form.submit();
  }
});
