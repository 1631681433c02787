# Prouver de nouveau son identité, ses propres connexions, la récupération, les clés d’accès, et l’horloge avancée ou reculée.
step-up-title = Confirmez à nouveau votre identité
step-up-lead = Ce que vous voulez faire demande un second facteur donné à l’instant. Il vaut cinq minutes, et c’est inscrit au registre.
step-up-kept = Ce que vous avez saisi est gardé. Vous pourrez l’envoyer aussitôt après.
step-up-hint = Un code qui n’a pas encore servi : les six chiffres suivants de votre téléphone ou de votre générateur de codes, ou le prochain code libre de votre carte.
step-up-go = Continuer
step-up-demo = Continuer sans code (démonstration)
step-up-back = Revenir sans le faire
step-up-not-right = Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant, ou prenez le prochain de votre carte.
step-up-done = Votre identité est confirmée
step-up-done-text = Pendant { $minutes } minutes, on ne vous le redemandera pas. Ce que vous avez saisi n’est pas encore envoyé.
step-up-send = Envoyer maintenant
trouble-needs-fresh = Confirmez à nouveau votre identité
trouble-needs-fresh-text = Cela demande un second facteur donné à l’instant.
code-refusal-reason-needs-fresh = Il manquait un second facteur récent
kind-account-factor-given = A de nouveau prouvé son identité
kind-account-sessions-ended = A mis fin à ses propres sessions
code-refusal-reason-clock-stepped = On ne pouvait pas se fier à l’horloge
not-possible-own-account = Nul ne donne de nouveaux moyens d’accès à son propre compte. Deux autres personnes le font pour vous.
not-possible-other-capacity = La demande vient d’un administrateur exerçant une autre fonction. Quelqu’un de la même fonction confirme.
kind-account-recovery-asked = De nouveaux moyens d’accès ont été demandés
kind-account-recovery-confirmed = De nouveaux moyens d’accès ont été confirmés
kind-account-recovery-refused = De nouveaux moyens d’accès ont été refusés
kind-installation-clock-step-noticed = L’horloge a fait un saut
kind-installation-clock-stepped = Un saut de l’horloge a été expliqué
kind-installation-clock-step-confirmed = L’horloge a été confirmée
act-account-recovery-asked = Demander de nouveaux moyens d’accès
act-account-recovery-confirmed = Confirmer de nouveaux moyens d’accès
act-account-recovery-refused = Refuser de nouveaux moyens d’accès, ou retirer la demande
act-installation-clock-stepped = Dire pourquoi l’horloge a fait un saut
act-installation-clock-step-confirmed = Confirmer l’horloge
f-account-recovery-asked-reason = Qu’est-ce qui a été perdu, et comment savez-vous que c’est le titulaire qui demande ?
f-account-recovery-asked-reason-hint = Par exemple : téléphone perdu ; venu en personne ; connu du chef de quartier.
f-account-recovery-asked-submit = Les demander
f-account-recovery-confirmed-submit = Confirmer, et montrer une fois le second facteur
f-account-recovery-refused-reason = Pourquoi ?
f-account-recovery-refused-submit = Refuser
f-installation-clock-stepped-reason = Que s’est-il passé, et avec quoi avez-vous comparé l’horloge ?
f-installation-clock-stepped-reason-hint = Mettez d’abord à l’heure l’horloge de la machine.
f-installation-clock-stepped-submit = L’inscrire
f-installation-clock-step-confirmed-submit = L’horloge est juste : continuer
accounts-draw-password = Imprimer le mot de passe à usage unique
accounts-draw-factor = Imprimer le second facteur
accounts-draw-lead = C’est une moitié de ce qui ouvre le compte ; un autre administrateur a l’autre. Elle est montrée une fois et n’est gardée nulle part : ayez une imprimante ou une enveloppe sous la main.
accounts-draw-now = La montrer une fois
accounts-recovery = Nouveaux moyens d’accès
accounts-recovery-lead = Pour quelqu’un qui a perdu un mot de passe, un téléphone ou une carte. Un autre administrateur confirme. Alors plus rien de l’ancien n’ouvre le compte, et chacun de vous remet une moitié du nouveau.
accounts-recovery-another = Vous avez demandé de nouveaux moyens d’accès : un autre administrateur confirme
accounts-recovery-back = Retirer la demande
accounts-recovery-confirm = Confirmer de nouveaux moyens d’accès
accounts-recovery-confirm-lead = Parlez vous-même à la personne avant de confirmer. Dès lors, l’ancien mot de passe, le téléphone et la carte n’ouvrent plus rien, et chaque session prend fin. Vous verrez une fois le nouveau second facteur, à la page suivante.
accounts-recovery-refuse = Refuser de nouveaux moyens d’accès
accounts-recovery-refuse-lead = Rien ne change pour le compte. Votre motif reste au registre.
slip-half-password = Le mot de passe à usage unique : une moitié. Cette page est montrée une fois et n’est gardée nulle part. Imprimez-la maintenant, ou notez-la.
slip-half-factor = Le second facteur : une moitié. Cette page est montrée une fois et n’est gardée nulle part. Imprimez-la maintenant, ou notez-la.
slip-own-title = Votre nouveau second facteur
slip-own = Cette page est montrée une fois et n’est gardée nulle part. Ce que vous aviez avant ne marche plus.
slip-own-after = Gardez-le à part de votre mot de passe. Si vous le perdez, mettez-y fin sur la page de vos connexions.
sign-ins-title = Mes connexions
sign-ins-lead = Où vous êtes connecté, comment vous prouvez votre identité, et ce qui est arrivé à votre compte.
sign-ins-factors = Seconds facteurs
sign-ins-factors-lead = Un nouveau demande un second facteur donné à l’instant. Les codes d’un générateur de codes se saisissent comme ceux d’un téléphone.
sign-ins-telephone = En place
sign-ins-none = Aucun
sign-ins-codes-left = { $count ->
    [0] Plus aucun code
    [one] Il reste un code
   *[other] Il reste { $count } codes
}
sign-ins-factor-new = Le mettre en place
sign-ins-factor-renew = Le remplacer
sign-ins-factor-end = Y mettre fin
sign-ins-card-first = Ayez d’abord une carte avec des codes : si le nouveau téléphone ne marchait pas, vous ne pourriez plus vous connecter.
sign-ins-last-factor = C’est votre dernier second facteur. Mettez-en d’abord un autre en place.
sign-ins-sessions = Où vous êtes connecté
sign-ins-this-one = (celle-ci)
sign-ins-when = depuis { $begun }, dernière utilisation { $seen }
sign-ins-client = { $program }, { $device }
sign-ins-end = Y mettre fin
sign-ins-end-others = Mettre fin à toutes les autres
sign-ins-events = Ce qui est arrivé à votre compte
sign-ins-events-count = { $count ->
    [one] { $count } inscription
   *[other] Les { $count } dernières inscriptions
}
sign-ins-event-at = Quand
sign-ins-event-what = Quoi
sign-ins-event-by = Par
sign-ins-by-nobody-else = Vous, ou le système
few-codes-title = Peu de codes sur votre carte
few-codes-text = { $count ->
    [0] Il ne reste aucun code. Imprimez une nouvelle carte maintenant.
    [one] Il reste un code. Imprimez une nouvelle carte tant que vous le pouvez.
   *[other] Il reste { $count } codes. Imprimez une nouvelle carte tant que vous le pouvez.
}
recovered-title = Votre compte a reçu de nouveaux moyens d’accès
recovered-text = Le { $at }, deux administrateurs ont donné de nouveaux moyens d’accès à votre compte. Si vous ne l’avez pas demandé, prévenez aussitôt l’organe de contrôle.
recovered-known = Je le sais
code-client-program-firefox = Firefox
code-client-program-chrome = Chrome
code-client-program-edge = Edge
code-client-program-safari = Safari
code-client-program-other = un autre programme
code-client-device-telephone = téléphone
code-client-device-tablet = tablette
code-client-device-computer = ordinateur
code-client-device-unknown = appareil inconnu
trouble-clock-stepped = Rien n’est décidé : l’horloge a fait un saut
trouble-clock-stepped-text = L’horloge du système a fait un saut, et nul ne peut se fier aux heures ni aux délais tant que deux administrateurs n’ont pas dit pourquoi. Ce qui est arrivé peut être signalé malgré tout.
clock-banner = L’horloge a fait un saut. Rien n’est décidé tant que deux administrateurs n’ont pas dit pourquoi ; les signalements continuent.
clock-banner-link = L’horloge
clock-title = L’horloge
clock-steady = L’horloge est à l’heure. Rien n’est en attente.
clock-waits = Vous avez dit pourquoi elle a fait un saut. Un autre administrateur confirme.
clock-what = Ce qui a été remarqué
clock-step = Saut
clock-back = { $span } en arrière
clock-ahead = { $span } en avant
clock-goes-on = Le registre continue à partir du
clock-stepped-lead = L’horloge de la machine a fait un saut par rapport au temps passé. Mettez-la à l’heure, puis dites ce qui est arrivé. Un autre administrateur confirme.
clock-confirm-lead = Quelqu’un a dit pourquoi l’horloge a fait un saut. Comparez-la à une horloge de confiance, puis confirmez : les décisions reprennent à l’heure qu’elle montre.
