# Dossiers, ce qu’on peut y faire, constats, règles, registre.

# Un dossier
casework-no-name = Le nom ne vous est pas ouvert
casework-some-org = une autre organisation
casework-somebody = un collègue
casework-died = Décès en détention
casework-released-on = Libération le
casework-release-expected = Libération prévue le
casework-languages = Parle { $spoken } ; documents en { $reads }
casework-sections = Parties de ce dossier
casework-section-overview = Vue d’ensemble
casework-section-assessment = Évaluation
casework-section-plan = Plan
casework-section-consents = Consentements
casework-section-referrals = Orientations
casework-section-measures = Mesures
casework-section-release = Libération
casework-section-safeguards = Garanties
casework-section-timeline = Ce qui s’est passé
casework-section-looks = Qui a consulté
casework-title-overview = Dossier
casework-title-assessment = Dossier : évaluation
casework-title-plan = Dossier : plan
casework-title-consents = Dossier : consentements
casework-title-referrals = Dossier : orientations
casework-title-measures = Dossier : mesures
casework-title-measure = Dossier : une mesure
casework-title-release = Dossier : libération
casework-title-safeguards = Dossier : garanties
casework-title-timeline = Dossier : ce qui s’est passé
casework-title-looks = Dossier : qui a consulté
casework-title-do = Dossier : ce que vous pouvez faire
casework-note-measures = { $count } en vigueur
casework-note-safeguards = { $count } à voir
casework-note-referrals = { $count } en attente
casework-record = Consigner ce qui s’est passé
casework-record-text = Un compte rendu est toujours accepté, même tardif, même s’il paraît erroné. Vous pouvez dire quand cela s’est passé.
casework-decide = Proposer une décision
casework-decide-text = Une décision prend effet dès qu’elle est consignée. Une garantie peut la refuser, en disant pourquoi et ce qui y remédierait.
casework-do = Ce que vous pouvez faire
casework-do-nothing = Vous n’avez rien à faire ici pour l’instant.
casework-do-nothing-text = Vous pouvez lire ce dossier. Consigner et décider revient à d’autres.
casework-report-lead = Vous consignez ce qui s’est passé. Rien n’est jugé ici. Ce qui est consigné reste ; une erreur se corrige par une autre inscription.
casework-keeping-lead = Vous dites combien de temps ce dossier est conservé, ou ce qui n’a pas à y figurer. Il reste consigné que vous l’avez dit.
casework-decision-lead = Vous prenez une décision. Elle prend effet à l’envoi, sauf si une garantie l’arrête.
casework-moved = Pas encore fait : quelqu’un a consigné quelque chose pendant que vous écriviez.
casework-moved-text = Vos réponses sont gardées ci-dessous. Regardez ce qui est nouveau, puis renvoyez-les si elles conviennent toujours.
casework-moved-see = Voir ce qui est nouveau
casework-moved-short = Quelqu’un a consigné quelque chose dans ce dossier pendant que vous écriviez. Vérifiez vos réponses et renvoyez-les.
casework-nothing = Rien de consigné pour l’instant.
casework-rule-set = Version des règles : { $version }
casework-clock-set = { $limit }, délai fixé par le service là où le texte n’a qu’un mot.
casework-breach-over = Manquement, terminé
casework-semicolon = {"\u202F"};{" "}
casework-to = à

# Étapes
casework-step-done = fait le { $day }
casework-step-due = le { $day }
casework-stands = Étape { $number } sur 7 : { $step }.
casework-stands-closed = Ce dossier est clos.
casework-stands-next = Le prochain bilan du plan est dû le { $day }.
casework-stands-computed = Ces étapes découlent de ce qui a été consigné ; personne ne les fixe à la main.

