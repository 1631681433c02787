# Questions, hints, buttons and the rules in the margin, for the form of every act.

# Buttons
submit-record = Record it
submit-correct = Record the correction

# Mistakes that a form of an act knows besides those of every form
wrong-order = This lies before “{ $question }”. Check both dates.
wrong-opened = This form has lost its place. Nothing was recorded. Open it again from the page of the case.
wrong-unreadable = This could not be read. Check it and send it again.

# Questions that many forms share
field-concerns = When did it happen?
field-concerns-hint = Leave it empty if it happened just now.
field-family-name = Family name
field-given-names = Given names
field-earliest = Born on or after
field-earliest-hint = If the date is known, write the same date twice.
field-latest = Born on or before
field-latest-hint = If the age is not certain, write the latest date it can be. While it is possible that the person is a child, the rules for children apply.
field-sex = Sex
field-languages = Languages
field-languages-hint = The best one first.
field-reads = Language for papers
field-reads-hint = One the person reads, or that can be read to them.
field-language = In which language?
field-order = Order or judgment
field-basis = On what decision does it rest?
field-source = Who or what says so?
field-note = A note
field-reason = Why?
field-words = What the person said
field-place = Where?
field-contact = Whom to ring
field-name = Name
field-called = What the person would like to be called
field-visiting = When and how to visit
field-visiting-hint = Hours, entrance, what to bring, whom to ask for.
field-release-on = Expected release date
field-release-on-hint = Only if the person agreed to share it.
field-summary = Summary agreed with the person
field-summary-hint = Only what the person agrees to. What was said in confidence stays with you.
field-attendance = Did it take place?
field-manner = How?
field-agreed = What was agreed?
field-agreed-hint = If nobody was reached: what you will try next, and when.
field-alternative = What happens if the person says no?

# Admission
f-custody-admitted-who = Who is received?
f-custody-admitted-order-section = On what order?
f-custody-admitted-number = Number
f-custody-admitted-number-hint = As the prison service gives it.
f-custody-admitted-order = Order on which the person is held
f-custody-admitted-order-hint = Reference and authority. The offence is not asked.
f-custody-admitted-status = Legal status
f-custody-admitted-concerns = When were they received?
f-custody-admitted-submit = Record the admission

f-custody-identity-corrected-who = The whole identity, as it is now known
f-custody-identity-corrected-why-section = Why is it corrected?
f-custody-identity-corrected-why = What was wrong, and how it is now known
f-custody-identity-corrected-why-hint = The old entry stays on record beside this one.

f-custody-status-changed-status = New legal status
f-custody-status-changed-concerns = From when?
f-custody-status-changed-concerns-hint = Leave it empty if it holds from now.

f-custody-sentence-recorded-order = Judgment
f-custody-sentence-recorded-begins = First day that counts
f-custody-sentence-recorded-earliest-release = Earliest lawful release
f-custody-sentence-recorded-earliest-release-hint = With every reduction that is certain today.
f-custody-sentence-recorded-ends = End of the sentence
f-custody-sentence-recorded-concerns = When was it pronounced?
f-custody-sentence-recorded-concerns-hint = Leave it empty if it was just now.

f-custody-circumstance-noted-what = What gives protection or help?
f-custody-circumstance-noted-circumstance = Circumstance
f-custody-circumstance-noted-circumstance-hint = Only that it is so, and since when. No diagnosis, no findings.
f-custody-circumstance-noted-concerns = Since when?
f-custody-circumstance-noted-concerns-hint = Leave it empty if it is so from now.
f-custody-circumstance-noted-until = Until when?
f-custody-circumstance-noted-until-hint = Only if the end is known. Without one, the protection goes on.

f-custody-transferred-where = Where does the person go?
f-custody-transferred-to = Receiving prison
f-custody-transferred-reason-hint = If it is further from home, say why nothing nearer was possible.
f-custody-transferred-submit = Record the transfer

