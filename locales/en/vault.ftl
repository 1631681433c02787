# The vault of a civil society organisation, and the notes that are sealed to it

nav-vault = Vault

kind-note-written = A note was written
kind-vault-made = The vault for notes was made
kind-vault-shared = The vault was shared with a colleague
kind-vault-unshared = A colleague holds the vault no longer
act-note-written = Write a note
act-vault-made = Make the vault
act-vault-shared = Share the vault
act-vault-unshared = End that somebody holds the vault

code-subject-notes = Notes
code-part-vault = Vault
code-retention-notes = As the organisation says, a year after the end of the referral at most
code-credential-vault-passphrase = Passphrase of the vault
code-list-name-notes = Notes
code-list-name-vault = Vault

not-possible-no-vault = The organisation has no vault for notes, or it is another one. Ask your manager to make it.
not-possible-last-holder = Nobody else holds the vault: every note would be lost. Share it with somebody first.
not-possible-vault-closed = The vault is closed in this session. Open it with your passphrase and try again.
not-possible-no-passphrase = A passphrase must be chosen first, on the page of the vault.

vault-title = Vault
vault-lead = Notes of your organisation are sealed here. Neither the prison nor whoever runs this installation can open them: only those of you who hold the vault, each with a passphrase that is kept nowhere.
vault-demo = In this demonstration the passphrase of everybody is: { $passphrase }
vault-own = Your own key
vault-own-no-key = You have chosen no passphrase yet. Choose one; then a colleague who has the vault open shares it with you.
vault-own-none = You have chosen a passphrase. Your organisation has no vault yet: a manager makes it.
vault-own-waits = You have chosen a passphrase. Now a manager who has the vault open must share it with you.
vault-passphrase = Passphrase of the vault
vault-passphrase-title = Choose a passphrase
vault-passphrase-choose = Choose a passphrase
vault-passphrase-new = Choose another passphrase
vault-passphrase-lead = Choose a sentence that only you know, twelve characters at least. Nobody can give it back to you: not the prison, not whoever runs this installation. If you forget it, choose another one and ask a colleague to share the vault with you again. Whoever changes a passphrase loses the vault until then.
vault-passphrase-again = The same again
vault-passphrase-save = Keep this passphrase
vault-passphrase-differs = The two are not the same. Type both again.
vault-passphrase-password = This is your password. Others could have it set anew; choose something else.
vault-closed = The vault is closed
vault-closed-text = Type your passphrase to read. The vault stays open for fifteen minutes, in this browser alone.
vault-open = Open the vault
vault-close = Close the vault now
vault-open-until = The vault is open until { $hour }
vault-not-right = This is not the passphrase of your key. Try again.
vault-too-many = Too many tries. Wait until { $hour }; if you forgot it, choose another passphrase.
vault-make = Make the vault
vault-make-text = Notes can be written once there is a vault. You will be its first holder. Share it with a colleague as soon as you can.
vault-holders = Who holds it
vault-holders-text = Whoever holds the vault reads notes only of people they work with. To share it you must have it open.
vault-lonely = Only one person holds the vault. If that passphrase is forgotten, every note is lost for good. Share it with somebody.
vault-holds-no-key = No passphrase chosen
vault-holds-waits = Waits for the vault to be shared
vault-holds-since = Holds it since { $at }
vault-share = Share the vault
vault-unshare = End

notes-title = Notes
notes-lead = For you, and whoever carries this referral after you. They are sealed to the vault of your organisation and never leave it. They are not the place for what is urgent: if somebody is in danger, ring the number of the offer.
notes-no-vault = There is no vault yet
notes-no-vault-text = Notes are sealed to a vault, and your organisation has none. A manager makes it.
notes-not-shared = The vault is not shared with you
notes-not-shared-text = You can write, but not read. Choose a passphrase and ask a manager who has the vault open to share it with you.
notes-write = Write a note
notes-text = Note
notes-text-hint = What you need to remember to do your work well. No guesses about danger, no names of others in prison. It cannot be changed afterwards; write another one instead.
notes-save = Seal the note
notes-empty = Nothing was written. Write the note and send it again.
notes-too-long = A note has { $max } characters at most. Write the rest as a second one.
notes-control = The text has a character that cannot be kept. Copy it without formatting.
notes-sent-before = This form was sent before. If your note stands below, you need not send it again; if not, send it now.
notes-count =
    { $count ->
        [0] No notes
        [one] One note
       *[other] { $count } notes
    }
notes-none = Nothing has been written about this referral.
notes-somebody = A colleague
notes-own = You
notes-closed = Sealed. Open the vault to read it.
notes-unreadable = Sealed to another vault. Nobody here can read it.
notes-looks = Who opened these notes
notes-looks-text = Everybody of your organisation who opened this page since the first note. Nobody else can.
notes-looks-count =
    { $count ->
        [0] Nobody opened them yet
        [one] Opened once
       *[other] Opened { $count } times
    }
notes-look-at = When
notes-look-by = Who
notes-link = Notes of your organisation
notes-link-text = Sealed to your vault; nobody outside it reads them.
