# Qui peut voir un dossier : restrictions, conflits d’intérêts

kind-file-restricted = Le dossier a été réservé à des personnes nommées
kind-file-restriction-lifted = La restriction du dossier a été levée
kind-file-conflict-declared = Un conflit d’intérêts a été déclaré
kind-file-conflict-ended = Un conflit d’intérêts a pris fin
act-file-restricted = Réserver ce dossier à des personnes nommées
act-file-restriction-lifted = Lever la restriction
act-file-conflict-declared = Déclarer un conflit d’intérêts
act-file-conflict-ended = Mettre fin à un conflit d’intérêts
code-action-restrict = Fixer la liste des seules personnes qui voient un dossier
code-action-declare = Déclarer un conflit d’intérêts
code-tie-own-person = Le dossier concerne ce collègue lui-même
code-tie-relative = La personne est de la famille ou du foyer de ce collègue
code-tie-other = Une autre raison s’oppose à un travail impartial
not-possible-not-restricted = Ce dossier n’est pas réservé.
not-possible-nobody-to-lift = Parmi les personnes nommées, aucune ne pourrait lever la restriction. Nommez un responsable ou la direction, sans conflit d’intérêts dans ce dossier.
not-possible-no-conflict = Aucun conflit d’intérêts de ce collègue n’est en cours dans ce dossier.
not-possible-barred = Une restriction ou un conflit d’intérêts tient ce collègue à l’écart du dossier. Choisissez quelqu’un d’autre, ou nommez-le d’abord dans la restriction.

f-file-restricted-reason = Pourquoi le cercle doit-il être étroit ?
f-file-restricted-reason-hint = Les personnes nommées et l’organe de contrôle le liront. Dites ce qui le rend nécessaire, et non ce que l’on reproche à la personne.
f-file-restricted-who = Qui voit encore ce dossier
f-file-restricted-named = Collègue
f-file-restricted-named-hint = Personne d’autre dans cette prison ne verra que le dossier existe : ni dans les listes, ni dans les recherches, ni dans les files d’attente, ni dans les décomptes. Nommez aussi ceux dont le travail quotidien en a besoin : référent, greffe, santé. Nommez un responsable ou la direction, pour que quelqu’un puisse lever la restriction. L’organe de contrôle garde son accès, de même que les services qui assurent une orientation.
f-file-restricted-named-account = Nom
f-file-restricted-submit = Réserver ce dossier
f-file-restriction-lifted-reason = Pourquoi n’est-elle plus nécessaire ?
f-file-restriction-lifted-submit = Lever la restriction
f-file-conflict-declared-account = Qui ne doit pas voir ce dossier ?
f-file-conflict-declared-account-hint = Dès lors, ce collègue n’en voit plus rien, orientations comprises. S’il suit le dossier, il faut désigner quelqu’un d’autre. Vous pouvez le déclarer pour vous-même ; les responsables et la direction aussi pour ceux qu’ils dirigent.
f-file-conflict-declared-tie = Pourquoi ?
f-file-conflict-declared-tie-hint = Rien de plus n’est demandé. Rien n’est écrit sur la famille.
f-file-conflict-declared-submit = Déclarer
f-file-conflict-ended-account = Pour qui le conflit d’intérêts a-t-il pris fin ?
f-file-conflict-ended-reason = Pourquoi a-t-il pris fin ?
f-file-conflict-ended-submit = Y mettre fin

sight-title = Qui peut voir ce dossier
sight-text = En dehors de ceux dont c’est le travail, personne. Un dossier peut être réservé à des personnes nommées ; qui est proche de la personne le déclare et n’en voit plus rien.
sight-restricted = Ce dossier est réservé
sight-restricted-text = Depuis le { $day }, seules des personnes nommées savent dans cette prison qu’il existe. N’en parlez pas à d’autres.
sight-restricted-to = Personnes nommées : { $names }.
sight-restricted-moved = La personne vient d’une autre prison. La direction voit le dossier et nomme ceux qui en ont besoin.
sight-conflicts = Tenus à l’écart de ce dossier
sight-conflict-since = depuis le { $day }
sight-myself = { $name } (vous)
sight-do = Ce que vous pouvez faire
sight-change = Modifier

# Tous les dossiers d’un référent à un autre
reallocate-title = Confier tous les dossiers d’un référent à un autre
reallocate-lead = Pour un congé, une maladie ou un départ. Tous passent en une seule fois, avec leurs orientations ; qui les suivait ne les suit plus.
f-file-reallocated-from = Les dossiers de qui ?
f-file-reallocated-to = Qui les suit désormais ?
f-file-reallocated-to-hint = Les dossiers que ce collègue ne doit pas voir, du fait d’une restriction ou d’un conflit d’intérêts, restent où ils sont.
f-file-reallocated-submit = Les confier tous
reallocate-same = Choisissez quelqu’un d’autre que celui qui les suit maintenant.
reallocate-none = Ce collègue ne suit aucun dossier que vous voyez.
reallocate-kept-from = L’autre collègue ne doit voir aucun de ces dossiers. Choisissez quelqu’un d’autre.
reallocate-moved = Quelque chose a changé entre-temps et rien n’a été confié. Envoyez de nouveau.
reallocate-done = Les dossiers ont été confiés
reallocate-done-text = { $given ->
    [one] Un dossier est suivi par le collègue choisi.
   *[other] { $given } dossiers sont suivis par le collègue choisi.
} { $stayed ->
    [0] Aucun n’est resté.
    [one] Un dossier est resté, car ce collègue ne doit pas le voir.
   *[other] { $stayed } dossiers sont restés, car ce collègue ne doit pas les voir.
}