f-custody-release-date-set-on = Release date
f-custody-release-date-set-on-hint = Preparation for release counts back from this day.
f-custody-released-basis-hint = The order, or the end of the sentence.
f-custody-released-concerns = When did the person leave?
f-custody-released-submit = Record the release
f-custody-returned-prison = Receiving prison
f-custody-returned-concerns = When were they received?
f-custody-returned-number = Number of the person’s file
f-custody-returned-number-hint = The whole number, as it stood on the earlier file.

f-custody-died-what = A death in custody
f-custody-died-told = Who was told, and when?
f-custody-died-told-hint = The family or contact person, and the independent authority that was asked to inquire.
f-custody-died-concerns = When did the person die?

f-custody-closed-reason = Why is the case closed?
f-custody-closed-note = A word for whoever opens it later
f-custody-closed-note-hint = Please judge nobody here.
f-custody-closed-submit = Close the case

f-file-allocated-to = Who carries this file from now on?
f-file-allocated-to-hint = Whoever carried it until now no longer does.
f-file-allocated-submit = Allocate the case

# Assessment
f-assessment-needs-taken-first = The first hours
f-assessment-needs-taken-answers-safety-looked = Is the person safe from others and from harm?
f-assessment-needs-taken-answers-health-seen-looked = Has the health service seen the person?
f-assessment-needs-taken-answers-health-seen-note-hint = Not what was found: only whom you asked, and when.
f-assessment-needs-taken-answers-family-told-looked = Has the family been told, if the person wishes?
f-assessment-needs-taken-answers-dependants-looked = Are children and dependants cared for?
f-assessment-needs-taken-answers-lawyer-looked = Can a lawyer be reached?
f-assessment-needs-taken-answers-consulate-looked = Has the consulate been told, if the person wishes?
f-assessment-needs-taken-answers-informed-looked = Has the person been informed in a language they understand?
f-assessment-needs-taken-answers-property-looked = Are home, money and property looked after?
f-assessment-needs-taken-how = How did you talk?
f-assessment-needs-taken-concerns = When did you talk?
f-assessment-needs-taken-concerns-hint = Leave it empty if it was just now.

f-assessment-assessed-facts-section = Facts: what is so
f-assessment-assessed-facts = Fact
f-assessment-assessed-facts-hint = One thing in each. What was seen, said or written, by whom, and when. No opinions here.
f-assessment-assessed-facts-text = What is so?
f-assessment-assessed-facts-on = On which day was it so?
f-assessment-assessed-judgements-section = Judgements: what you think, and why
f-assessment-assessed-judgements = Judgement
f-assessment-assessed-judgements-hint = Yours, signed with your name, and only until its review. Leave it empty if you have none.
f-assessment-assessed-judgements-text = What do you think?
f-assessment-assessed-judgements-basis = On what basis?
f-assessment-assessed-judgements-review = When must it be looked at again?
f-assessment-assessed-needs-section = Needs, and what helps
f-assessment-assessed-needs = Need
f-assessment-assessed-needs-hint = A goal of the plan can only answer a need that stands here.
f-assessment-assessed-needs-area = Area of life
f-assessment-assessed-needs-text = The need, as the person would say it
f-assessment-assessed-strengths = What protects and helps
f-assessment-assessed-strengths-hint = Skills, people, plans, what the person has already managed.
f-assessment-assessed-concerns = When did you assess?
f-assessment-assessed-concerns-hint = Leave it empty for today, now.
f-assessment-assessed-submit = Record the assessment
f-assessment-contested-words = What does the person contest, and what do they say instead?
f-assessment-contested-words-hint = In their own words. It stands beside the assessment from now on.

