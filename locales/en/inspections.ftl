# Inspections of a prison: what is looked at, recommended, reported and answered

nav-inspections = Inspections
home-inspections = What inspections of this prison found, and what has to be answered.

kind-inspection-opened = An inspection was opened
kind-inspection-item-answered = An item of an inspection was answered
kind-inspection-recommended = An inspection recommended something
kind-inspection-reported = An inspection was reported to the prison
kind-inspection-replied = The prison answered a recommendation
act-inspection-opened = Open an inspection
act-inspection-item-answered = Answer
act-inspection-recommended = Recommend something
act-inspection-reported = Give the report to the prison
act-inspection-replied = Answer it

code-part-inspections = Inspections
code-list-name-inspections = Inspections
code-inspection-answer-in-order = In order
code-inspection-answer-not-in-order = Not in order
code-inspection-answer-not-looked-at = Could not be looked at
code-inspection-item-nmr-10a = Figures on the prison exist, and nobody can be recognised in them (Mandela Rule 10)
code-inspection-item-nmr-13 = Rooms, light, air, heating, washing, bedding, clothing (Mandela Rules 13–15, 17–21)
code-inspection-item-nmr-16 = Bathing and showering, at a temperature fit for the climate (Mandela Rule 16)
code-inspection-item-nmr-25 = A health service of its own that is independent in what is clinical (Mandela Rule 25)
code-inspection-item-nmr-58b = Conjugal visits, where allowed, for women and men alike (Mandela Rule 58(2))
code-inspection-item-nmr-65b = Religious representatives and services for those who ask (Mandela Rules 65–66)
code-inspection-item-nmr-74 = Staff: how they are chosen, employed and led (Mandela Rules 74, 77, 79)
code-inspection-item-nmr-78 = Enough specialists: psychologists, social workers, teachers, instructors (Mandela Rule 78)
code-inspection-item-nmr-95 = Privileges encourage, and do not punish (Mandela Rule 95)
code-inspection-item-nmr-100 = Work is as safe as outside, and insured (Mandela Rules 99–101)
code-inspection-item-nmr-105 = Recreation and culture for everybody (Mandela Rule 105)
code-inspection-item-bkk-10 = Health services for women equal to those outside (Bangkok Rule 10)
code-inspection-item-bkk-50 = Mothers who have children with them, and what the children need (Bangkok Rules 50–51)
code-inspection-item-bkk-54 = Programmes fit for women of all groups (Bangkok Rules 54–55)
code-inspection-item-bkk-56 = Women and girls who await trial are safe (Bangkok Rule 56)
code-inspection-item-hav-30 = Small and open places for children (Havana Rule 30)
code-inspection-item-sc-2396-39 = Women take part in designing and leading programmes (resolution 2396, paragraph 39)
code-inspection-item-rj-12 = Standards for facilitators of restorative justice (Basic Principles, paragraph 12)
code-inspection-item-coe-02 = Observance is respected, and staff are trained in mediation (Council of Europe guidelines)
code-inspection-item-gctf-02 = What is found is shown beside what programmes achieve (Rome Memorandum, good practice 2)

not-possible-inspection-open = Your body inspects this prison already. Give the report first.
not-possible-inspection-reported = The report was given to the prison: what it says stands. Open a new inspection.
not-possible-inspection-empty = Nothing was looked at yet. Answer at least one item first.

inspections-title = Inspections
inspections-lead = What an inspection looks at concerns the place and everybody in it. What concerns one person stands in their file.
inspections-all = Inspections of this prison
inspections-count = { $count ->
    [one] One inspection
   *[other] { $count } inspections
}
inspections-none = No inspection is on record.
inspections-none-text = An inspection is shown to those who lead the prison once its report was given.
inspections-began = Began
inspections-body = Inspected by
inspections-opened-by = Opened by
inspections-state = State
inspections-answers = Answers of the prison
inspections-reported = Reported
inspections-under-way = Under way: { $done } of { $all } answered
inspections-all-answered = Every recommendation is answered
inspections-waiting = { $count ->
    [one] One recommendation waits for an answer
   *[other] { $count } recommendations wait for an answer
}
inspections-never = No report is on record
inspections-overdue = The next inspection is overdue
inspections-in-time = The last report is recent enough
inspections-every = Policy of this installation: at the latest after { $days }. The text says “regular”.
inspections-one = Inspection
inspections-one-lead = What was found, what was recommended, and what the prison answered.
inspections-one-lead-open = Only your body sees it until the report is given. Write no name of anybody who is held here.
inspections-about = About this inspection
inspections-report = Report
inspections-checklist = Checklist
inspections-checklist-text = What could not be looked at, and what nobody answered, is never counted as in order.
inspections-answered = { $done } of { $all } items answered
inspections-item = Item
inspections-found = Found
inspections-next = Next
inspections-not-answered = Not answered
inspections-recommendations = Recommendations
inspections-no-advice = Nothing was recommended.
inspections-no-advice-text = The report asks for no answer.
inspections-no-advice-yet = Whatever should change, recommend before the report is given.
inspections-what = What should be done
inspections-reply = Answer of the prison
inspections-reply-within = The prison answers within { $days } of the report: policy of this installation. The text says “within a reasonable time” (Mandela Rule 85).
inspections-after-report = Once the report is given
inspections-reply-due = Answer due until
inspections-reply-late = Answer overdue since
inspections-accepted = Accepted
inspections-not-accepted = Not accepted
inspections-replied-late = Answered late
inspections-by = To be done by
inspections-new-of = Inspection of { $org }. The items to look at are listed once it is opened.
inspections-of = Inspection of { $org }.

f-inspection-opened-submit = Open the inspection
f-inspection-opened-announced = Was the prison told beforehand?
f-inspection-opened-health-professional = Is a health professional among those who inspect?
f-inspection-opened-health-professional-hint = Mandela Rule 84(2) asks for one.
f-inspection-opened-woman = Is a woman among them?
f-inspection-opened-woman-hint = Bangkok Rule 25(3) asks for one where women are held.
f-inspection-item-answered-submit = Record the answer
f-inspection-item-answered-item = Item
f-inspection-item-answered-answer = What was found?
f-inspection-item-answered-evidence = What was seen, heard or read
f-inspection-item-answered-evidence-hint = Where and when, without the name of anybody who is held or works here.
f-inspection-recommended-submit = Record the recommendation
f-inspection-recommended-item = What is it about?
f-inspection-recommended-what = What should be done
f-inspection-recommended-what-hint = One thing at a time, so that each can be answered.
f-inspection-reported-submit = Give the report to the prison
f-inspection-reported-summary = What was found, in a few sentences
f-inspection-reported-summary-hint = From now on those who lead the prison see all of it, and nothing in it can be changed.
f-inspection-replied-submit = Record the answer
f-inspection-replied-accepted = Will it be done?
f-inspection-replied-what = What is done, or why not
f-inspection-replied-what-hint = Concrete enough that the next inspection can look for it.
f-inspection-replied-by = By when
f-inspection-replied-by-hint = Leave it empty if it is done already, or will not be done.
