# Ce qu’un compte peut consulter en une heure.

trouble-over-budget = La limite d’une heure est atteinte
trouble-over-budget-text = Personne n’ouvre plus d’un nombre fixé de dossiers différents, ou de listes, en une heure. Ce que vous avez ouvert dans l’heure, vous pouvez l’ouvrir encore ; ce que vous enregistrez est pris comme toujours, et vous pouvez quitter la session.
budget-limit-files = { $limit ->
    [one] Une heure vous permet { $limit } dossier.
   *[other] Une heure vous permet { $limit } dossiers différents.
}
budget-limit-lists = { $limit ->
    [one] Une heure vous permet { $limit } liste.
   *[other] Une heure vous permet { $limit } listes.
}
budget-goes-on = Vous pourrez ouvrir le suivant à partir de ce moment : { $when }.
budget-ask = Si votre travail en demande plus, parlez-en à la personne qui le dirige, ou au délégué à la protection des données. Ils voient que la limite a été atteinte, et quand ; cela ne dit pas que vous avez mal agi.
budget-near-files = Vous avez ouvert { $used } des { $limit } dossiers différents qu’une heure permet. Ensuite vous attendrez ; les dossiers ouverts vous restent ouverts.
budget-near-lists = Vous avez ouvert { $used } des { $limit } listes qu’une heure permet. Ensuite vous attendrez.
trouble-paced = Les dossiers s’ouvrent maintenant l’un après l’autre
trouble-paced-text = Vous avez ouvert tant de dossiers différents dans l’heure que chaque dossier suivant s’ouvre plus tard. Ce qui est ouvert vous reste ouvert, ce que vous enregistrez est pris comme toujours, et vous pouvez quitter la session.
budget-paced-from = Demandez celui-ci à nouveau à partir de ce moment : { $when }.
budget-slow = { $seconds ->
    [one] Chaque dossier suivant s’ouvre maintenant plus tard ; le prochain après { $seconds } seconde.
   *[other] Chaque dossier suivant s’ouvre maintenant plus tard ; le prochain après { $seconds } secondes.
}
code-refusal-reason-over-budget = La limite de consultations d’une heure était atteinte

budget-alerts = Limites de consultation atteintes
budget-alerts-text = Quelqu’un a ouvert tant de dossiers différents en une heure que chaque dossier suivant s’est ouvert plus tard, ou autant de dossiers ou de listes qu’une heure en permet, et a été arrêté. Demandez quel était le travail. De quels dossiers il s’agit se lit dans la trace de chaque dossier.
budget-alert-who = Qui
budget-alert-where = Organisation
budget-alert-when = Quand
budget-alert-what = Limite
budget-alert-files = { $limit } dossiers différents en une heure
budget-alert-lists = { $limit } listes en une heure
