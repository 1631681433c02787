# The words of every closed list: code-<list>-<value>.

# Custody
code-status-untried = Not yet tried
code-status-convicted = Convicted and sentenced
code-status-civil = Held under civil law
code-status-without-charge = Held without charge

code-sex-female = Female
code-sex-male = Male
code-sex-not-stated = Not stated, or neither

code-circumstance-pregnant = Is pregnant
code-circumstance-with-infant = Has an infant with her
code-circumstance-breastfeeding = Is breastfeeding
code-circumstance-accommodation = Needs an accommodation for a disability
code-circumstance-interpreter = Needs an interpreter
code-circumstance-reading-help = Needs help with reading
code-circumstance-foreign-national = Is not a national of this country

code-closing-reason-aftercare-ended = Aftercare ended as planned
code-closing-reason-aftercare-not-wanted = The person wanted no aftercare
code-closing-reason-not-convicted = Released without conviction
code-closing-reason-left-country = Moved out of the country
code-closing-reason-died = Died

# Assessment
code-immediate-need-safety = Safe from others and from harm
code-immediate-need-health-seen = Seen by the health service
code-immediate-need-family-told = Family told, if the person wishes
code-immediate-need-dependants = Children and dependants cared for
code-immediate-need-lawyer = A lawyer can be reached
code-immediate-need-consulate = Consulate told, if the person wishes
code-immediate-need-informed = Informed in a language they understand
code-immediate-need-property = Home, money and property looked after

code-looked-yes = Yes
code-looked-not-yet = Not yet; somebody has been asked
code-looked-does-not-arise = Does not arise

code-need-area-home = A place to live
code-need-area-work = Work
code-need-area-education = Education and reading
code-need-area-family = Family and children
code-need-area-belonging = People and a place to belong to
code-need-area-dialogue = Talking things through, conflict, anger
code-need-area-support = Psychosocial support
code-need-area-health-care = Health care after release
code-need-area-money-and-papers = Money, debts, papers
code-need-area-leaving-violence = Leaving violence behind
code-need-area-making-good = Making good

# Plan
code-step-state-under-way = Under way
code-step-state-reached = Reached
code-step-state-on-hold = On hold, for a reason outside the person
code-step-state-dropped = No longer pursued

code-review-outcome-goes-on = The plan goes on
code-review-outcome-new-version = A new version is needed

code-no-answer-language = Was not asked in a language they understand
code-no-answer-unwell = Was not well
code-no-answer-away = Was elsewhere: court, hospital, transfer
code-no-answer-later = Wished to answer later
code-no-answer-silent = Said nothing

# Consent
code-shared-part-name = Name and languages
code-shared-part-goals = The goals this service helps with
code-shared-part-visiting = When and how to visit
code-shared-part-release-date = The expected release date

code-consent-by-person = The person
code-consent-by-guardian = A parent or guardian, for a child

# Referral
code-decline-reason-capacity = No capacity just now
code-decline-reason-language = We do not have the language
code-decline-reason-area = Outside our area
code-decline-reason-service = Not a service we give
code-decline-reason-conflict = Someone here knows the person
code-decline-reason-other = Another reason

code-attendance-took-place = It took place
code-attendance-could-not = The person could not come
code-attendance-chose-not = The person chose not to come
code-attendance-logistics = Transport, room, staff, or the practitioner was ill
code-attendance-regime = Regime, separation, transfer or security

code-asked-by-person = The person
code-asked-by-organisation = The organisation
code-asked-by-prison = The prison or the sending service

code-hold-reason-regime = Regime or separation
code-hold-reason-away = Transfer or court
code-hold-reason-unwell = The person is not well
code-hold-reason-person-asked = The person asked for a pause
code-hold-reason-organisation = The organisation cannot for now

code-reached-reached = Reached
code-reached-partly = In part
code-reached-not-reached = Not reached
code-reached-too-early = Too early to say

code-withdraw-reason-person-asked = The person no longer wants it
code-withdraw-reason-away = Transferred or released out of reach
code-withdraw-reason-answered-elsewhere = The need is answered elsewhere
code-withdraw-reason-organisation = The organisation cannot go on

code-referral-state-none = Not offered yet
code-referral-state-offered = Offered, waiting for an answer
code-referral-state-accepted = Accepted, nobody named yet
code-referral-state-assigned = Somebody is named, first meeting comes next
code-referral-state-meeting = First meeting held, sessions follow
code-referral-state-on-hold = On hold
code-referral-state-place-lost = Place lost, not through the person
code-referral-state-ended = Ended

code-referral-end-declined = Declined
code-referral-end-expired = Not answered in time
code-referral-end-concluded = Concluded with a report
code-referral-end-withdrawn = Withdrawn before that

# Measures
code-measure-kind-solitary = Solitary confinement: two hours or less of contact a day
code-measure-kind-separation = Separation from others, with more contact than that
code-measure-kind-observation = Closer observation
code-measure-kind-activities-limited = Fewer activities
code-measure-kind-contact-limited = Fewer visits, calls or letters