# Personnes
casework-people = Personnes
casework-involved = Qui intervient maintenant
casework-before = { $count ->
    [one] Avant : { $count } entrée
   *[other] Avant : { $count } entrées
}
casework-carries-since = suit le dossier depuis le { $day }
casework-carried = a suivi le dossier du { $from } au { $until }
casework-nobody = Personne ne suit encore ce dossier.
casework-looks-all = { $count ->
    [one] { $count } consultation
   *[other] Les { $count } consultations
}
casework-looks-person = La personne peut demander cette liste et la reçoit dans sa langue.
casework-looks-text = Chaque ouverture et chaque impression est inscrite avant que la page s’affiche. Les noms passent par l’organe de contrôle.
casework-looks-for = { $purpose } : { $parts }
casework-looks-empty = Personne n’a ouvert ce dossier avant vous.
casework-you-opened = Vous avez ouvert ce dossier
casework-you-printed = Vous en avez imprimé une partie
casework-other-opened = { $capacity }, { $org } : ouverture
casework-other-printed = { $capacity }, { $org } : impression

# Ce qui s’est passé
casework-timeline-filter = Filtrer ce qui s’est passé
casework-timeline-empty = Rien de tel n’est consigné.
casework-topic-all = Tout
casework-topic-custody = Détention
casework-topic-file = Suivi
casework-topic-assessment = Évaluation
casework-topic-plan = Plan
casework-topic-consent = Consentement
casework-topic-referral = Orientation
casework-topic-measure = Mesure
casework-topic-release = Libération
casework-topic-finding = Garantie
casework-topic-handover = Relais
casework-by-itself = par le système lui-même
casework-known-since = Consigné seulement le { $day }
casework-contradiction = Cela ne concorde pas avec ce qui était consigné. Une correction est attendue.
casework-older = { $count ->
    [one] Plus ancien : { $count } entrée
   *[other] Plus ancien : { $count } entrées
}

# Évaluation
casework-assessment-empty = Les besoins sont demandés dans les premières heures et évalués peu après. Un plan ne commence que de là.
casework-assessment-now = Évaluation actuelle
casework-assessment-before = Évaluation antérieure
casework-first-hours = Les premières heures
casework-need = Besoin
casework-looked-after = Pris en charge ?
casework-note = Remarque
casework-spoken = Entretien en { $language }.
casework-needs = Besoins qui en découlent
casework-facts = Faits
casework-facts-caption = Ce qui est, qui le dit, et de quel jour cela est vrai.
casework-fact = Fait
casework-source = Source
casework-true-of = Vrai au
casework-judgements = Appréciations
casework-judgements-caption = Ce que quelqu’un pense, sur quelle base, et quand il faut y revenir.
casework-judgements-none = Aucune appréciation n’a été consignée.
casework-judgement = Appréciation
casework-basis = Base
casework-look-again = À revoir avant le
casework-strengths = Ce qui protège et aide
casework-contested = La personne conteste

# Plan
casework-plan-version = Plan, version { $number }
casework-plan-empty = Il n’y a pas encore de plan. Il part de besoins évalués et a un volet libération dès sa première version.
casework-plan-older = Versions antérieures
casework-plan-open = Le plan entier
casework-plan-print = Mettre le plan sur papier pour la personne
casework-plan-release = La vie après la libération
casework-plan-release-empty = Cette version ne dit rien de la vie après la libération. La règle le demande dès le premier plan.
casework-said-agreed = en donnant son accord,
casework-said-disagreed = en refusant son accord,
casework-said-wants = sur ce qu’elle veut,
casework-agreed = La personne est d’accord
casework-disagreed = La personne n’est pas d’accord
casework-disagreed-text = Cela ne compte contre personne. Le plan peut changer.
casework-not-answered = Pas encore de réponse
casework-not-asked = La personne n’a pas été interrogée
casework-ask-again = La question lui sera reposée le { $day }.
casework-approved = Approuvé
casework-not-approved = En attente d’approbation
casework-returned = Renvoyé à son auteur
casework-review-on = Bilan dû le { $day }
casework-review-held = Bilan du { $day }
casework-review-outcome = Décidé
casework-review-present = Présents
casework-review-dissent = Avis différent
casework-review-next = Prochain bilan
casework-goals = Objectifs du plan
casework-goal = Objectif
casework-step-next = Prochaine étape
casework-helper = Qui aide
casework-state = État
casework-goal-under-way = En cours
casework-goal-reached = Atteint
casework-goal-on-hold = Suspendu
casework-goal-dropped = Abandonné
casework-goal-record = Consigner une étape
casework-goal-refer = Demander à une organisation
casework-refer-hint = Un objectif peut être proposé à une organisation extérieure, si la personne y consent.
casework-lost-no-blame = { $count ->
    [one] Une place a été perdue à cause d’une mesure. Cela ne compte pas contre la personne.
   *[other] { $count } places ont été perdues à cause d’une mesure. Cela ne compte pas contre la personne.
}
casework-release-home = Où, et avec qui
casework-release-living = Travail, formation, ressources
casework-release-ties = Liens à garder
casework-release-agency = Organisme consulté

