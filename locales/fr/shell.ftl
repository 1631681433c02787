# Le cadre de chaque page : en-tête, pied de page, formulaires, états.

product = Passerelle
shell-title = { $title } · Passerelle
shell-title-error = Erreur : { $title } · Passerelle
shell-skip = Aller au contenu de la page
shell-demo = Démonstration. Personne ici n’est réel.
shell-nav = Principal
shell-here = Vous êtes ici
shell-alerts = { $count ->
    [one] { $count } message pour vous
   *[other] { $count } messages pour vous
}
shell-sign-in = Ouvrir une session
shell-sign-out = Fermer la session
shell-until = Votre session est ouverte jusqu’à { $hour }.
shell-recorded = Cette page a été inscrite au registre des consultations avant d’être affichée.
shell-check-record = Vérifier le registre
shell-language = Langue
shell-comma = ,{" "}
paper-printed = Imprimé le { $when }. L’impression est inscrite au registre.

# Durées
span-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
span-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
span-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
span-two = { $first } { $second }

# États
state-met = Respecté
state-breach = Manquement
state-unknown = Indéterminé
state-due = À échéance
state-late = En retard
state-recorded = Consigné

# À qui appartient la limite
whose-text = Texte de l’ONU
whose-limit = Limite de l’ONU
whose-policy = Délai interne
whose-law = Droit national

# Étapes
steps-title = Où en est ce dossier
step-done = terminé
step-now = en cours
step-ahead = pas encore commencé

# Délais
clock-used = { $used } écoulés sur une limite de { $limit }
clock-used-late = { $used } écoulés sur une limite de { $limit } : { $late } de retard
clock-un = Limite de l’ONU : { $limit }
clock-policy = Délai interne : { $limit }
clock-now = { $used } à ce jour
clock-beyond = { $late } au-delà de la limite

# Formulaires
form-problem = Il y a un problème
form-optional = facultatif
form-none = Pas de réponse
form-choose = Choisir
form-yes = Oui
form-no = Non
form-only-if = Seulement si « { $question } » a pour réponse « { $answer } ».
form-row = { $what } { $number }
form-add = Ajouter : { $what }
form-hint-lines = Un élément par ligne.
form-hint-moment = Heure locale de cette installation ({ $zone }).
form-max = { $max } caractères au maximum.

wrong-missing = Répondez à cette question.
wrong-missing-text = Écrivez quelque chose ici.
wrong-missing-choice = Choisissez une réponse.
wrong-missing-date = Indiquez une date.
wrong-missing-tick = Cochez cette case pour continuer.
wrong-long = { $over ->
    [one] Le texte dépasse de { $over } caractère. Maximum : { $max }.
   *[other] Le texte dépasse de { $over } caractères. Maximum : { $max }.
}
wrong-sign = Ce texte contient un caractère qui ne peut pas être conservé. Saisissez-le de nouveau.
wrong-date = Indiquez une date : année, mois et jour, par exemple 2026-11-23.
wrong-moment = Indiquez une date et une heure, par exemple 2026-11-23 14:00.
wrong-gap = Cette heure n’a pas existé : passage à l’heure d’été. Indiquez l’heure d’avant ou d’après.
wrong-number = Indiquez un nombre entier en chiffres.
wrong-small = Indiquez un nombre égal ou supérieur à { $min }.
wrong-big = Indiquez un nombre égal ou inférieur à { $max }.
wrong-choice = Choisissez l’une des réponses proposées.
wrong-twice = Deux réponses ont été données. N’en donnez qu’une.
wrong-few = Indiquez-en au moins { $min }.
wrong-many = Indiquez-en au plus { $max }.
wrong-not-asked = Cette question ne se pose que si « { $question } » a pour réponse « { $answer } ». Effacez cette réponse ou choisissez celle-là.
wrong-form = Le formulaire contenait un élément qui n’était pas demandé : { $name }. Rien n’a été enregistré. Ouvrez de nouveau le formulaire.
