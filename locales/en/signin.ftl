# Proving oneself again, own sign-ins, recovery, passkeys, and the clock that was put forward or back.
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
code-credential-passkey = Passkey
kind-account-factor-given = Proved themselves again
kind-account-sessions-ended = Ended own sessions