# Consentements et orientations
casework-consents-text = Un consentement est un droit de refus dans la main de la personne : rien n’est partagé sans lui, et un non reste sans conséquence.
casework-consents-empty = La personne n’a pas été interrogée. Rien ne peut être partagé avec une organisation avant cela.
casework-consent-none = Personne
casework-consent-refused = La personne a dit non
casework-consent-refused-text = Cela n’a aucune conséquence pour elle.
casework-consent-holds = Valable
casework-consent-withdrawn = Retiré
casework-consent-over = N’est plus valable
casework-consent-until = { $org }, jusqu’au { $day }
casework-receiver = Destinataire
casework-purpose = Pour quoi
casework-shared = Ce qui peut être partagé
casework-until = Jusqu’au
casework-explained = Expliqué par { $who }, en { $language }
casework-service = Service
casework-begun = Commencée
casework-next-session = Prochaine séance
casework-referrals-empty = Aucune organisation n’a été sollicitée. Une orientation part d’un objectif du plan approuvé.
casework-referrals-from-plan = Choisir un objectif
casework-refer-no-consent = Aucun consentement valable.
casework-refer-no-consent-text = Demandez d’abord à la personne. Si elle dit non, rien n’est envoyé et rien ne lui arrive.
casework-refer-preview = Ce que verra le destinataire
casework-refer-preview-lead = Lisez-le avec les yeux de { $org }. Rien n’est encore envoyé.
casework-refer-offer = Tout de suite : l’offre
casework-refer-offer-text = Ceux qui répondent aux offres voient ceci et rien d’autre.
casework-refer-package = Après acceptation : le dossier transmis
casework-refer-package-text = Seuls ceux qui assurent l’orientation le voient, et seulement jusqu’au dernier jour.
casework-refer-confirm = Envoyer l’offre à { $org }
casework-refer-change = Changer quelque chose