# Plan
f-plan-proposed-goals-section = Goals
f-plan-proposed-goals = Goal
f-plan-proposed-goals-hint = A few that matter are better than many. Each answers a need from the assessment.
f-plan-proposed-goals-need = Which need does it answer?
f-plan-proposed-goals-goal = What is to be reached?
f-plan-proposed-goals-step = The next step
f-plan-proposed-goals-helper = Who helps?
f-plan-proposed-release-section = Life after release
f-plan-proposed-release-home = Where and with whom does the person want to live?
f-plan-proposed-release-home-hint = Answer all four, or leave all four empty. Without them the plan can still be proposed, but rule 107 will be in breach from this version on.
f-plan-proposed-release-living = Work, education, money to live on
f-plan-proposed-release-ties = People to keep or find again
f-plan-proposed-release-agency = Which outside agency was consulted, and when?
f-plan-proposed-release-agency-hint = A probation or aftercare service, or a civil society organisation.
f-plan-proposed-words-section = The person’s own words
f-plan-proposed-words = What the person says they want
f-plan-proposed-words-hint = As they said it. It stands at the head of the plan.
f-plan-proposed-review-on = Next review
f-plan-proposed-submit = Propose the plan

f-plan-agreed-language = In which language was it explained?
f-plan-agreed-concerns = When did the person agree?
f-plan-disagreed-language = In which language was it explained?
f-plan-disagreed-reason = The person’s reason
f-plan-disagreed-reason-hint = In their own words. To disagree counts against nobody.
f-plan-disagreed-concerns = When did the person say so?
f-plan-not-answered-reason = Why is there no answer?
f-plan-not-answered-ask-again = When will they be asked again?
f-plan-not-answered-concerns = When were they asked?
f-plan-approved-submit = Approve the plan
f-plan-returned-reason = What must change?
f-plan-returned-reason-hint = So that the author knows what to do next.
f-plan-returned-submit = Return it to its author
f-plan-step-recorded-goal = Goal
f-plan-step-recorded-state = Where does it stand?
f-plan-step-recorded-note = What happened?
f-plan-reviewed-talk = The talk
f-plan-reviewed-present = Who was present?
f-plan-reviewed-view = How does the person see it?
f-plan-reviewed-view-hint = In their own words.
f-plan-reviewed-dissent = Did somebody see it differently?
f-plan-reviewed-decided = What follows
f-plan-reviewed-outcome = What was decided?
f-plan-reviewed-next-review = Next review
f-plan-reviewed-concerns = When was the review?
f-plan-reviewed-submit = Record the review

# Consent
f-consent-given-what = What may be shared, with whom, for how long?
f-consent-given-recipient = Who may know?
f-consent-given-purpose = For what?
f-consent-given-purpose-hint = One purpose. Another purpose needs another consent.
f-consent-given-parts = Which parts?
f-consent-given-until = Last day on which it holds
f-consent-given-how = How was it asked?
f-consent-given-by = Who consented?
f-consent-given-explained-by = Who explained it?
f-consent-given-explained-by-hint = Somebody who gains nothing by a yes.
f-consent-given-alternative-hint = What you told the person. A no has no bad consequence.
f-consent-given-concerns = When was it given?
f-consent-given-submit = Record the consent
f-consent-refused-purpose = What was asked for?
f-consent-refused-purpose-hint = The person owes no reason, so none is asked.
f-consent-refused-concerns = When did the person say no?
f-consent-withdrawn-consent = Which consent?
f-consent-withdrawn-consent-hint = It ends at once. What rested on it ends with it.
f-consent-withdrawn-concerns = When did the person say so?
f-consent-withdrawn-submit = Record the withdrawal

