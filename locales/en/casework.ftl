# Cases, what can be done with them, findings, rules, the record.

# A case
casework-no-name = The name is not open to you
casework-some-org = another organisation
casework-somebody = a colleague
casework-died = Died in custody
casework-released-on = Released on
casework-release-expected = Release expected on
casework-languages = Speaks { $spoken }; papers in { $reads }
casework-sections = Sections of this case
casework-section-overview = Overview
casework-section-assessment = Assessment
casework-section-plan = Plan
casework-section-consents = Consents
casework-section-referrals = Referrals
casework-section-measures = Measures
casework-section-release = Release
casework-section-safeguards = Safeguards
casework-section-timeline = What happened
casework-section-looks = Who has seen this
casework-title-overview = Case
casework-title-assessment = Case: assessment
casework-title-plan = Case: plan
casework-title-consents = Case: consents
casework-title-referrals = Case: referrals
casework-title-measures = Case: measures
casework-title-measure = Case: one measure
casework-title-release = Case: release
casework-title-safeguards = Case: safeguards
casework-title-timeline = Case: what happened
casework-title-looks = Case: who has seen this
casework-title-do = Case: what you can do
casework-note-measures = { $count } in force
casework-note-safeguards = { $count } open
casework-note-referrals = { $count } waiting
casework-record = Record what happened
casework-record-text = A record is always taken, also when it is late or looks wrong. You can say when it happened.
casework-decide = Propose a decision
casework-decide-text = A decision takes effect by being recorded. A safeguard can refuse it, with the reason and what would remedy it.
casework-do = What you can do
casework-do-nothing = There is nothing for you to do here now.
casework-do-nothing-text = You may read this case. What is recorded or decided comes from others.
casework-report-lead = You record what happened. Nothing here is judged. What is recorded stays; a mistake is corrected by another entry.
casework-keeping-lead = You say how long this file is kept, or what in it does not belong there. That you said so stays on record.
casework-decision-lead = You take a decision. It takes effect when you send it, unless a safeguard stops it.
casework-moved = Not done yet: somebody recorded something while you wrote.
casework-moved-text = Your answers are kept below. Look at what is new, then send them again if they still fit.
casework-moved-see = See what is new
casework-moved-short = Somebody recorded something in this case while you wrote. Check your answers and send them again.
casework-nothing = Nothing recorded yet.
casework-rule-set = Rule set { $version }
casework-clock-set = { $limit }, set by the service where the text has only a word.
casework-breach-over = Breach, over
casework-semicolon = ;{" "}
casework-to = to

# Steps
casework-step-done = done { $day }
casework-step-due = { $day }
casework-stands = Step { $number } of 7: { $step }.
casework-stands-closed = This case is closed.
casework-stands-next = The next plan review is due on { $day }.
casework-stands-computed = These steps follow from what was recorded; nobody sets them by hand.

# People
casework-people = People
casework-involved = Who is involved now
casework-before = { $count ->
    [one] Before: { $count } entry
   *[other] Before: { $count } entries
}
casework-carries-since = carries the file since { $day }
casework-carried = carried the file, { $from } to { $until }
casework-nobody = Nobody carries this file yet.
casework-looks-all = { $count ->
    [one] { $count } look
   *[other] All { $count } looks
}
casework-looks-person = The person can ask for this list, and gets it in their own language.
casework-looks-text = Every opening and every print is written down before the page is shown. Names are given through oversight.
casework-looks-for = { $purpose }: { $parts }
casework-looks-empty = Nobody has opened this file before you.
casework-you-opened = You opened this file
casework-you-printed = You printed a part of it
casework-other-opened = { $capacity }, { $org }: opened
casework-other-printed = { $capacity }, { $org }: printed

# What happened
casework-timeline-filter = Filter what happened
casework-timeline-empty = Nothing of this kind is on record.
casework-topic-all = All
casework-topic-custody = Custody
casework-topic-file = File
casework-topic-assessment = Assessment
casework-topic-plan = Plan
casework-topic-consent = Consent
casework-topic-referral = Referral
casework-topic-measure = Measure
casework-topic-release = Release
casework-topic-finding = Safeguard
casework-topic-handover = Handover
casework-by-itself = by the installation itself
casework-known-since = Recorded only on { $day }
casework-contradiction = This does not fit what was recorded before. It waits for a correction.
casework-older = { $count ->
    [one] Older: { $count } entry
   *[other] Older: { $count } entries
}