# Mesures
casework-measure-solitary = Isolement cellulaire
casework-measure-separation = Séparation des autres
casework-measure-observation = Observation renforcée
casework-measure-activities-limited = Activités réduites
casework-measure-contact-limited = Contacts extérieurs réduits
casework-measure-running = { $what } : jour { $day }
casework-measure-since = En vigueur depuis le
casework-measure-end = Fin prévue :
casework-measure-end-passed = La fin prévue est passée :
casework-measure-open = La mesure, ses cinq réponses et son délai
casework-measure-ended = Terminée
casework-measure-past-end = Au-delà de sa fin prévue
casework-measure-in-force = En vigueur
casework-not-known = Non connue
casework-measures-none = Aucune mesure.
casework-measures-empty = Aucune restriction n’est consignée pour cette personne. Si vous en constatez une, consignez-la aussitôt.
casework-measure = Mesure
casework-from = Depuis
casework-planned-end = Fin prévue
casework-lasted = Durée
casework-circumstances = Circonstances qui protègent ou aident
casework-decided-by = Décidée par
casework-found-by = Constatée par
casework-clock = Le délai
casework-time-used = Temps écoulé
casework-limit-reached = Limite atteinte
casework-clock-title = Temps écoulé et limite de 15 jours
casework-clock-day = Jour { $day }
casework-post-review = Examen, { $day }
casework-post-end = Fin prévue, { $day }
casework-post-asked = Demandé, { $day }
casework-days-table = La même chose en tableau : régime, contacts, visites de santé
casework-days-caption = Périodes entièrement consignées, les plus récentes d’abord. Contrôles à la porte, repas et escortes ne sont pas des contacts.
casework-from-to = De, à
casework-without-contact = Sans contact
casework-contact = Contact humain significatif
casework-no-contact = Aucun contact consigné sur cette période
casework-health-visit = Vu par le service de santé
casework-regime-none = Aucun jour n’est entièrement consigné
casework-question-1 = 1. S’agit-il de cette personne ?
casework-question-2 = 2. Est-ce le moins qui suffise ?
casework-question-3 = 3. Y a-t-il une raison légale ?
casework-question-4 = 4. Tout autre serait-il traité de même ?
casework-question-5 = 5. Est-ce adapté à l’âge, au sexe, à la santé ?
casework-legal-basis = Base légale
casework-authorised-by = Autorisée par
casework-review-by = Examen indépendant avant le
casework-found = Les cinq questions n’ont pas de réponse ici
casework-found-text = Cette mesure a été constatée en vigueur. Personne n’a consigné pourquoi elle a été décidée ; rien n’en est tenu pour respecté.
casework-extensions = A-t-elle été prolongée ?
casework-extensions-none = Non. Elle finit comme prévu d’abord, ou plus tôt.
casework-extended-until = Prolongée jusqu’au
casework-person-says = Ce que dit la personne
casework-review-asks = L’examen demande :
casework-not-heard = Aucun examen indépendant n’est encore consigné. L’avis de la personne n’est pas connu.
casework-costs = Ce qu’elle coûte, et ce qui continue
casework-goes-on = Ce qui continue
casework-lost = Perdu
casework-lost-none = Aucune place perdue n’est consignée.
casework-a-service = Un service
casework-not-counted = La place a été perdue à cause de la mesure. Cela ne compte pas contre la personne.

# Libération
casework-what = Quoi
casework-how = Comment
casework-arranged = Arrangé
casework-release-items = Ce qui doit être arrangé
casework-release-arranged = { $arranged } sur { $all } sont arrangés.
casework-release-empty = Papiers, logement, ressources et trajet s’arrangent avant que la porte s’ouvre. On peut commencer à tout moment.
casework-release-open = Libération et relais
casework-copy-offered = Une copie du dossier a été proposée le
casework-handover = Relais
casework-handover-empty = Personne dehors n’a été sollicité pour prendre le relais. Le devoir de la société ne finit pas à la porte.
casework-handover-accepted = Accepté
casework-handover-returned = Renvoyé
casework-handover-waits = Attend une réponse
casework-handover-summary = Ce qui leur a été dit
casework-answer-by = Réponse avant le { $day }
casework-offered-on = Proposé le
casework-taken-by = Pris en charge par
casework-first-meeting = Première rencontre
casework-why = Pourquoi
casework-contacts = Contacts après la libération
casework-contacts-empty = Ils commencent une fois la personne libérée.
casework-contacts-due = La personne est dehors. Quelqu’un devrait la joindre dans les 72 heures.
casework-first-contact-clock = Premier contact dans les 72 heures après la libération.

