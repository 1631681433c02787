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
vault-holders-text = Whoever holds the vault reads notes only of people they work with. To share it you must have it open; ask your colleague in person first, for whoever had an account set anew looks here like anybody else.
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

# What leaves an organisation about the person

kind-referral-welfare-noted = A note on welfare was sent
kind-referral-danger-disclosed = A danger to life was disclosed
kind-referral-danger-answered = What was done about a danger was recorded
act-referral-welfare-noted = Send a note on welfare
act-referral-danger-disclosed = Disclose a danger to life
act-referral-danger-answered = Record what was done
code-attendance-unsaid = It did not take place; why stays with the organisation
code-hold-reason-unsaid = Why stays with the organisation
code-withdraw-reason-unsaid = Why stays with the organisation
code-danger-own-life = Danger to the person’s own life
code-danger-other-life = Danger to somebody else’s life or body
code-danger-child = Danger to a child
not-possible-cause-stays-inside = For this service the reason stays with your organisation. Choose the answer that says so; what you need to remember goes into a note.
not-possible-not-agreed = Only words that the person agreed to are sent. Talk about it first; if a life is in danger, disclose the danger instead.
not-possible-delay-needs-reason = Say by which day the person will be told, and why not before.
not-possible-danger-unknown = There is no such disclosure in this referral. Open it again from its page.
not-possible-own-disclosure = Whoever received the disclosure answers it, not the organisation that made it.
f-referral-welfare-noted-asked = What should the prison do?
f-referral-welfare-noted-asked-hint = In words that the person has heard and agreed to. Nothing else is sent.
f-referral-welfare-noted-agreed = Did the person agree to these words, and that they are sent?
f-referral-welfare-noted-agreed-hint = If not, nothing can be sent.
f-referral-welfare-noted-submit = Send the note
f-referral-danger-disclosed-what = What is the danger?
f-referral-danger-disclosed-danger = From what must somebody be kept?
f-referral-danger-disclosed-facts = What was said or seen?
f-referral-danger-disclosed-facts-hint = Facts alone, as short as they can be. No guess about the person, nothing else of what was said.
f-referral-danger-disclosed-told = Whom did you tell by voice?
f-referral-danger-disclosed-told-hint = Ring first: a page is read later. Their post is enough.
f-referral-danger-disclosed-told-at = When?
f-referral-danger-disclosed-person = Does the person know?
f-referral-danger-disclosed-person-told = Have you told the person that you disclose this?
f-referral-danger-disclosed-person-told-hint = They are told before or at once, unless that would bring the danger about.
f-referral-danger-disclosed-tell-by = If not: by which day will they be told?
f-referral-danger-disclosed-tell-by-hint = Needed only if the person was not told.
f-referral-danger-disclosed-why-later = Why not before?
f-referral-danger-disclosed-why-later-hint = Needed only if the person was not told.
f-referral-danger-disclosed-submit = Disclose the danger
f-referral-danger-answered-done = What was done?
f-referral-danger-answered-done-hint = The organisation that disclosed it, and oversight, read this.
f-referral-danger-answered-submit = Record it
referral-welfare = Asked for the person
referral-danger = A danger to life
referral-danger-what = Danger
referral-danger-facts = Said or seen
referral-danger-told = Told by voice
referral-danger-person = The person
referral-danger-person-told = Knows that this was disclosed
referral-danger-person-later = Will be told by
referral-danger-answered = Answered
referral-danger-waits = Waits for an answer
referral-danger-done = What was done
home-dangers = A danger to life was disclosed
home-dangers-text = A service learnt of it and told somebody by voice. Read it, do what is needed, and record what was done.
casework-refer-there = There is a referral to this service already
casework-refer-there-text = It has not ended. Send another one only if it is meant so.
casework-refer-there-link = Open it
not-possible-two-offers-open = Two offers for this need wait for an answer already. Wait for one of them, or end it first.