# Assessment
casework-assessment-empty = Needs are asked in the first hours and assessed soon after. A plan can begin only from there.
casework-assessment-now = Assessment that counts now
casework-assessment-before = Earlier assessment
casework-first-hours = The first hours
casework-need = Need
casework-looked-after = Looked after?
casework-note = Note
casework-spoken = Spoken in { $language }.
casework-needs = Needs that follow
casework-facts = Facts
casework-facts-caption = What is so, who says it, and of which day it is true.
casework-fact = Fact
casework-source = Source
casework-true-of = True of
casework-judgements = Judgements
casework-judgements-caption = What somebody thinks, on what basis, and when it must be looked at again.
casework-judgements-none = No judgement was recorded.
casework-judgement = Judgement
casework-basis = Basis
casework-look-again = Look again by
casework-strengths = What protects and helps
casework-contested = The person contests it

# Plan
casework-plan-version = Plan, version { $number }
casework-plan-empty = There is no plan yet. It begins from assessed needs, and has a release section from its first version.
casework-plan-older = Earlier versions
casework-plan-open = The whole plan
casework-plan-print = Put the plan on paper for the person
casework-plan-release = Life after release
casework-plan-release-empty = This version says nothing about life after release. The rule asks for it from the first plan on.
casework-said-agreed = on agreeing,
casework-said-disagreed = on not agreeing,
casework-said-wants = on what they want,
casework-agreed = The person agreed
casework-disagreed = The person did not agree
casework-disagreed-text = This counts against nobody. The plan can be changed.
casework-not-answered = No answer yet
casework-not-asked = The person has not been asked
casework-ask-again = They will be asked again on { $day }.
casework-approved = Approved
casework-not-approved = Waits for approval
casework-returned = Returned to its author
casework-review-on = Review due on { $day }
casework-review-held = Review of { $day }
casework-review-outcome = Decided
casework-review-present = Present
casework-review-dissent = Seen differently
casework-review-next = Next review
casework-goals = Goals in the plan
casework-goal = Goal
casework-step-next = Next step
casework-helper = Who helps
casework-state = State
casework-goal-under-way = Under way
casework-goal-reached = Reached
casework-goal-on-hold = On hold
casework-goal-dropped = No longer pursued
casework-goal-record = Record a step
casework-goal-refer = Ask an organisation
casework-refer-hint = A goal can be offered to an organisation outside, if the person consents.
casework-lost-no-blame = { $count ->
    [one] One place was lost through a measure. It does not count against the person.
   *[other] { $count } places were lost through a measure. They do not count against the person.
}
casework-release-home = Where, and with whom
casework-release-living = Work, education, means
casework-release-ties = Ties to keep
casework-release-agency = Agency consulted

# Consents and referrals
casework-consents-text = A consent is a veto in the person’s hand: nothing is shared without it, and no is taken without consequence.
casework-consents-empty = The person has not been asked. Nothing can be shared with an organisation before.
casework-consent-none = Nobody
casework-consent-refused = The person said no
casework-consent-refused-text = It has no consequence for them.
casework-consent-holds = Holds
casework-consent-withdrawn = Withdrawn
casework-consent-over = No longer holds
casework-consent-until = { $org }, until { $day }
casework-receiver = Receiver
casework-purpose = For what
casework-shared = What may be shared
casework-until = Until
casework-explained = Explained by { $who }, in { $language }
casework-service = Service
casework-begun = Begun
casework-next-session = Next session
casework-referrals-empty = No organisation has been asked. A referral begins from a goal of the approved plan.
casework-referrals-from-plan = Choose a goal
casework-refer-no-consent = No consent holds now.
casework-refer-no-consent-text = Ask the person first. If they say no, nothing is sent, and nothing happens to them.
casework-refer-preview = What the receiver will see
casework-refer-preview-lead = Read it with the eyes of { $org }. Nothing has been sent yet.
casework-refer-offer = At once: the offer
casework-refer-offer-text = The people who answer offers see this and nothing else.
casework-refer-package = After they accept: the package
casework-refer-package-text = Only those who carry the referral see this, and only until its last day.
casework-refer-confirm = Send the offer to { $org }
casework-refer-change = Change something