# Garanties
casework-safeguards-sentence = { $met } respectées, { $breach } en manquement, { $undetermined } indéterminées.
casework-safeguards-nothing = Aucune règle vérifiée ici ne demande encore rien à ce dossier.
casework-safeguards-text = Ce qui n’est pas consigné n’est jamais tenu pour respecté. Un constat dit ce que montre le registre ; il ne juge personne.
casework-safeguards-open = Toutes les garanties de ce dossier
casework-no-finding = Aucun constat en cours.
casework-no-finding-text = Chaque règle applicable est respectée d’après ce qui est consigné.
casework-all-rules = Toutes les règles et leur contrôle
casework-since = Depuis le
casework-known-only = Connu seulement depuis le
casework-over-since = Terminé depuis le
casework-coverage = { $recorded } jours pleins sur { $closed } sont entièrement consignés.
casework-without-facts = Les faits en cause relèvent d’une partie qui ne vous est pas ouverte.
casework-remedy = Ce qui y remédierait

# Refusé par une garantie
refused-title = Pas fait : une garantie l’interdit
refused-heading = Pas fait. Une garantie l’interdit : { $rule }
refused-lead = Vous avez demandé : { $what }, pour { $name }. Rien n’a changé. Votre demande est consignée, comme toute tentative.
refused-stop = Ce qui l’arrête
refused-would-breach = Serait un manquement
refused-remedy = Ce qui y remédierait
refused-no-later = Une fin au plus tard le
refused-ceiling = C’est un plafond, pas un but : la durée doit être la plus courte possible.
refused-nobody-waives = Personne ne peut déroger à cette règle, à aucun niveau.
refused-do = Ce que vous pouvez faire maintenant
refused-do-text = Si vous en restez là, tout demeure comme avant. Ce qui se passe peut toujours être consigné : une garantie arrête des décisions, jamais des comptes rendus.
refused-leave = En rester là
refused-form-below = Pour changer la demande, vos réponses sont ci-dessous, telles que vous les avez laissées.

# Première page
home-title = Aujourd’hui
home-find = Trouver un dossier
home-find-hint = Nom ou numéro de dossier, trois lettres au moins
home-find-button = Trouver
home-waiting = { $count ->
    [0] Rien ne vous attend.
    [one] Une chose vous attend.
   *[other] { $count } choses vous attendent.
}
home-late = { $count ->
    [one] Une est en retard.
   *[other] { $count } sont en retard.
}
home-wait = Ce qui vous attend
home-search = Dossiers
home-beside = Échéances et recherche
home-limits = Fins les plus proches
home-limits-none = Aucune mesure en vigueur.
home-limits-none-text = Personne, parmi les dossiers que vous voyez, n’est sous restriction.
home-limits-legend = Une fin prévue ne donne pas droit au temps qui reste : une mesure finit dès que sa raison finit.
home-no-end = Aucune fin prévue connue
home-end-in = Fin prévue dans { $span }
home-end-late = { $span } au-delà de la fin prévue
home-more = { $count ->
    [one] { $count } de plus
   *[other] { $count } de plus
}
home-queue-needs-decision = Demande ma décision
home-queue-offered-to-us = Proposé à nous
home-queue-due-this-week = Dû cette semaine
home-queue-overdue = En retard
home-queue-returned = Revenu à moi
home-queue-safeguards = Garanties sur mes dossiers
home-none-needs-decision = Rien n’attend une décision de vous.
home-none-offered-to-us = Aucune offre n’attend de réponse.
home-none-due-this-week = Rien n’est dû dans les sept jours.
home-none-overdue = Rien n’est en retard.
home-none-returned = Rien n’est revenu.
home-none-safeguards = Aucun constat en cours.
home-why-unallocated = Personne ne le suit
home-why-plan-to-approve = Plan à approuver
home-why-person-to-ask = Personne à interroger
home-why-to-plan = Plan à faire
home-why-handover-to-answer = Relais à répondre
home-why-review = Bilan du plan
home-why-measure-end = Fin d’une mesure
home-why-release = Libération
home-why-first-contact = Premier contact
home-why-plan-returned = Plan renvoyé
home-why-handover-returned = Relais renvoyé
home-why-breach = Manquement
home-why-undetermined = Indéterminé
home-no-case = Votre travail porte sur l’installation et ses comptes. Vous n’ouvrez aucun dossier.
home-places = Ce dont vous vous occupez
home-admin-accounts = Proposer, confirmer et fermer des comptes. Il faut deux administrateurs pour chacun.
home-org-accounts = Proposer et fermer des comptes de votre organisation.
home-admin-organisations = Enregistrer des organisations et donner des mandats aux organes de contrôle.
home-admin-services = Ce qui est proposé aux personnes détenues, et par qui.
home-admin-log = Comment chacun peut vérifier que rien n’a été changé.
home-directory = Qui travaille ici, et comment les joindre.
home-rules = Ce que demandent les règles des Nations Unies, et comment c’est contrôlé ici.