# Measures
f-measure-imposed-what = What is decided, from when, until when?
f-measure-imposed-measure = What is restricted?
f-measure-imposed-purpose = For what purpose?
f-measure-imposed-concerns = From when?
f-measure-imposed-concerns-hint = Leave it empty if it begins now. If it began earlier, say so: the clock counts from there.
f-measure-imposed-planned-end = Until when?
f-measure-imposed-planned-end-hint = As short as it can be. You can end it earlier at any time.
f-measure-imposed-question-1 = 1. Is it about this person?
f-measure-imposed-question-2 = 2. Is it the least that works?
f-measure-imposed-question-3 = 3. Is there a lawful reason?
f-measure-imposed-question-4 = 4. Would anyone else be treated the same?
f-measure-imposed-question-5 = 5. Does it fit age, sex and health?
f-measure-imposed-facts = Fact
f-measure-imposed-facts-hint = What this person did, or what happened to them. Never what they were convicted of, believe or belong to.
f-measure-imposed-facts-on = When?
f-measure-imposed-facts-what = What happened?
field-source-hint = A log entry, a report, or who saw it.
f-measure-imposed-alternatives = Other way
f-measure-imposed-alternatives-hint = What was tried or considered first, and why it was not enough.
f-measure-imposed-alternatives-way = The other way
f-measure-imposed-alternatives-outcome = Why was it not enough?
f-measure-imposed-legal-basis = Legal basis
f-measure-imposed-legal-basis-hint = Law or regulation, with its section. The sentence is never a reason.
f-measure-imposed-authorised-by = Who authorised it?
f-measure-imposed-authorised-by-hint = Name and office. Not a member of the health service.
f-measure-imposed-same-for-anyone = How do you know?
f-measure-imposed-same-for-anyone-hint = What was done in like cases, whatever the faith, origin or opinion.
f-measure-imposed-fits-person = What was checked, and with whom?
f-measure-imposed-fits-person-hint = Age, pregnancy, an infant, a disability that could be made worse. The health service says only yes or no.
f-measure-imposed-review = Who looks at it again, and when?
f-measure-imposed-review-by = First independent review, at the latest
f-measure-imposed-review-by-hint = By somebody outside the line that decided.
f-measure-imposed-goes-on-section = What goes on all the same?
f-measure-imposed-goes-on = Contact, air, work, programmes
f-measure-imposed-goes-on-hint = Calls and visits with family, an hour outside each day, sessions, books, letters, the way to complain.
f-measure-imposed-submit = Decide

f-measure-found-in-force-what-section = What did you find?
f-measure-found-in-force-measure = What is restricted?
f-measure-found-in-force-purpose = What was given as its purpose?
f-measure-found-in-force-concerns = Since when does it last?
f-measure-found-in-force-concerns-hint = As far back as is known. Leave it empty if you only know that it is so now.
f-measure-found-in-force-planned-end = Until when, if an end was named?
f-measure-found-in-force-planned-end-hint = Leave it empty if nobody named one.
f-measure-found-in-force-what = What you found, and who said what
f-measure-found-in-force-what-hint = This can always be written down. It is a record, not an approval.

f-measure-extended-until-section = Until when?
f-measure-extended-until = New end
f-measure-extended-until-hint = The limit is a ceiling, not a target.
f-measure-extended-facts-section = What has happened since?
f-measure-extended-facts = New fact
f-measure-extended-facts-hint = Since the decision. The first facts do not carry a second decision.
f-measure-extended-facts-on = When?
f-measure-extended-facts-what = What happened?
f-measure-extended-why = Why is a shorter time not enough?
f-measure-extended-submit = Extend

f-measure-regime-recorded-what = Contact in this time
f-measure-regime-recorded-from = Complete from
f-measure-regime-recorded-until = Complete until
f-measure-regime-recorded-contacts = Contact
f-measure-regime-recorded-contacts-hint = Every contact that was more than a door check, a meal or an escort. If there was none, leave this empty: that is recorded too.
f-measure-regime-recorded-contacts-contact = What was it?
f-measure-regime-recorded-contacts-from = From
f-measure-regime-recorded-contacts-until = Until

f-measure-health-visited-what = The visit
f-measure-health-visited-concerns = When was the visit?
f-measure-health-visited-advises-change = Does the health service advise to end or change the measure?
f-measure-health-visited-advises-change-hint = Yes or no, nothing else. What was said stays with the health service.

f-measure-reviewed-what = The review
f-measure-reviewed-concerns = When did you review it?
f-measure-reviewed-view = What did the person say?
f-measure-reviewed-view-hint = In their own words, heard without the staff who decided.
f-measure-reviewed-outcome = What do you ask for?
f-measure-reviewed-reasons = Reasons
f-measure-reviewed-submit = Record the review