# Measures
casework-measure-solitary = Solitary confinement
casework-measure-separation = Separation from others
casework-measure-observation = Closer observation
casework-measure-activities-limited = Fewer activities
casework-measure-contact-limited = Fewer contacts with outside
casework-measure-running = { $what }: day { $day }
casework-measure-since = In force since
casework-measure-end = Planned end:
casework-measure-end-passed = The planned end has passed:
casework-measure-open = The measure, its five answers and its clock
casework-measure-ended = Ended
casework-measure-past-end = Past its planned end
casework-measure-in-force = In force
casework-not-known = Not known
casework-measures-none = No measure.
casework-measures-empty = No restriction is on record for this person. If you find one in force, record it at once.
casework-measure = Measure
casework-from = From
casework-planned-end = Planned end
casework-lasted = Lasted
casework-circumstances = Circumstances that protect or help
casework-decided-by = Decided by
casework-found-by = Found in force by
casework-clock = The clock
casework-time-used = Time used
casework-limit-reached = Limit reached
casework-clock-title = Time against the limit of 15 days
casework-clock-day = Day { $day }
casework-post-review = Review held, { $day }
casework-post-end = Planned end, { $day }
casework-post-asked = As asked, { $day }
casework-days-table = The same in a table: regime, contact, health visits
casework-days-caption = Stretches with a complete record, newest first. Door checks, meals and escorts are not contact.
casework-from-to = From, to
casework-without-contact = Without contact
casework-contact = Meaningful contact
casework-no-contact = No contact is on record in this stretch
casework-health-visit = Seen by the health service
casework-regime-none = No day has a complete record
casework-question-1 = 1. Is it about this person?
casework-question-2 = 2. Is it the least that works?
casework-question-3 = 3. Is there a lawful reason?
casework-question-4 = 4. Would anyone else be treated the same?
casework-question-5 = 5. Does it fit age, sex and health?
casework-legal-basis = Legal basis
casework-authorised-by = Authorised by
casework-review-by = Independent review by
casework-found = The five questions have no answer here
casework-found-text = This measure was found in force. Nobody has recorded why it was decided, so nothing of it counts as met.
casework-extensions = Was it made longer?
casework-extensions-none = No. It ends as first planned, or earlier.
casework-extended-until = Extended until
casework-person-says = What the person says
casework-review-asks = The review asks:
casework-not-heard = No independent review is on record yet. The person’s view is not known.
casework-costs = What it costs, and what goes on
casework-goes-on = What goes on
casework-lost = Lost
casework-lost-none = No lost place is on record.
casework-a-service = A service
casework-not-counted = The place was lost through the measure. It does not count against the person.

# Release
casework-what = What
casework-how = How
casework-arranged = Arranged
casework-release-items = What must be arranged
casework-release-arranged = { $arranged } of { $all } things are arranged.
casework-release-empty = Papers, a home, means to live and the journey are arranged before the gate opens. Work on it may start at any time.
casework-release-open = Release and handover
casework-copy-offered = A copy of the file was offered on
casework-handover = Handover
casework-handover-empty = Nobody outside has been asked to take over. The duty of society does not end at the gate.
casework-handover-accepted = Accepted
casework-handover-returned = Returned
casework-handover-waits = Waits for an answer
casework-handover-summary = What they were told
casework-answer-by = Answer by { $day }
casework-offered-on = Offered on
casework-taken-by = Taken over by
casework-first-meeting = First meeting
casework-why = Why
casework-contacts = Contacts after release
casework-contacts-empty = They begin when the person has been released.
casework-contacts-due = The person is out. Somebody should reach them within 72 hours.
casework-first-contact-clock = First contact within 72 hours of release.

# Safeguards
casework-safeguards-sentence = { $met } met, { $breach } in breach, { $undetermined } undetermined.
casework-safeguards-nothing = No rule that is checked here asks anything of this file so far.
casework-safeguards-text = What is not recorded is never counted as met. A finding says what the record shows; it is no verdict on anyone.
casework-safeguards-open = All safeguards of this case
casework-no-finding = No open finding.
casework-no-finding-text = Every rule that applies is met by what is on record.
casework-all-rules = All rules and how they are checked
casework-since = Since
casework-known-only = Known only since
casework-over-since = Over since
casework-coverage = { $recorded } of { $closed } full days have a complete record.
casework-without-facts = The facts behind it belong to a part that is not open to you.
casework-remedy = What would remedy it