code-measure-purpose-own-safety = The person’s own safety
code-measure-purpose-safety-of-others = The safety of others
code-measure-purpose-order = Order, on an individual fact
code-measure-purpose-sanction = A disciplinary sanction, after a hearing

code-contact-kind-association = Time with others in prison
code-contact-kind-visit = A visit
code-contact-kind-family-call = A call with family
code-contact-kind-session = A session or class
code-contact-kind-talk = A talk with staff, a chaplain or a volunteer
code-contact-kind-legal = Lawyer or consul

code-measure-review-end = End it
code-measure-review-ease = Ease it
code-measure-review-go-on = It may go on until its planned end

code-yes-no-yes = Yes
code-yes-no-no = No

# Release
code-release-item-home = A place to live
code-release-item-living = Work, education or means to live
code-release-item-papers = Identity papers
code-release-item-journey = Clothing, money for the first days, the journey
code-release-item-health-care = Health care goes on
code-release-item-family = Family expects them, or knows

code-return-reason-area = Another area
code-return-reason-capacity = No capacity
code-return-reason-incomplete = Something is missing
code-return-reason-conflict = Somebody here knows the person

code-contact-manner-in-person = Face to face
code-contact-manner-telephone = By telephone
code-contact-manner-not-reached = Tried and not reached

code-step-new = New
code-step-assessment = Assessment
code-step-plan = Plan
code-step-services = Services
code-step-review = Review
code-step-release = Release
code-step-aftercare = Aftercare
code-step-closed = Closed

# Organisations and accounts
code-org-kind-prison = Prison
code-org-kind-prison-service = Prison service
code-org-kind-civil-society = Civil society organisation
code-org-kind-probation = Probation
code-org-kind-aftercare = Aftercare
code-org-kind-oversight = Independent oversight
code-org-kind-ministry = Ministry
code-org-kind-united-nations = United Nations entity
code-org-kind-donor = Donor

code-aim-disengagement = Leaving violence
code-aim-support = Support
code-aim-reintegration = Reintegration

code-credential-password = Password
code-credential-totp = Code on a telephone
code-credential-code-card = Printed card of codes

code-sign-in-refusal-not-right = The password or the code was not right
code-sign-in-refusal-not-open = The account is not open
code-sign-in-refusal-too-many = Too many tries

code-capacity-case-manager = Case manager
code-capacity-supervisor = Supervisor of case managers
code-capacity-governor = Governor
code-capacity-custody-officer = Custody officer
code-capacity-registrar = Registrar
code-capacity-health = Health service
code-capacity-independent-reviewer = Independent reviewer
code-capacity-hearing-officer = Hearing officer
code-capacity-cso-manager = Manager, civil society organisation
code-capacity-cso-practitioner = Practitioner, civil society organisation
code-capacity-probation-officer = Probation or aftercare officer
code-capacity-complaint-handler = Complaint handler
code-capacity-monitor = Independent monitor
code-capacity-data-protection = Data protection officer
code-capacity-org-administrator = Administrator of the organisation
code-capacity-system-administrator = Administrator of the installation
code-capacity-analyst = Reader of statistics
code-capacity-exchange-editor = Editor of the exchange of practices
code-capacity-person = The person in prison
code-capacity-legal-representative = Lawyer or other legal representative

# Rights
code-ground-custody = The person is held at your prison
code-ground-allocated = The case is allocated to you
code-ground-offer = The referral is offered to your organisation
code-ground-accepted = Your organisation accepted and has named nobody yet
code-ground-referral = Your organisation carries the referral
code-ground-assigned = You are named for this referral
code-ground-referrer = Your organisation sent the referral
code-ground-handover = A handover is offered to your service
code-ground-aftercare = Your service accepted the handover
code-ground-mandate = Your body has a mandate for this prison
code-ground-own-file = It is your own case, or you answer a request for it
code-ground-legal-mandate = You represent the person
code-ground-emergency = You opened this file in an emergency
code-ground-own-organisation = It is your own organisation
code-ground-own-account = It is your own account
code-ground-installation = It concerns the whole installation

code-part-identity = Identity and place
code-part-sentence = Sentence and legal status
code-part-assessment = Assessment
code-part-plan = Plan and reviews
code-part-consent = Consents and referrals
code-part-offer = The offer, before an answer
code-part-package = What was released to the receiver
code-part-attendance = Attendance and agreed summaries
code-part-notes = Practitioner notes
code-part-measures = Measures and circumstances that limit them
code-part-complaint = Content of a complaint
code-part-complainant = Who complained
code-part-security-outcome = Security outcome
code-part-family = Family and third persons
code-part-observance = What the person asks to observe
code-part-release = Release and aftercare
code-part-record = Record of acts and looks
code-part-statistics = Released statistics
code-part-directory = Organisations and services
code-part-accounts = Accounts
code-part-keys = Keys and configuration

