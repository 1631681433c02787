# Se prouver de nouveau, ses propres connexions, la récupération, les clés d’accès, et l’horloge avancée ou reculée.
step-up-title = Montrez encore une fois que c’est vous
step-up-lead = Ce que vous voulez faire demande un second facteur donné à l’instant. Il vaut cinq minutes, et c’est inscrit au registre.
step-up-kept = Ce que vous avez saisi est gardé. Vous pourrez l’envoyer aussitôt après.
step-up-hint = Un code qui n’a pas encore servi : les six chiffres suivants de votre téléphone ou de votre jeton, ou le prochain code libre de votre carte.
step-up-go = Continuer
step-up-demo = Continuer sans code (démonstration)
step-up-back = Revenir sans le faire
step-up-not-right = Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant, ou prenez le prochain de votre carte.
step-up-done = C’est bien vous
step-up-done-text = Pendant { $minutes } minutes, rien ne redemandera. Ce que vous avez saisi n’est pas encore envoyé.
step-up-send = Envoyer maintenant
trouble-needs-fresh = Montrez encore une fois que c’est vous
trouble-needs-fresh-text = Cela demande un second facteur donné à l’instant.
code-refusal-reason-needs-fresh = Il manquait un second facteur récent
code-credential-passkey = Clé d’accès
kind-account-factor-given = S’est prouvé de nouveau
kind-account-sessions-ended = A mis fin à ses propres sessions
