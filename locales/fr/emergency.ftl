# Ouvrir un seul dossier en urgence, et l’examiner ensuite

kind-file-emergency-opened = Le dossier a été ouvert en urgence
kind-file-emergency-reviewed = Une ouverture en urgence a été examinée
act-file-emergency-opened = Ouvrir un dossier en urgence
act-file-emergency-reviewed = Examiner une ouverture en urgence
code-action-open = Ouvrir un seul dossier en urgence
code-action-examine = Examiner une ouverture en urgence
code-purpose-emergency = Urgence
code-list-name-emergencies = Ouvertures en urgence
code-emergency-reason-life-in-danger = La vie ou la santé de la personne est en danger
code-emergency-reason-others-in-danger = La vie ou la santé d’autrui est en danger
code-emergency-reason-missing = La personne a disparu et pourrait être en danger
code-emergency-finding-justified = Il y avait un danger, et le dossier était nécessaire
code-emergency-finding-not-justified = Il n’y avait pas de danger, ou le dossier n’était pas nécessaire
not-possible-emergency-open = Vous avez déjà ouvert ce dossier. Il reste ouvert jusqu’à la fin de son heure.
not-possible-emergency-not-needed = Ce dossier vous est ouvert par votre travail. Vous le trouvez dans la liste des dossiers ; l’urgence n’est pas nécessaire.
not-possible-emergency-unknown = Ce dossier n’a pas connu une telle ouverture.
not-possible-own-emergency = Personne n’examine ce qu’il a ouvert lui-même.
not-possible-emergency-of-leader = Cette ouverture vient d’une personne placée au-dessus de vous. La direction, le délégué à la protection des données ou l’organe de contrôle l’examine.
not-possible-emergency-suspended = Vous avez ouvert un dossier il y a plus de sept jours, et personne ne l’a encore examiné. D’ici là, vous n’en ouvrez pas d’autre en urgence. Appelez la direction de la prison ou l’organe de contrôle.
not-possible-emergency-standing-in = Vous agissez pour un poste que vous remplacez. Déposez-le d’abord : ouvrir un dossier en urgence, ou examiner une telle ouverture, se fait en son propre nom.

f-file-emergency-opened-number = Numéro de dossier complet
f-file-emergency-opened-number-hint = Tel qu’il figure sur les papiers. Il n’y a pas de recherche ici.
f-file-emergency-opened-reason = Quelle est l’urgence ?
f-file-emergency-opened-words = Que s’est-il passé, et que devez-vous savoir ?
f-file-emergency-opened-words-hint = Une ou deux phrases. Qui examinera l’ouverture les lira, et la personne le peut aussi.
f-file-emergency-opened-submit = Ouvrir ce dossier pour une heure
f-file-emergency-reviewed-found = Que constatez-vous ?
f-file-emergency-reviewed-reason = Pourquoi ?
f-file-emergency-reviewed-reason-hint = Ce que vous avez demandé, et à qui. Une ouverture injustifiée est consignée comme telle, quelles qu’en soient les suites.
f-file-emergency-reviewed-submit = Le consigner

emergency-lead = Seulement si quelqu’un est en danger et que personne, parmi ceux qui suivent le dossier, ne peut être joint.
emergency-rules = Ce qui se passe alors
emergency-rule-record = L’ouverture est consignée, avec votre nom et votre motif, avant que vous ne voyiez quoi que ce soit. Elle ne peut être annulée.
emergency-rule-hour = Un seul dossier vous est ouvert pendant soixante minutes. Vous voyez qui est la personne et où elle se trouve ; ceux qui suivent les orientations voient aussi ce qui a été transmis aux services. Rien ne peut être écrit, imprimé ni listé.
emergency-rule-told = La direction de la prison, le délégué à la protection des données et l’organe de contrôle en sont avisés aussitôt. Quelqu’un d’autre l’examine dans les soixante-douze heures.
emergency-rule-seven = Si personne ne l’a examinée après sept jours, vous n’ouvrez plus aucun dossier de cette façon. Plus de trois ouvertures en trente jours vont à l’organe de contrôle.
emergency-nothing = Aucun dossier ne peut être ouvert sous ce numéro. Vérifiez le numéro, ou appelez la direction de la prison.

emergency-open-until = Ouvert en urgence jusqu’à { $hour }
emergency-open-text = Vous voyez qui est la personne et où elle se trouve, et rien ne peut être écrit. Ce que vous ouvrez est consigné, et quelqu’un d’autre l’examine.
emergency-sent = Ce qui a été transmis aux services
emergency-sent-none = Rien que vous puissiez ouvrir n’a été transmis à un service.
emergency-sent-to = Ce que { $org } a reçu
emergency-own-open = Un dossier vous est ouvert en urgence
emergency-own-open-until = Jusqu’à { $hour }.
emergency-own-open-go = Aller au dossier

emergencies-title = Dossiers ouverts en urgence
emergencies-lead = Chacun de ces dossiers a été ouvert, à cause d’un danger, par quelqu’un dont ce n’est pas le travail. Voyez pourquoi, interrogez ceux qui étaient présents, et dites ce que vous constatez.
emergencies-waiting = { $count ->
    [0] Rien n’attend d’examen
    [one] Une ouverture attend d’être examinée
   *[other] { $count } ouvertures attendent d’être examinées
}
emergencies-examined = Examinées ces trente derniers jours
emergencies-none = Rien n’attend.
emergencies-none-text = Aucun dossier que vous voyez n’a été ouvert en urgence sans être examiné.
emergencies-who = Ouvert par
emergencies-file = Dossier
emergencies-file-unnamed = Un dossier que vous n’ouvrez pas
emergencies-when = Quand
emergencies-why = Pourquoi
emergencies-state = État
emergencies-by = À examiner avant le { $day }
emergencies-late = En retard : l’échéance était le { $day }
emergencies-suspends = Personne ne l’a examinée pendant sept jours : ce compte n’ouvre plus d’autre dossier.
emergencies-nth = { $count ->
    [one] la seule de ce compte en trente jours
   *[other] numéro { $count } de ce compte en trente jours
}
emergencies-examine = L’examiner
emergencies-again = En juger autrement
emergencies-own = Quelqu’un d’autre examine celle-ci
emergencies-which = L’ouverture
emergencies-account = Compte
emergencies-frequent = Comptes à regarder de près
emergencies-frequent-text = Plus de trois dossiers en trente jours, ou un que personne n’a examiné pendant sept jours.
emergencies-lately = En trente jours
emergencies-overdue = Non examinées pendant sept jours
emergencies-examine-lead = Vous consignez ce que vous constatez ; le dossier n’en est pas changé, et il ne vous est pas ouvert pour autant.
home-queue-emergencies = Ouverts en urgence
home-none-emergencies = Aucune ouverture n’attend d’examen.
home-emergencies-all = Les voir toutes

casework-emergencies = Ouvertures en urgence
casework-emergencies-text = Quelqu’un dont ce n’était pas le travail a ouvert ce dossier à cause d’un danger. Cela prend fin après une heure, et quelqu’un d’autre l’examine.
casework-emergency-seen = Ce dossier a été ouvert en urgence
casework-emergency-seen-text = Ouvert le { $when }, pas encore examiné.
casework-emergency-see = Voir qui et pourquoi
