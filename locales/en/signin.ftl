# Proving oneself again, own sign-ins, recovery, and the clock that was put forward or back.
step-up-title = Show once more that it is you
step-up-lead = What you want to do needs a second factor given just now. It holds for five minutes, and it is on record.
step-up-kept = What you typed is kept. You can send it right after.
step-up-hint = A code not used before: the next six digits of your telephone or token, or the next unused code of your card.
step-up-go = Go on
step-up-demo = Go on without a code (demonstration)
step-up-back = Go back without it
step-up-not-right = This code is not right, or was used before. Wait for the next one, or take the next of your card.
step-up-done = It is you
step-up-done-text = For { $minutes } minutes nothing asks again. What you typed has not been sent yet.
step-up-send = Send it now
trouble-needs-fresh = Show once more that it is you
trouble-needs-fresh-text = This needs a second factor given just now.
code-refusal-reason-needs-fresh = A fresh second factor was missing
kind-account-factor-given = Proved themselves again
kind-account-sessions-ended = Ended own sessions
code-refusal-reason-clock-stepped = The clock could not be relied on
not-possible-own-account = Nobody gives their own account new credentials. Two others do it for you.
not-possible-other-capacity = It was asked for by an administrator in another capacity. Somebody in the same capacity confirms.
kind-account-recovery-asked = New credentials were asked for
kind-account-recovery-confirmed = New credentials were confirmed
kind-account-recovery-refused = New credentials were refused
kind-installation-clock-step-noticed = The clock jumped
kind-installation-clock-stepped = A jump of the clock was explained
kind-installation-clock-step-confirmed = The clock was confirmed
act-account-recovery-asked = Ask for new credentials
act-account-recovery-confirmed = Confirm new credentials
act-account-recovery-refused = Refuse new credentials, or take them back
act-installation-clock-stepped = Say why the clock jumped
act-installation-clock-step-confirmed = Confirm the clock
f-account-recovery-asked-reason = What was lost, and how do you know that it is the holder who asks?
f-account-recovery-asked-reason-hint = For example: lost the telephone; came in person; known to the head of the wing.
f-account-recovery-asked-submit = Ask for them
f-account-recovery-confirmed-submit = Confirm, and show the second factor once
f-account-recovery-refused-reason = Why?
f-account-recovery-refused-submit = Refuse it
f-installation-clock-stepped-reason = What happened, and against what did you check the clock?
f-installation-clock-stepped-reason-hint = Set the clock of the machine right first.
f-installation-clock-stepped-submit = Record it
f-installation-clock-step-confirmed-submit = The clock is right: go on
accounts-draw-password = Print the one-time password
accounts-draw-factor = Print the second factor
accounts-draw-lead = This is one half of what opens the account; another administrator has the other. It is shown once and stored nowhere: have a printer or an envelope ready.
accounts-draw-now = Show it once
accounts-recovery = New credentials
accounts-recovery-lead = For somebody who lost a password, a telephone or a card. Another administrator confirms. Then everything the account could sign in with is gone, and each of you hands over one half of the new.
accounts-recovery-another = You asked for new credentials: another administrator confirms
accounts-recovery-back = Take it back
accounts-recovery-confirm = Confirm new credentials
accounts-recovery-confirm-lead = Speak to the person yourself before you confirm. From then on the old password, telephone and card open nothing, and every session ends. You see the new second factor once, on the next page.
accounts-recovery-refuse = Refuse new credentials
accounts-recovery-refuse-lead = Nothing changes for the account. Your reason stays on record.
slip-half-password = The one-time password: one half. This page is shown once and stored nowhere. Print it now, or write it down.
slip-half-factor = The second factor: one half. This page is shown once and stored nowhere. Print it now, or write it down.
slip-own-title = Your new second factor
slip-own = This page is shown once and stored nowhere. What you had before no longer works.
slip-own-after = Keep it apart from your password. If you lose it, end it on the page of your sign-ins.
sign-ins-title = My sign-ins
sign-ins-lead = Where you are signed in, what you prove yourself with, and what happened to your account.
sign-ins-factors = Second factors
sign-ins-factors-lead = A new one needs a second factor given just now. Codes of a hardware token are typed like those of a telephone.
sign-ins-telephone = Set up
sign-ins-none = None
sign-ins-codes-left = { $count ->
    [0] No code left
    [one] One code left
   *[other] { $count } codes left
}
sign-ins-factor-new = Set it up
sign-ins-factor-renew = Replace it
sign-ins-factor-end = End it
sign-ins-card-first = Have a card with codes first: if the new telephone did not work, you could not sign in.
sign-ins-last-factor = This is your last second factor. Set up another one first.
sign-ins-sessions = Where you are signed in
sign-ins-this-one = (this one)
sign-ins-when = since { $begun }, last used { $seen }
sign-ins-client = { $program }, { $device }
sign-ins-end = End it
sign-ins-end-others = End all others
sign-ins-events = What happened to your account
sign-ins-events-count = { $count ->
    [one] The last entry
   *[other] The last { $count } entries
}
sign-ins-event-at = When
sign-ins-event-what = What
sign-ins-event-by = By
sign-ins-by-nobody-else = You, or the system
few-codes-title = Few codes left on your card
few-codes-text = { $count ->
    [0] No code is left. Print a new card now.
    [one] One code is left. Print a new card while you can.
   *[other] { $count } codes are left. Print a new card while you can.
}
recovered-title = Your account was given new credentials
recovered-text = On { $at } two administrators gave your account new credentials. If you did not ask for it, tell oversight at once.
recovered-known = I know of it
code-client-program-firefox = Firefox
code-client-program-chrome = Chrome
code-client-program-edge = Edge
code-client-program-safari = Safari
code-client-program-other = another program
code-client-device-telephone = telephone
code-client-device-tablet = tablet
code-client-device-computer = computer
code-client-device-unknown = unknown device
trouble-clock-stepped = Not decided: the clock jumped
trouble-clock-stepped-text = The clock of the system jumped, and nobody can rely on times and limits until two administrators have said why. What happened can be reported all the same.
clock-banner = The clock jumped. Nothing is decided until two administrators have said why; reports go on.
clock-banner-link = The clock
clock-title = The clock
clock-steady = The clock goes as time passes. Nothing waits.
clock-waits = You said why it jumped. Another administrator confirms.
clock-what = What was noticed
clock-step = Jump
clock-back = { $span } back
clock-ahead = { $span } ahead
clock-goes-on = The record goes on from
clock-stepped-lead = The clock of the machine jumped against the time that passed. Set it right, then say what happened. Another administrator confirms.
clock-confirm-lead = Somebody has said why the clock jumped. Compare it with a clock that you trust, then confirm: decisions go on from what it shows.
