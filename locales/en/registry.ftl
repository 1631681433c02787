# Organisations, accounts, services: who is there, who opens accounts, what is offered.

list-comma = ,{" "}

organisations-title = Organisations
organisations-lead = Who works with this installation, and who may see which prison.
organisations-all = All organisations
organisations-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisations-name = Name
organisations-kind = What it is
organisations-place = Where
organisations-contact = Whom to ring
organisations-register = Register an organisation
organisations-register-lead = A prison, an association, a service, an oversight body. Accounts come after it.
organisations-give-mandate = Record a mandate
organisations-mandate-lead = A mandate opens what a prison holds to an oversight body, by law. It opens nothing else.
organisations-mandate-for = For { $prison }
organisations-which-prison = Which prison?
organisations-no-prison = No prison is registered.
organisations-no-prison-text = A mandate is always for one prison.
organisations-mandates = Mandates
organisations-mandates-text = Each body sees measures, findings and the record of this prison.
organisations-no-mandate = No mandate is recorded.
organisations-no-mandate-text = Until there is one, nobody outside a prison sees its measures and findings.
organisations-mandate-state = Where it stands
organisations-mandate-next = Next step
organisations-mandate-until = until
organisations-mandate-last-day = Last day
organisations-mandate-basis = Rests on
organisations-mandate-which = Which mandate
organisations-mandate-waits = You took the last step. Another administrator has to confirm it.
organisations-mandate-confirm = Confirm
organisations-mandate-end = Propose to end it
organisations-mandate-confirm-end = Confirm the end
organisations-mandate-lead-proposed = Another administrator proposed this. Once you confirm it, the body sees what this prison holds.
organisations-mandate-lead-holds = Oversight loses its sight of this prison when a mandate ends. Another administrator has to confirm it.
organisations-mandate-lead-end-proposed = Another administrator proposed to end this. Once you confirm it, the body sees nothing more of this prison.
organisations-body = Body
organisations-prison = Prison

accounts-title = Accounts
accounts-lead = One administrator proposes, another confirms. Each account has one organisation and one capacity.
accounts-all = All accounts that you administer
accounts-count = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
accounts-name = Name
accounts-sign-in = Name to sign in with
accounts-org = Organisation
accounts-capacity = Acts as
accounts-state = State
accounts-next = What you can do
accounts-is-none = Not proposed
accounts-is-proposed = Proposed
accounts-is-open = Open
accounts-is-disabled = Closed
accounts-confirm = Confirm
accounts-close = Close
accounts-yours = This is yours
accounts-nothing = Nothing
accounts-needs-another = You proposed it: another administrator confirms
accounts-new-lead = An account belongs to one organisation, and can act only as what belongs there.
accounts-new-for = For { $org }
accounts-which-org = For which organisation?
accounts-which = Which account
accounts-sign-in-taken = Somebody signs in with this name already. Choose another one.
accounts-confirm-lead = Check name, organisation and capacity with somebody who knows the person. After this you see their second factor once, on the next page; whoever proposed the account hands over the one-time password. Have a printer or an envelope ready.
accounts-close-lead = Nobody can sign in with it from then on, and whoever is signed in is out at once. What they did stays on record.

slip-title = Slip for a new account
slip-lead = This page is shown once and stored nowhere. Print it now, or write it down, then hand it over in person.
slip-entry = To sign in for the first time
slip-entry-text = The password is for one time and must be used before { $until }. Type the hyphens too.
slip-password = Password
slip-telephone = For the telephone
slip-telephone-text = An application for codes reads the picture. Without a camera, type this.
slip-secret = Secret to type
slip-picture = Picture for the application for codes
slip-picture-text = For the camera of the telephone.
slip-card = Card of codes, for places without telephones
slip-card-text = Forty codes, each for one time. Cross out each one that was used.
slip-hand-over = Hand it over closed, to the person alone, against a signature. Whoever finds it open tells an administrator, who closes the account.
slip-done = It is handed over or printed

services-title = Services
services-lead = What organisations offer to people in prison and after release. None is listed that has been withdrawn.
services-all = All services
services-none = No service is published.
services-none-text = A goal in a plan can be offered to an organisation once it has published what it does.
services-org = Organisation
services-aim = Aim
services-needs = For needs such as
services-languages = Languages
services-place = Where
services-free = Room for
services-places = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
services-full = Full for now
services-publish-lead = The name may be read on a wing: let it say nothing about whoever comes.
services-withdraw-lead = No new offer can be made. What is under way goes on.