# Dossiers
cases-total = { $count ->
    [0] Aucun dossier.
    [one] Un dossier que vous pouvez ouvrir.
   *[other] { $count } dossiers que vous pouvez ouvrir.
}
cases-total-over = Plus de { $count } dossiers que vous pouvez ouvrir. Affinez la liste, ou cherchez par nom ou par numéro.
cases-list = Dossiers
cases-filter = Filtrer les dossiers
cases-all = Tous
cases-mine = Les miens
cases-name = Nom
cases-step = Étape
cases-carried = Suivi par
cases-review = Bilan du plan
cases-notes = À voir
cases-nobody = Personne encore
cases-measures = { $count ->
    [one] { $count } mesure
   *[other] { $count } mesures
}
cases-breaches = { $count ->
    [one] { $count } manquement
   *[other] { $count } manquements
}
cases-undetermined = { $count } indéterminé
cases-before = Précédent
cases-next = Suivant
cases-page = Page { $page } sur { $pages }
cases-page-of-more = Page { $page } d’une liste qui continue
cases-name-loading = Nom en cours de chargement
cases-loading = Les noms sont encore en cours d’ouverture. Une recherche peut ne pas trouver tout le monde. Réessayez dans un instant.
cases-short = Trois lettres au moins.
cases-short-text = Tapez davantage du nom ou du numéro de dossier.
cases-none = Aucun dossier ici.
cases-none-text = Aucun dossier que vous pouvez ouvrir n’en est à cette étape.
cases-none-found = Personne de trouvé.
cases-none-found-text = Parmi les dossiers que vous pouvez ouvrir, aucun nom ni numéro ne contient ces lettres.
cases-return-lead = Pour une personne libérée qui revient et qu’aucune prison ne détient. L’ancien dossier continue dès qu’une seconde personne a consigné le même retour dans les sept jours. Chaque question est consignée.
cases-return-nobody = Aucun dossier d’une personne libérée ne porte ce numéro. Vérifiez-le ; si la personne n’a jamais eu de dossier, enregistrez un écrou.

# Constats
findings-title = Constats
findings-lead = Un constat dit ce que montre le registre au regard d’une règle. Il ne juge personne.
findings-verify = Vérifier le registre
findings-sum = Où en sont les règles
findings-three = Trois réponses, jamais deux : ce qui n’est pas consigné est indéterminé et reste dans le compte.
findings-coverage = Dossiers contrôlés : { $checked } sur { $cases }, au regard de { $rules } règles. Indéterminés : { $undetermined }. Manquements : { $breach }.
findings-rule = Règle
findings-limit = Limite
findings-filter = Filtrer les constats
findings-all = Tous
findings-none-text = Chaque règle applicable est respectée d’après ce qui est consigné, dans chaque dossier que vous voyez.
findings-case = Dossier
findings-outcome = Résultat
findings-since = Depuis
findings-known = Connu depuis
findings-caption = L’indéterminé d’abord : on peut encore consigner aujourd’hui. Ce que cette page vous montre est inscrit au registre des consultations.