# Refused by a safeguard
refused-title = Not done: a safeguard forbids it
refused-heading = Not done. A safeguard forbids it: { $rule }
refused-lead = You asked: { $what }, for { $name }. Nothing has changed. That you asked is on record, as every attempt is.
refused-stop = What stops it
refused-would-breach = Would be a breach
refused-remedy = What would remedy it
refused-no-later = An end no later than
refused-ceiling = That is a ceiling, not a target: the time must be as short as it can be.
refused-nobody-waives = Nobody can waive this rule, at any level.
refused-do = What you can do now
refused-do-text = If you leave it, everything stays as it was. Whatever happens on the wing can always be recorded: a safeguard stops decisions, never records.
refused-leave = Leave it as it is
refused-form-below = To change it, your answers are below as you left them.

# First page
home-title = Today
home-find = Find a case
home-find-hint = Name or case number, three letters at least
home-find-button = Find
home-waiting = { $count ->
    [0] Nothing waits for you.
    [one] One thing waits for you.
   *[other] { $count } things wait for you.
}
home-late = { $count ->
    [one] One is overdue.
   *[other] { $count } are overdue.
}
home-wait = What waits for you
home-search = Cases
home-beside = Limits and search
home-limits = Closest ends
home-limits-none = No measure is in force.
home-limits-none-text = Nobody whose case you see is under a restriction now.
home-limits-legend = A planned end is no right to use the time up: a measure ends as soon as its reason does.
home-no-end = No planned end is known
home-end-in = Planned end in { $span }
home-end-late = { $span } past its planned end
home-more = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
home-queue-needs-decision = Needs my decision
home-queue-offered-to-us = Offered to us
home-queue-due-this-week = Due this week
home-queue-overdue = Overdue
home-queue-returned = Returned to me
home-queue-safeguards = Safeguards on my cases
home-none-needs-decision = Nothing waits for a decision of yours.
home-none-offered-to-us = No offer waits for an answer.
home-none-due-this-week = Nothing is due in the next seven days.
home-none-overdue = Nothing is late.
home-none-returned = Nothing has come back.
home-none-safeguards = No open finding.
home-why-unallocated = Nobody carries it
home-why-plan-to-approve = Plan to approve
home-why-person-to-ask = Person to ask
home-why-to-plan = Plan to make
home-why-handover-to-answer = Handover to answer
home-why-review = Plan review
home-why-measure-end = End of a measure
home-why-release = Release
home-why-first-contact = First contact
home-why-plan-returned = Plan returned
home-why-handover-returned = Handover returned
home-why-breach = Breach
home-why-undetermined = Undetermined
home-no-case = Your work is with the installation and its people. You open no case.
home-places = What you look after
home-admin-accounts = Propose, confirm and end accounts. Two administrators are needed for each.
home-org-accounts = Propose and end accounts of your organisation.
home-admin-organisations = Register organisations and give mandates to oversight bodies.
home-admin-services = What is offered to people in prison, by whom.
home-admin-log = How anybody can check that nothing was changed.
home-directory = Who works with this installation, and how to reach them.
home-rules = What the United Nations rules ask, and how it is checked here.

# Cases
cases-total = { $count ->
    [0] No case.
    [one] One case that you may open.
   *[other] { $count } cases that you may open.
}
cases-total-over = More than { $count } cases that you may open. Narrow the list, or search by name or number.
cases-list = Cases
cases-filter = Filter cases
cases-all = All
cases-mine = Mine
cases-name = Name
cases-step = Step
cases-carried = Carried by
cases-review = Plan review
cases-notes = To see
cases-nobody = Nobody yet
cases-measures = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
}
cases-breaches = { $count ->
    [one] { $count } breach
   *[other] { $count } breaches
}
cases-undetermined = { $count } undetermined
cases-before = Before
cases-next = Next
cases-page = Page { $page } of { $pages }
cases-page-of-more = Page { $page } of a list that goes on
cases-name-loading = Name is being loaded
cases-loading = Names are still being opened. A search may not find everybody yet. Try again in a moment.
cases-short = Three letters at least.
cases-short-text = Type more of the name or the case number.
cases-none = No case here.
cases-none-text = No case that you may open stands at this step.
cases-none-found = Nobody found.
cases-none-found-text = Among the cases that you may open, no name or number holds these letters.
cases-return-lead = For somebody who was released, comes back, and is held by no prison. The old file goes on once a second person has recorded the same return within seven days. Every question is on record.
cases-return-nobody = No file of a released person has this number. Check it; if the person never had a file, record an admission.