f-measure-lifted-concerns = When did it end?
f-measure-lifted-concerns-hint = Leave it empty to end it now.
f-measure-lifted-reason = Why now?
f-measure-lifted-submit = End it

f-measure-place-lost-what = Which place was lost?
f-measure-place-lost-referral = Service
f-measure-place-lost-referral-hint = The cause is the measure. It is recorded that way for the organisation too, and never counts against the person.
f-measure-place-lost-concerns = When was it lost?

# Rules in the margin
cite-mandela-2 = Mandela 2(1)
cite-mandela-2-text = No discrimination on any ground.
cite-mandela-7 = Mandela 7
cite-mandela-7-text = Nobody is received in prison without a valid order.
cite-mandela-9 = Mandela 9
cite-mandela-9-text = A file is confidential. It is open only to those whose work requires it.
cite-mandela-9-copy = Mandela 9
cite-mandela-9-copy-text = Every prisoner may see their own file, and receives a copy on release.
cite-mandela-36 = Mandela 36, 45(1)
cite-mandela-36-text = No more restriction than is needed. A last resort, for as short a time as possible.
cite-mandela-37 = Mandela 37(d), 45(1)
cite-mandela-37-text = Authorised by law, by a competent authority, with rules for review and for release from it.
cite-mandela-38 = Mandela 38(2), 42, 43(3)
cite-mandela-38-text = Lessen the harm during and after. Light, air, food, water and exercise are for everyone. Family contact is never forbidden.
cite-mandela-43-44 = Mandela 43(1), 44
cite-mandela-43-44-text = No solitary confinement without an end, and none beyond 15 days in a row. It is solitary when someone is without meaningful human contact for 22 hours or more a day.
cite-mandela-45-1 = Mandela 45(1)
cite-mandela-45-1-text = Only in exceptional cases, and never because of the sentence. The facts must be the person’s own.
cite-mandela-45-2 = Mandela 45(2); Bangkok 22; Havana 67
cite-mandela-45-2-text = Never for a child, nor for a woman who is pregnant, breastfeeding or with an infant. Not where a disability would be made worse.
cite-mandela-46 = Mandela 46(1)
cite-mandela-46-text = Health staff see everyone who is kept apart every day, and have no part in the decision.
cite-mandela-59 = Mandela 59, 68
cite-mandela-59-text = As near as possible to home. The person may tell their family at once.
cite-mandela-69 = Mandela 69, 71
cite-mandela-69-text = The family is told at once. Every death in custody is reported without delay to an independent authority.
cite-mandela-88 = Mandela 88
cite-mandela-88-text = A prisoner remains part of the community. Its organisations are asked to help wherever possible.
cite-mandela-90 = Mandela 90
cite-mandela-90-text = The duty of society does not end at the gate. Somebody outside is there to help.
cite-mandela-94 = Mandela 94
cite-mandela-94-text = A programme as soon as possible after admission, from the person’s own needs and abilities.
cite-mandela-107 = Mandela 107, 108(2)
cite-mandela-107-text = Life after release is considered from the first day of the sentence, with agencies outside.
cite-mandela-108 = Mandela 87, 108(1)
cite-mandela-108-text = Papers, a home, work, clothing and the journey are arranged before the gate opens.
cite-first-hours = Mandela 54, 55, 61, 62, 68
cite-first-hours-text = Told promptly and in a language they understand. Lawyer, consulate and family can be reached.
cite-circumstances = Mandela 2(2), 55; Bangkok 22
cite-circumstances-text = Individual needs are taken into account. Some circumstances forbid a measure altogether.
cite-assessment-facts = Mandela 94
cite-assessment-facts-text = What is known about the person, with its source, apart from what somebody thinks.
cite-assessment-judgements = Mandela 2(1), 94
cite-assessment-judgements-text = About this person, not about a group. It never follows from faith, origin or opinion.
cite-review-clock = Independent review, for Mandela 45(1)
cite-review-clock-text = Solitary confinement: within 72 hours, then every 5 days. Other separation: every 14 days.
cite-mandela-44 = Mandela 44
cite-mandela-44-text = It is solitary when someone is without meaningful human contact for 22 hours or more a day. Door checks, meals and escorts are not counted here; the rule itself leaves that open.