# Règles
rules-title = Règles
rules-lead = Ce que demandent les règles des Nations Unies, et comment c’est contrôlé ici. Dit avec nos mots ; seul le texte fait foi.
rules-data = D’où viennent les faits
rules-check-c-text = Le texte lui-même est calculé.
rules-check-c-clock = Calculé avec un délai fixé par le service, car le texte n’a qu’un mot.
rules-check-c-proxy = On contrôle qu’un écrit existe. Sa qualité n’est pas jugée.
rules-k-episode-gap = Deux périodes séparées de moins de { $length } sont montrées comme un seul schéma.
rules-k-solitary-alert = Premier avertissement après { $length }.
rules-k-solitary-last-alert = Dernier avertissement après { $length }.
rules-k-plan = Un plan au plus tard { $length } après l’admission.

# Vérifier
verify-title = Le registre
verify-lead = Tout ce qui est fait ici, et chaque consultation, figure dans un registre qui ne peut que croître. Chacun peut le vérifier.
verify-what = Ce que c’est
verify-what-text = Chaque entrée est scellée et engage toutes celles qui précèdent. Si l’une était changée ou retirée, les sommes ne concorderaient plus.
verify-what-not = Ce qui est public ne contient ni nom, ni dossier, ni place dans le dossier de quiconque : seulement des sommes.
verify-checkpoint = Dernier point de contrôle
verify-checkpoint-text = Il dit combien d’entrées il y a et signe leur somme. Gardez-en une copie : les suivants doivent la contenir.
verify-checkpoint-link = Le point de contrôle en fichier
verify-key = Clé
verify-key-text = Avec cette clé, chacun voit qu’un point de contrôle vient bien d’ici.
verify-key-link = La clé en fichier
verify-how = Comment vérifier
verify-how-paper = Un papier avec un code : scannez-le, ou ajoutez le code à l’adresse /log/proof/. La preuve montre que ce qui est sur le papier figure au registre.
verify-how-copy = Une copie du registre : ce programme la vérifie sur tout ordinateur, sans cette installation.

# Le plan sur papier, avec les mots de la personne
paper-plan-title = Mon plan
paper-plan-keep = Cet exemplaire est à moi.
paper-plan-approved = Approuvé le { $day }
paper-plan-draft = Pas encore approuvé
paper-plan-where = Où j’en suis
paper-plan-here = J’en suis à cette étape : { $step }.
paper-plan-home = Le premier jour où je peux rentrer chez moi est le { $day }.
paper-plan-do = Ce que je fais, et qui m’aide
paper-plan-goal = Mon objectif
paper-plan-step = Ma prochaine étape
paper-plan-helper = Qui m’aide
paper-plan-lost = J’ai perdu une place parce que j’étais à l’écart. Cela ne compte pas contre moi.
paper-plan-after = Quand je serai dehors
paper-plan-rights = Ce que je peux toujours faire
paper-right-change = Dire que je ne suis pas d’accord, ou demander de changer le plan. On ne me punira pas pour cela.
paper-right-no = Dire non à un programme, ou au partage de ce qui me concerne. Il ne m’arrivera rien.
paper-right-complain = Me plaindre, aussi à quelqu’un hors de cette prison.
paper-right-read = Lire mon dossier, et voir qui l’a consulté et pourquoi.
paper-right-copy = Recevoir une copie de mon dossier quand je pars.
paper-right-lawyer = Parler à un avocat, et rester en lien avec ma famille.
paper-plan-say = Ce que je veux dire le { $day }
paper-plan-signed = Nous avons lu ce plan ensemble
paper-plan-coordinator = responsable du suivi
paper-plan-interpreter = Interprète, date
paper-plan-real = Est-ce bien mon plan ?
paper-plan-check = Toute personne de confiance peut le vérifier avec ce code. Il montre que rien n’a été changé. Il ne montre pas mon nom.
paper-plan-code = Code avec l’adresse de la preuve
paper-plan-printed = Imprimé le { $when }, par { $who }. L’impression est consignée.
paper-plan-back = Retour au plan
paper-plan-proof = La preuve
