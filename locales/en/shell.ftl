# The frame of every page: header, footer, forms, states. Keys begin with the part that says them.

product = Passerelle
shell-title = { $title } · Passerelle
shell-title-error = Error: { $title } · Passerelle
shell-skip = Skip to the page
shell-demo = Demonstration. Nobody here is real.
shell-nav = Main
shell-here = You are here
shell-alerts = { $count ->
    [one] { $count } message for you
   *[other] { $count } messages for you
}
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-until = You are signed in until { $hour }.
shell-recorded = This page was written to the record of looks before it was shown.
shell-check-record = Check the record
shell-language = Language
shell-comma = ,{" "}
paper-printed = Printed { $when }. The printing is on record.

# Lengths of time
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
span-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-two = { $first } { $second }

# States: one word for the whole product
state-met = Met
state-breach = Breach
state-unknown = Undetermined
state-due = Due
state-late = Late
state-recorded = Recorded

# Whose limit a clock or a rule is
whose-text = UN text
whose-limit = UN limit
whose-policy = Policy clock
whose-law = National law

# Steps
steps-title = Where this case stands
step-done = done
step-now = now
step-ahead = not yet begun

# Clocks
clock-used = { $used } used of a limit of { $limit }
clock-used-late = { $used } used of a limit of { $limit }: { $late } late
clock-un = UN limit: { $limit }
clock-policy = Policy clock: { $limit }
clock-now = { $used } so far
clock-beyond = { $late } beyond the limit

# Forms
form-problem = There is a problem
form-optional = optional
form-none = No answer
form-choose = Choose
form-yes = Yes
form-no = No
form-only-if = Only if “{ $question }” is “{ $answer }”.
form-row = { $what } { $number }
form-add = Add another: { $what }
form-hint-lines = One on each line.
form-hint-moment = Local time of this installation ({ $zone }).
form-max = At most { $max } characters.

wrong-missing = Answer this.
wrong-missing-text = Write something here.
wrong-missing-choice = Choose an answer.
wrong-missing-date = Give a date.
wrong-missing-tick = Tick this to go on.
wrong-long = { $over ->
    [one] This is { $over } character too long. At most { $max }.
   *[other] This is { $over } characters too long. At most { $max }.
}
wrong-sign = This holds a character that cannot be kept. Type it again.
wrong-date = Give a date as year, month and day, such as 2026-11-23.
wrong-moment = Give a date and a time, such as 2026-11-23 14:00.
wrong-gap = This hour did not exist: the clocks went forward. Give the time before or after.
wrong-number = Give a whole number in figures.
wrong-small = Give a number of { $min } or more.
wrong-big = Give a number of { $max } or less.
wrong-choice = Choose one of the answers shown.
wrong-twice = This was answered twice. Give one answer.
wrong-few = Give at least { $min }.
wrong-many = Give at most { $max }.
wrong-not-asked = This is asked only if “{ $question }” is “{ $answer }”. Clear it here, or choose that answer.
wrong-form = The form held something that was not asked: { $name }. Nothing was recorded. Open the form again.
