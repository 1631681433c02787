# How much one account may look at within an hour.

trouble-over-budget = As much is open as an hour allows
trouble-over-budget-text = Nobody opens more than a set number of different files, or of lists, within an hour. What you opened within the hour you can open again, what you record is taken as always, and you can sign out.
budget-limit-files = { $limit ->
    [one] An hour allows you { $limit } file.
   *[other] An hour allows you { $limit } different files.
}
budget-limit-lists = { $limit ->
    [one] An hour allows you { $limit } list.
   *[other] An hour allows you { $limit } lists.
}
budget-goes-on = You can open the next one from { $when } on.
budget-ask = If your work needs more, speak with whoever leads it, or with the data protection officer. They see that the limit was reached, and when; they do not see that you did anything wrong.
budget-near-files = You opened { $used } of the { $limit } different files that an hour allows. After that you wait; files that are open stay open to you.
budget-near-lists = You opened { $used } of the { $limit } lists that an hour allows. After that you wait.
trouble-paced = Files open one after another now
trouble-paced-text = You opened so many different files within the hour that each further one opens later. What is open stays open to you, what you record is taken as always, and you can sign out.
budget-paced-from = Ask for this one again from { $when } on.
budget-slow = { $seconds ->
    [one] Each further file now opens later; the next one after { $seconds } second.
   *[other] Each further file now opens later; the next one after { $seconds } seconds.
}
code-refusal-reason-over-budget = As much was looked at as an hour allows

budget-alerts = Limits of looking that were reached
budget-alerts-text = Somebody opened so many different files within an hour that each further one opened later, or as many files or lists as an hour allows, and was stopped. Ask what the work was. Which files they were stands in the record of each file.
budget-alert-who = Who
budget-alert-where = Organisation
budget-alert-when = When
budget-alert-what = Limit
budget-alert-files = { $limit } different files within an hour
budget-alert-lists = { $limit } lists within an hour
