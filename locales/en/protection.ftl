# What waits for the end of its keeping.

nav-protection = Data protection
home-protection = What waits for erasing, holds, files past their time, in prisons under your mandate
protection-title = Data protection
protection-lead = { $count ->
    [0] No erasing waits for you to carry it out. Files stand here without a name.
    [one] { $count } erasing waits for somebody to carry it out. Files stand here without a name.
   *[other] { $count } erasings wait for somebody to carry them out. Files stand here without a name.
}
protection-table = Take away as a table (CSV)
protection-none = No prison is under your mandate
protection-none-text = A mandate for a prison is given by two administrators. Then what waits there stands here.
protection-counts = Restricted to named people now: { $restricted }. Requests refused within thirty days: { $refused }.
protection-file = File { $id }
protection-announced = Erasing announced
protection-announced-none = No erasing is announced.
protection-overdue = Past the time for which it is kept
protection-overdue-text = Closed more than two years ago, and the sentence ended as long ago; nobody has announced the erasing.
protection-overdue-none = No file is kept too long.
protection-holds = Holds
protection-holds-none = No hold stands.
protection-erased = Erased
protection-erased-none = No file was erased.
protection-col-file = File
protection-col-state = State
protection-col-from = From
protection-col-basis = Basis
protection-col-announced = Announced
protection-col-kept-until = Kept until
protection-col-age = Stands for
protection-col-until = Until
protection-col-when = When
protection-col-order = Order of law
protection-col-proof = Act in the log
protection-state-waits = Waits for its day
protection-state-held = A hold keeps it
protection-state-due = Can be carried out
protection-state-nobody = Nobody has announced it
protection-own = Announced by you: another person carries it out
protection-no-order = None
protection-from-the-list = From the erasure list; a restore lost the act
code-list-name-keeping = What waits for the end of its keeping
code-list-name-keeping-table = The same, taken away as a table
kind-organisation-erasure-recorded = It was recorded on what a file was erased