# Findings
findings-title = Findings
findings-lead = A finding says what the record shows against a rule. It is not a verdict on anyone.
findings-verify = Verify the record
findings-sum = How the rules stand
findings-three = Three answers, never two: what is not recorded is undetermined, and stays in the count.
findings-coverage = Cases checked: { $checked } of { $cases }, against { $rules } rules. Undetermined: { $undetermined }. Breaches: { $breach }.
findings-rule = Rule
findings-limit = Limit
findings-filter = Filter findings
findings-all = All
findings-none-text = Every rule that applies is met by what is on record, in every case that you may see.
findings-case = Case
findings-outcome = Outcome
findings-since = Since
findings-known = Known since
findings-caption = Undetermined first: a record can still be made today. What this page shows you is written to the record of looks.

# Rules
rules-title = Rules
rules-lead = What the rules of the United Nations ask, and how it is checked here. Told in our own words; the text itself decides.
rules-data = Where the facts come from
rules-check-c-text = The text itself is computed.
rules-check-c-clock = Computed with a clock that the service has set, because the text has only a word.
rules-check-c-proxy = It is checked that a record exists. Its quality is not judged.
rules-k-episode-gap = Two stretches closer to each other than { $length } are shown as one pattern.
rules-k-solitary-alert = First warning after { $length }.
rules-k-solitary-last-alert = Last warning after { $length }.
rules-k-plan = A plan within { $length } of admission.

# Verify
verify-title = The record
verify-lead = Everything that is done here, and every look, stands in one record that can only grow. Anybody can check it.
verify-what = What it is
verify-what-text = Each entry is sealed and commits to all entries before it. If one were changed or taken away, the sums would no longer fit.
verify-what-not = What is public holds no name, no case and no place in anybody’s file: only sums.
verify-checkpoint = Newest checkpoint
verify-checkpoint-text = It says how many entries there are and signs their sum. Keep a copy: later ones must contain it.
verify-checkpoint-link = The checkpoint as a file
verify-key = Key
verify-key-text = With this key anybody can see that a checkpoint comes from this installation.
verify-key-link = The key as a file
verify-how = How to check
verify-how-paper = A paper with a code: scan it, or add the code to the address /log/proof/. The proof shows that what is on the paper stands in the record.
verify-how-copy = A copy of the record: this program checks it on any computer, without this installation.

# The plan on paper, in the person’s own voice
paper-plan-title = My plan
paper-plan-keep = This copy is mine to keep.
paper-plan-approved = Approved on { $day }
paper-plan-draft = Not approved yet
paper-plan-where = Where I am
paper-plan-here = I am at this step: { $step }.
paper-plan-home = The earliest day I can go home is { $day }.
paper-plan-do = What I do, and who helps
paper-plan-goal = My goal
paper-plan-step = My next step
paper-plan-helper = Who helps me
paper-plan-lost = I lost a place because I was kept apart. This does not count against me.
paper-plan-after = When I am out
paper-plan-rights = What I can always do
paper-right-change = Say that I do not agree, or ask to change the plan. I will not be punished for it.
paper-right-no = Say no to a programme, or to sharing something about me. Nothing happens to me if I do.
paper-right-complain = Complain, also to somebody outside this prison.
paper-right-read = Read my file, and see who has looked at it and why.
paper-right-copy = Get a copy of my file when I leave.
paper-right-lawyer = Speak with a lawyer, and stay in touch with my family.
paper-plan-say = What I want to say on { $day }
paper-plan-signed = We have read this plan together
paper-plan-coordinator = case manager
paper-plan-interpreter = Interpreter, date
paper-plan-real = Is this my real plan?
paper-plan-check = Anyone I trust can check it with this code. It shows that nothing was changed. It does not show my name.
paper-plan-code = Code with the address of the proof
paper-plan-printed = Printed { $when }, by { $who }. The printing is on record.
paper-plan-back = Back to the plan
paper-plan-proof = The proof