code-action-read = Open and see
code-action-print = Print or export
code-action-register = Keep the register
code-action-record = Record what happened
code-action-attest = Attest for the health service
code-action-assess = Assess needs
code-action-answer = Record the person’s own answer
code-action-propose = Propose a plan
code-action-approve = Approve or return a plan
code-action-offer = Offer to another organisation
code-action-respond = Answer an offer
code-action-assign = Name who carries it
code-action-deliver = Carry a service
code-action-decide = Decide on a measure
code-action-ease = End or ease a measure
code-action-review = Review a measure independently
code-action-allocate = Allocate a case
code-action-close = Close a case
code-action-publish = Publish or withdraw a service
code-action-administer = Manage accounts and organisations
code-action-witness = Written by the installation itself

code-strength-ordinary = Password and second factor
code-strength-fresh = A code within the last five minutes

# Looks and findings
code-purpose-casework = Work on the case
code-purpose-decision = To decide
code-purpose-intake = To answer an offer
code-purpose-service = To give the service
code-purpose-handover = To take over after release
code-purpose-oversight = Oversight
code-purpose-paper = To put it on paper for the person
code-purpose-administration = To run the installation

code-list-name-cases = Cases
code-list-name-referrals = Offers and referrals
code-list-name-handovers = Handovers
code-list-name-home = First page
code-list-name-findings = Findings
code-list-name-organisations = Organisations
code-list-name-services = Services
code-list-name-accounts = Accounts
code-list-name-names = A search by name

code-refusal-reason-not-yours = Not there, or not theirs
code-refusal-reason-not-allowed = Not allowed in this capacity
code-refusal-reason-not-possible = Not possible as things stand
code-refusal-reason-safeguard = A safeguard forbids it
code-refusal-reason-meanwhile = The page was out of date
code-refusal-reason-form = The form could not be read

code-outcome-met = Met
code-outcome-breach = Breach
code-outcome-undetermined = Undetermined

# What an act is, for the data register
code-subject-case = A person’s case
code-subject-referral = A referral
code-subject-organisation = An organisation
code-subject-service = A service
code-subject-account = An account
code-subject-installation = The installation
code-subject-any = Whatever was looked at

code-nature-decision = Decision
code-nature-report = Report

code-sealing-stream = Key of the file
code-sealing-year = Key of the year

code-retention-case = Until two years after the end of aftercare or sentence
code-retention-assessment = With the case; no longer shared after twelve months
code-retention-referral = Ninety days after the end of the referral
code-retention-directory = As long as it is listed
code-retention-account = As long as the account exists and the log needs it
code-retention-look = Until the end of the following year
code-retention-installation = For the life of the installation

code-head-moves = Changes what others decide on
code-head-stays = Leaves the state as it was

code-account-state-none = Not proposed
code-account-state-proposed = Proposed, waiting for a second administrator
code-account-state-open = Open
code-account-state-disabled = Closed

code-mandate-state-proposed = Waits for a second administrator
code-mandate-state-holds = Holds
code-mandate-state-end-proposed = Its end waits for a second administrator
code-mandate-state-over = Over

# What a rule says beside its answer
code-severity-prohibition = Prohibition: nobody can waive it
code-severity-obligation = Obligation
code-severity-recommendation = Recommendation

code-text-word-shall = The text says “shall”
code-text-word-should = The text says “should”

code-instrument-mandela = Nelson Mandela Rules
code-instrument-bangkok = Bangkok Rules
code-instrument-havana = Havana Rules
code-instrument-beijing = Beijing Rules
code-instrument-child-rights = Committee on the Rights of the Child, general comment 24, paragraph
code-instrument-tokyo = Tokyo Rules

code-flag-on-presumption = Days without a complete record are counted as solitary, because nothing shows otherwise.
code-flag-planned = The planned end lies beyond the limit.
code-flag-no-planned-end = The planned end is not known.
code-flag-child = The person was under 18.
code-flag-age-disputed = The age is not certain, so the rules for children apply.
code-flag-circumstance = Pregnancy, an infant or breastfeeding is attested.
code-flag-overdue = It has been undetermined for too long: the missing record is itself overdue.

code-remedy-end-measure = End the measure, or give more than two hours of meaningful contact in every 24.
code-remedy-shorten-plan = Choose an end no later than the moment at which the limit is reached.
code-remedy-record-regime = Record contact and regime for the days that have no complete record.
code-remedy-record-planned-end = Record when the measure is planned to end.
code-remedy-record-birth = Record the date of birth, as two dates if it is not certain.
code-remedy-propose-plan = Propose a plan with a release section.
code-remedy-add-release-section = Propose a new version of the plan, with a release section.

code-advisory-kind-pattern = Several stretches close to each other: a short break resets nothing.
code-advisory-kind-warning = The limit comes closer.
code-advisory-kind-last-warning = The limit is almost reached.
