# Opening one file in an emergency, and examining it afterwards

kind-file-emergency-opened = The file was opened in an emergency
kind-file-emergency-reviewed = An opening in an emergency was examined
act-file-emergency-opened = Open a file in an emergency
act-file-emergency-reviewed = Examine an opening in an emergency
code-action-open = Open one file in an emergency
code-action-examine = Examine an opening in an emergency
code-purpose-emergency = Emergency
code-list-name-emergencies = Openings in an emergency
code-emergency-reason-life-in-danger = The person’s own life or health is in danger
code-emergency-reason-others-in-danger = The life or health of others is in danger
code-emergency-reason-missing = The person is missing, and may be in danger
code-emergency-finding-justified = There was a danger, and the file was needed
code-emergency-finding-not-justified = There was no danger, or the file was not needed
not-possible-emergency-open = You have this file open already. It stays open until its hour is over.
not-possible-emergency-not-needed = This file is open to you by your work. You find it in the list of cases; there is no need for an emergency.
not-possible-emergency-unknown = There is no such opening on this file.
not-possible-own-emergency = Nobody examines what they opened themselves.
not-possible-emergency-of-leader = This was opened by somebody who stands above you. The governor, the data protection officer or oversight examines it.
not-possible-emergency-suspended = You opened a file more than seven days ago, and nobody has examined it yet. Until somebody has, you open no other in an emergency. Call whoever leads the prison, or oversight.
not-possible-emergency-standing-in = You act for a post that you stand in for. Lay it down first: opening a file in an emergency, and examining one that was opened, is done in one’s own name.

f-file-emergency-opened-number = Whole case number
f-file-emergency-opened-number-hint = As it stands on the papers. There is no search here.
f-file-emergency-opened-reason = What is the emergency?
f-file-emergency-opened-words = What happened, and what must you know?
f-file-emergency-opened-words-hint = One or two sentences. Whoever examines this reads them, and so can the person.
f-file-emergency-opened-submit = Open this file for one hour
f-file-emergency-reviewed-found = What do you find?
f-file-emergency-reviewed-reason = Why?
f-file-emergency-reviewed-reason-hint = What you asked, and whom. An opening that was wrong is recorded as such, whatever else is done about it.
f-file-emergency-reviewed-submit = Record it

emergency-lead = Only when somebody is in danger and nobody whose file it is can be reached.
emergency-rules = What happens then
emergency-rule-record = It stands on record, with your name and your reason, before you see anything. It cannot be undone.
emergency-rule-hour = One file is open to you for sixty minutes. You see who the person is and where; those who follow referrals also see what was sent to services. Nothing can be written, printed or listed.
emergency-rule-told = Whoever leads the prison, the data protection officer and oversight are told at once. Somebody else examines it within seventy-two hours.
emergency-rule-seven = If nobody has examined it after seven days, you open no other file in this way. More than three in thirty days go to oversight.
emergency-nothing = No file can be opened under this number. Look at the number again, or call whoever leads the prison.

emergency-open-until = Open in an emergency until { $hour }
emergency-open-text = You see who the person is and where, and nothing may be written. What you open is on record, and somebody else examines it.
emergency-sent = What was sent to services
emergency-sent-none = Nothing that you could open was sent to a service.
emergency-sent-to = What { $org } received
emergency-own-open = A file is open to you in an emergency
emergency-own-open-until = Until { $hour }.
emergency-own-open-go = Go to the file

emergencies-title = Files opened in an emergency
emergencies-lead = Each of these was opened by somebody whose work it is not, because of a danger. Look at why, ask those who were there, and say what you find.
emergencies-waiting = { $count ->
    [0] Nothing waits to be examined
    [one] One opening waits to be examined
   *[other] { $count } openings wait to be examined
}
emergencies-examined = Examined in the last thirty days
emergencies-none = Nothing waits.
emergencies-none-text = No file that you see was opened in an emergency without being examined.
emergencies-who = Opened by
emergencies-file = File
emergencies-file-unnamed = A file that you do not open
emergencies-when = When
emergencies-why = Why
emergencies-state = State
emergencies-by = Examine by { $day }
emergencies-late = Late: it was due by { $day }
emergencies-suspends = Nobody examined it for seven days: this account opens no other file.
emergencies-nth = { $count ->
    [one] the only one of this account in thirty days
   *[other] number { $count } of this account in thirty days
}
emergencies-examine = Examine it
emergencies-again = Say otherwise
emergencies-own = Somebody else examines this one
emergencies-which = The opening
emergencies-account = Account
emergencies-frequent = Accounts to look at
emergencies-frequent-text = More than three files in thirty days, or one that nobody examined for seven days.
emergencies-lately = In thirty days
emergencies-overdue = Not examined for seven days
emergencies-examine-lead = You record what you find; the file is not changed by it, and it is not open to you through this.
home-queue-emergencies = Opened in an emergency
home-none-emergencies = No opening waits to be examined.
home-emergencies-all = See all of them

casework-emergencies = Openings in an emergency
casework-emergencies-text = Somebody whose work it was not opened this file because of a danger. It ends after one hour, and somebody else examines it.
casework-emergency-seen = This file was opened in an emergency
casework-emergency-seen-text = Opened on { $when }, not examined yet.
casework-emergency-see = See who and why
