# Who may see a file: restrictions, conflicts of interest

kind-file-restricted = The file was restricted to named people
kind-file-restriction-lifted = The restriction of the file was lifted
kind-file-conflict-declared = A conflict of interest was declared
kind-file-conflict-ended = A conflict of interest ended
act-file-restricted = Restrict this file to named people
act-file-restriction-lifted = Lift the restriction
act-file-conflict-declared = Declare a conflict of interest
act-file-conflict-ended = End a conflict of interest
code-action-restrict = Say who alone may see a file
code-action-declare = Declare a conflict of interest
code-tie-own-person = The file is about this colleague
code-tie-relative = The person is of this colleague’s family or household
code-tie-other = Another reason that stands against fair work
not-possible-not-restricted = This file is not restricted.
not-possible-nobody-to-lift = Nobody you name could lift the restriction. Name a supervisor or the governor, who must not have a conflict of interest here.
not-possible-no-conflict = No conflict of interest of this colleague stands on this file.
not-possible-barred = A restriction or a conflict of interest keeps this colleague from the file. Choose somebody else, or name them in the restriction first.

f-file-restricted-reason = Why must the circle be small?
f-file-restricted-reason-hint = Those you name, and oversight, read this. Say what makes it necessary, not what the person is said to have done.
f-file-restricted-who = Who still sees this file
f-file-restricted-named = Colleague
f-file-restricted-named-hint = Nobody else in this prison will see that the file exists: not in lists, searches, queues or counts. Name also those whose daily work needs it: the case manager, the registrar, health staff. Name a supervisor or the governor, so that somebody can lift it. Oversight keeps its sight, and so do services that carry a referral.
f-file-restricted-named-account = Name
f-file-restricted-submit = Restrict this file
f-file-restriction-lifted-reason = Why is it no longer needed?
f-file-restriction-lifted-submit = Lift the restriction
f-file-conflict-declared-account = Who must not see this file?
f-file-conflict-declared-account-hint = From then on this colleague sees nothing of it, referrals included. If they carry the file, somebody else must be named. You can declare it for yourself; supervisors and the governor also for those they lead.
f-file-conflict-declared-tie = Why?
f-file-conflict-declared-tie-hint = No more is asked. Nothing about the family is written down.
f-file-conflict-declared-submit = Declare it
f-file-conflict-ended-account = Whose conflict of interest is over?
f-file-conflict-ended-reason = Why is it over?
f-file-conflict-ended-submit = End it

sight-title = Who may see this file
sight-text = Besides those whose work it is, nobody. A file can be restricted to named people, and whoever is close to the person declares it and sees nothing of it.
sight-restricted = This file is restricted
sight-restricted-text = Since { $day } only named people in this prison see that it exists. Do not speak of it to others.
sight-restricted-to = Named: { $names }.
sight-restricted-moved = The person came here from another prison. The governor sees the file and names those who need it.
sight-conflicts = Kept from this file
sight-conflict-since = since { $day }
sight-myself = { $name } (you)
sight-do = What you can do
sight-change = Change this

# All files of one case manager to another
reallocate-title = Give all files of one case manager to another
reallocate-lead = For leave, illness, or when somebody moves on. All of them go in one step, with their referrals; whoever carried them no longer does.
f-file-reallocated-from = Whose files?
f-file-reallocated-to = Who carries them from now on?
f-file-reallocated-to-hint = Files that this colleague must not see, by a restriction or a conflict of interest, stay where they are.
f-file-reallocated-submit = Give all of them
reallocate-same = Choose somebody else than the one who carries them now.
reallocate-none = This colleague carries no file that you see.
reallocate-kept-from = This colleague’s files are all such that the other one must not see them. Choose somebody else.
reallocate-moved = Something changed meanwhile, and nothing was given. Send it again.
reallocate-done = The files were given
reallocate-done-text = { $given ->
    [one] One file is carried by the colleague you chose.
   *[other] { $given } files are carried by the colleague you chose.
} { $stayed ->
    [0] None stayed behind.
    [one] One stayed, because this colleague must not see it.
   *[other] { $stayed } stayed, because this colleague must not see them.
}
