// A device that holds passkeys: the browser's own virtual authenticator, which asks nobody and counts as one that was asked.

/** Plugs a device into a page. It holds passkeys, and its holder proves themselves to it, unless told otherwise. */
export async function plugIn(page, { proves = true } = {}) {
  const session = await page.raw.context().newCDPSession(page.raw);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "usb",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: proves,
      automaticPresenceSimulation: true,
    },
  });
  return new Device(session, authenticatorId);
}

class Device {
  constructor(session, authenticatorId) {
    this.session = session;
    this.authenticatorId = authenticatorId;
  }

  /** The passkeys on it. */
  async passkeys() {
    const { credentials } = await this.session.send("WebAuthn.getCredentials", { authenticatorId: this.authenticatorId });
    return credentials;
  }

  /** Takes in a copy of a passkey that another device has. */
  async takeIn(credential) {
    await this.session.send("WebAuthn.addCredential", { authenticatorId: this.authenticatorId, credential });
  }

  /** Does its holder prove themselves to it from now on? */
  async proves(isUserVerified) {
    await this.session.send("WebAuthn.setUserVerified", { authenticatorId: this.authenticatorId, isUserVerified });
  }
}