# Referral
f-referral-begun-which = Which goal, which service?
f-referral-begun-goal = Goal of the plan
f-referral-begun-service = Service
f-referral-begun-consent = Consent it rests on
f-referral-begun-consent-hint = It must name the organisation that offers the service.
f-referral-begun-offer = The offer: all they see before they answer
f-referral-begun-offered-alias = What the person is called until then
f-referral-begun-offered-alias-hint = Not the name, not the number, not the initials. Such as 7K.
f-referral-begun-offered-need = What is needed
f-referral-begun-offered-asked = What do you ask for?
f-referral-begun-offered-asked-hint = Please name nobody, and nothing of the court file.
f-referral-begun-offered-place = Where would they meet?
f-referral-begun-offered-contact-hint = Somebody at your own office who can answer questions.
f-referral-begun-offered-first-meeting-by = First meeting, if possible before
f-referral-begun-offered-answer-by = Answer by
f-referral-begun-offered-answer-by-hint = After this day the offer comes back to you.
f-referral-begun-package = The package: what they see once they accept
f-referral-begun-package-goal = The goal, as the plan has it
f-referral-begun-package-step = The next step
f-referral-begun-package-basis = On what basis is it shared?
f-referral-begun-package-basis-hint = The law or agreement. Consent comes on top of it, never instead.
f-referral-begun-package-until = Last day on which it may be read
f-referral-begun-submit = Offer it to this organisation

f-referral-package-released-what = A new version of the package
f-referral-package-released-goal = The goal, as the plan has it
f-referral-package-released-step = The next step
f-referral-package-released-basis = On what basis is it shared?
f-referral-package-released-basis-hint = The law or agreement. Consent comes on top of it, never instead.
f-referral-package-released-until = Last day on which it may be read
f-referral-package-released-submit = Release this version

f-referral-accepted-note = A word to the sender
f-referral-accepted-note-hint = You then see the name and the parts that were released to you.
f-referral-accepted-submit = We accept
f-referral-declined-note = A word to the sender
f-referral-declined-note-hint = Please name nobody.
f-referral-declined-submit = We decline
f-referral-assigned-to = Who will meet the person?
f-referral-assigned-to-hint = From then on they read what was released to you.
f-referral-assigned-submit = Name this person
f-referral-held-concerns = Since when?
f-referral-held-concerns-hint = Leave it empty if it is on hold from now.
f-referral-resumed-concerns = Since when does it go on?
f-referral-resumed-concerns-hint = Leave it empty if it goes on from now.
f-referral-place-lost-reason = Why was the place lost?
f-referral-place-lost-reason-hint = The cause is outside the person, and counts against nobody.
f-referral-place-lost-concerns = When was it lost?
f-referral-reentry-asked-from = From when can the person come again?
f-referral-reentry-asked-submit = Ask for re-entry
f-referral-reentered-from = First session again
f-referral-service-reported-outcomes-section = What came of it?
f-referral-service-reported-outcomes = Outcome
f-referral-service-reported-outcomes-hint = What was hoped for together. Views and beliefs are no outcome.
f-referral-service-reported-outcomes-hoped = What was hoped for?
f-referral-service-reported-outcomes-reached = How far was it reached?
f-referral-service-reported-outcomes-note = What helped, what stood in the way?
f-referral-service-reported-person = The person’s reading
f-referral-service-reported-person-read = Has the person read it, or had it read to them?
f-referral-service-reported-person-read-hint = Nothing goes into the file that the person may not know.
f-referral-service-reported-submit = Send the report
f-referral-concluded-submit = Conclude the referral
f-referral-withdrawn-concerns = When did it end?
f-referral-withdrawn-submit = End the referral

# Meetings and sessions
f-referral-meeting-held-concerns = When was it, or when was it to be?
f-referral-meeting-held-attendance = Did the meeting take place?
f-referral-meeting-held-told-limits = Was the person told what can stay between you, and what cannot?
f-referral-meeting-held-told-limits-hint = Before they began to talk.
f-referral-session-scheduled-at = When?
f-referral-session-scheduled-submit = Set the session
f-referral-session-changed-at = New time
f-referral-session-changed-asked-by = Who asked for the change?
f-referral-session-changed-submit = Change the session
f-referral-session-recorded-attendance = Did the session take place?

# Release
f-release-item-arranged-what = What is arranged?
f-release-item-arranged-item = What?
f-release-item-arranged-how = How?
f-release-item-arranged-concerns = Since when is it arranged?
f-release-item-arranged-concerns-hint = Leave it empty if it was just now.
f-release-handover-offered-what = Who takes over?
f-release-handover-offered-to = Service that is to take over
f-release-handover-offered-summary = What they need to know to answer
f-release-handover-offered-summary-hint = What is planned and what is still open. Nothing of the court file.
f-release-handover-offered-answer-by = Answer by
f-release-handover-offered-submit = Offer the handover
f-release-handover-accepted-first-meeting = First meeting after release
f-release-handover-accepted-first-meeting-hint = The person gets this time and place on paper before the gate opens.
f-release-handover-accepted-submit = We take over
f-release-handover-returned-note = What would help?
f-release-handover-returned-note-hint = What is missing, or who could take over instead.
f-release-handover-returned-submit = Return it
f-release-file-copy-offered-what = A copy of the file
f-release-file-copy-offered-taken = Did the person take it?
f-release-file-copy-offered-concerns = When was it offered?
f-release-first-contact-what = The first contact outside

# Organisations
f-organisation-registered-name = Name of the organisation
f-organisation-registered-kind = What is it?
f-organisation-registered-place = Where is it?
f-organisation-registered-submit = Register the organisation
f-organisation-mandate-proposed-body = Which body?
f-organisation-mandate-proposed-body-hint = From then on it may see measures and findings at this prison.
f-organisation-mandate-proposed-basis = Law or decision it rests on
f-organisation-mandate-proposed-until = Last day
f-organisation-mandate-proposed-until-hint = Leave it empty if it has no end.
f-organisation-mandate-proposed-submit = Propose the mandate
f-organisation-mandate-confirmed-submit = Confirm the mandate
f-organisation-mandate-end-proposed-basis = Law or decision that ends it
f-organisation-mandate-end-proposed-submit = Propose the end
f-organisation-mandate-ended-submit = Confirm the end
f-service-published-name = Name of the service
f-service-published-name-hint = A neutral one: it may be read aloud on a wing.
f-service-published-aim = What does it aim at?
f-service-published-needs = Which needs does it answer?
f-service-published-description = What does it do?
f-service-published-places = How many people can it take now?
f-service-published-places-hint = In figures. Write 0 while it is full.
f-service-published-submit = Publish the service
f-service-withdrawn-submit = Withdraw the service

# Accounts
f-account-proposed-name = Name that colleagues see
f-account-proposed-sign-in = Name to sign in with
f-account-proposed-sign-in-hint = Letters, digits and dots, such as m.sample.
f-account-proposed-org = Organisation
f-account-proposed-capacity = What will they act as?
f-account-proposed-capacity-hint = One account, one capacity. It must belong to this kind of organisation.
f-account-proposed-submit = Propose the account
f-account-confirmed-submit = Confirm the account
f-account-disabled-reason = Why is it closed?
f-account-disabled-submit = Close the account

cite-offer-minimal = Mandela 9
cite-offer-minimal-text = As little as is needed to answer. No name, no number, nothing of the court file.
