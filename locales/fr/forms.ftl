# Questions, précisions, boutons et règles en marge, pour le formulaire de chaque acte.

# Boutons
submit-record = Enregistrer
submit-correct = Enregistrer la correction

# Erreurs propres aux formulaires d’actes
wrong-order = Cette date précède « { $question } ». Vérifiez les deux dates.
wrong-opened = Ce formulaire a perdu son point de départ. Rien n’a été enregistré. Ouvrez-le de nouveau depuis la page du dossier.
wrong-unreadable = Cette réponse n’a pas pu être lue. Vérifiez-la et envoyez-la de nouveau.

# Questions communes à plusieurs formulaires
field-concerns = Quand cela s’est-il passé ?
field-concerns-hint = Laissez vide si cela vient de se produire.
field-family-name = Nom de famille
field-given-names = Prénoms
field-earliest = Date de naissance, au plus tôt
field-earliest-hint = Si la date est connue, indiquez deux fois la même date.
field-latest = Date de naissance, au plus tard
field-latest-hint = Si l’âge n’est pas certain, indiquez la date la plus tardive possible. Tant que la personne peut être un enfant, les règles pour les enfants s’appliquent.
field-sex = Sexe
field-languages = Langues
field-languages-hint = La mieux parlée en premier.
field-reads = Langue des documents
field-reads-hint = Une langue que la personne lit, ou qu’on peut lui lire.
field-language = Dans quelle langue ?
field-order = Ordre ou jugement
field-basis = Sur quelle décision cela repose-t-il ?
field-source = Qui ou quoi l’indique ?
field-note = Une remarque
field-reason = Pour quelle raison ?
field-words = Ce que la personne a dit
field-place = Où ?
field-contact = Qui appeler
field-name = Nom
field-called = Comment la personne souhaite être appelée
field-visiting = Quand et comment rendre visite
field-visiting-hint = Horaires, entrée, ce qu’il faut apporter, qui demander.
field-release-on = Date de libération prévue
field-release-on-hint = Seulement si la personne a accepté de la communiquer.
field-summary = Résumé convenu avec la personne
field-summary-hint = Seulement ce que la personne accepte. Ce qui a été dit en confiance reste entre vous.
field-attendance = A-t-elle eu lieu ?
field-manner = Comment ?
field-agreed = Qu’a-t-on convenu ?
field-agreed-hint = Si personne n’a pu être joint : ce que vous tenterez ensuite, et quand.
field-alternative = Que se passe-t-il si la personne refuse ?

# Écrou
f-custody-admitted-who = Qui est reçu ?
f-custody-admitted-order-section = Sur quel titre ?
f-custody-admitted-number = Numéro d’écrou
f-custody-admitted-number-hint = Tel que l’administration pénitentiaire l’attribue.
f-custody-admitted-order = Titre de détention
f-custody-admitted-order-hint = Référence et autorité. L’infraction n’est pas demandée.
f-custody-admitted-status = Situation pénale
f-custody-admitted-concerns = Quand la personne a-t-elle été reçue ?
f-custody-admitted-submit = Enregistrer l’écrou

f-custody-identity-corrected-who = L’identité entière, telle qu’on la connaît désormais
f-custody-identity-corrected-why-section = Pourquoi cette correction ?
f-custody-identity-corrected-why = Ce qui était inexact, et comment on le sait
f-custody-identity-corrected-why-hint = L’ancienne inscription reste au registre, à côté de celle-ci.

f-custody-status-changed-status = Nouvelle situation pénale
f-custody-status-changed-concerns = À partir de quand ?
f-custody-status-changed-concerns-hint = Laissez vide si cela vaut dès maintenant.

f-custody-sentence-recorded-order = Jugement
f-custody-sentence-recorded-begins = Premier jour de la peine
f-custody-sentence-recorded-earliest-release = Première date de libération possible en droit
f-custody-sentence-recorded-earliest-release-hint = Compte tenu de toute réduction acquise à ce jour.
f-custody-sentence-recorded-ends = Fin de la peine
f-custody-sentence-recorded-concerns = Quand a-t-elle été prononcée ?
f-custody-sentence-recorded-concerns-hint = Laissez vide si c’est à l’instant.

f-custody-circumstance-noted-what = Qu’est-ce qui ouvre droit à une protection ou à une aide ?
f-custody-circumstance-noted-circumstance = Circonstance
f-custody-circumstance-noted-circumstance-hint = Seulement que c’est le cas, et depuis quand. Aucun diagnostic, aucun résultat.
f-custody-circumstance-noted-concerns = Depuis quand ?
f-custody-circumstance-noted-concerns-hint = Laissez vide si c’est à partir de maintenant.
f-custody-circumstance-noted-until = Jusqu’à quand ?
f-custody-circumstance-noted-until-hint = Seulement si la fin est connue. Sans date, la protection continue.

f-custody-transferred-where = Où la personne est-elle transférée ?
f-custody-transferred-to = Prison d’accueil
f-custody-transferred-reason-hint = Si c’est plus loin du domicile, dites pourquoi rien de plus proche n’était possible.
f-custody-transferred-submit = Enregistrer le transfert

f-custody-release-date-set-on = Date de libération
f-custody-release-date-set-on-hint = La préparation de la libération se compte à partir de ce jour.
f-custody-released-basis-hint = L’ordre de libération, ou la fin de peine.
f-custody-released-concerns = Quand la personne est-elle sortie ?
f-custody-released-submit = Enregistrer la libération
f-custody-returned-prison = Prison d’accueil
f-custody-returned-concerns = Quand la personne a-t-elle été reçue ?
f-custody-returned-number = Numéro du dossier de la personne
f-custody-returned-number-hint = Le numéro entier, tel qu’il figurait sur le dossier précédent.

f-custody-died-what = Un décès en détention
f-custody-died-told = Qui a été informé, et quand ?
f-custody-died-told-hint = La famille ou la personne à prévenir, et l’autorité indépendante saisie d’une enquête.
f-custody-died-concerns = Quand la personne est-elle décédée ?

f-custody-closed-reason = Pourquoi clore le dossier ?
f-custody-closed-note = Un mot pour qui l’ouvrira plus tard
f-custody-closed-note-hint = Merci de ne juger personne ici.
f-custody-closed-submit = Clore le dossier

f-file-allocated-to = Qui suit ce dossier désormais ?
f-file-allocated-to-hint = La personne qui le suivait jusqu’ici ne le suit plus.
f-file-allocated-submit = Confier le dossier

# Évaluation
f-assessment-needs-taken-first = Les premières heures
f-assessment-needs-taken-answers-safety-looked = La personne est-elle à l’abri des autres et de tout danger ?
f-assessment-needs-taken-answers-health-seen-looked = Le service de santé a-t-il vu la personne ?
f-assessment-needs-taken-answers-health-seen-note-hint = Rien de ce qui a été constaté : seulement à qui vous l’avez demandé, et quand.
f-assessment-needs-taken-answers-family-told-looked = La famille est-elle informée, si la personne le souhaite ?
f-assessment-needs-taken-answers-dependants-looked = Les enfants et personnes à charge sont-ils pris en charge ?
f-assessment-needs-taken-answers-lawyer-looked = Un avocat peut-il être joint ?
f-assessment-needs-taken-answers-consulate-looked = Le consulat est-il informé, si la personne le souhaite ?
f-assessment-needs-taken-answers-informed-looked = La personne est-elle informée dans une langue qu’elle comprend ?
f-assessment-needs-taken-answers-property-looked = Le logement, l’argent et les biens sont-ils protégés ?
f-assessment-needs-taken-how = Comment avez-vous parlé ?
f-assessment-needs-taken-concerns = Quand avez-vous parlé ?
f-assessment-needs-taken-concerns-hint = Laissez vide si c’est à l’instant.

f-assessment-assessed-facts-section = Les faits : ce qui est établi
f-assessment-assessed-facts = Fait
f-assessment-assessed-facts-hint = Une seule chose par fait. Ce qui a été vu, dit ou écrit, par qui, et quand. Aucune opinion ici.
f-assessment-assessed-facts-text = De quoi s’agit-il ?
f-assessment-assessed-facts-on = À quelle date ?
f-assessment-assessed-judgements-section = Les appréciations : ce que vous pensez, et pourquoi
f-assessment-assessed-judgements = Appréciation
f-assessment-assessed-judgements-hint = La vôtre, sous votre nom, et seulement jusqu’à son réexamen. Laissez vide si vous n’en avez pas.
f-assessment-assessed-judgements-text = Que pensez-vous ?
f-assessment-assessed-judgements-basis = Sur quelle base ?
f-assessment-assessed-judgements-review = Quand faut-il y revenir ?
f-assessment-assessed-needs-section = Les besoins, et ce qui aide
f-assessment-assessed-needs = Besoin
f-assessment-assessed-needs-hint = Un objectif du plan ne peut répondre qu’à un besoin inscrit ici.
f-assessment-assessed-needs-area = Domaine de vie
f-assessment-assessed-needs-text = Le besoin, tel que la personne le dirait
f-assessment-assessed-strengths = Ce qui protège et aide
f-assessment-assessed-strengths-hint = Compétences, entourage, projets, ce que la personne a déjà réussi.
f-assessment-assessed-concerns = Quand l’évaluation a-t-elle eu lieu ?
f-assessment-assessed-concerns-hint = Laissez vide pour aujourd’hui, maintenant.
f-assessment-assessed-submit = Enregistrer l’évaluation
f-assessment-contested-words = Que conteste la personne, et que dit-elle à la place ?
f-assessment-contested-words-hint = Avec ses propres mots. Cela figurera désormais à côté de l’évaluation.

# Plan
f-plan-proposed-goals-section = Les objectifs
f-plan-proposed-goals = Objectif
f-plan-proposed-goals-hint = Quelques objectifs qui comptent valent mieux que beaucoup. Chacun répond à un besoin de l’évaluation.
f-plan-proposed-goals-need = À quel besoin répond-il ?
f-plan-proposed-goals-goal = Que faut-il atteindre ?
f-plan-proposed-goals-step = La prochaine étape
f-plan-proposed-goals-helper = Qui aide ?
f-plan-proposed-release-section = La vie après la libération
f-plan-proposed-release-home = Où et avec qui la personne veut-elle vivre ?
f-plan-proposed-release-home-hint = Répondez aux quatre questions, ou laissez-les toutes vides. Sans elles, le plan peut être proposé, mais la règle 107 ne sera pas respectée dès cette version.
f-plan-proposed-release-living = Travail, formation, moyens de subsistance
f-plan-proposed-release-ties = Liens à garder ou à renouer
f-plan-proposed-release-agency = Quel organisme extérieur a été consulté, et quand ?
f-plan-proposed-release-agency-hint = Un service de probation ou de suivi, ou une organisation de la société civile.
f-plan-proposed-words-section = Les mots de la personne
f-plan-proposed-words = Ce que la personne dit vouloir
f-plan-proposed-words-hint = Tel qu’elle l’a dit. Ces mots figurent en tête du plan.
f-plan-proposed-review-on = Prochain bilan
f-plan-proposed-submit = Proposer le plan

f-plan-agreed-language = Dans quelle langue le plan a-t-il été expliqué ?
f-plan-agreed-concerns = Quand la personne a-t-elle donné son accord ?
f-plan-disagreed-language = Dans quelle langue le plan a-t-il été expliqué ?
f-plan-disagreed-reason = La raison de la personne
f-plan-disagreed-reason-hint = Avec ses propres mots. Un désaccord ne nuit à personne.
f-plan-disagreed-concerns = Quand la personne l’a-t-elle dit ?
f-plan-not-answered-reason = Pourquoi n’y a-t-il pas de réponse ?
f-plan-not-answered-ask-again = Quand lui posera-t-on de nouveau la question ?
f-plan-not-answered-concerns = Quand la question a-t-elle été posée ?
f-plan-approved-submit = Approuver le plan
f-plan-returned-reason = Que faut-il changer ?
f-plan-returned-reason-hint = Pour que l’auteur sache quoi faire ensuite.
f-plan-returned-submit = Renvoyer à son auteur
f-plan-step-recorded-goal = Objectif
f-plan-step-recorded-state = Où en est-il ?
f-plan-step-recorded-note = Que s’est-il passé ?
f-plan-reviewed-talk = L’entretien
f-plan-reviewed-present = Qui était présent ?
f-plan-reviewed-view = Comment la personne voit-elle les choses ?
f-plan-reviewed-view-hint = Avec ses propres mots.
f-plan-reviewed-dissent = Quelqu’un a-t-il vu les choses autrement ?
f-plan-reviewed-decided = La suite
f-plan-reviewed-outcome = Qu’a-t-on décidé ?
f-plan-reviewed-next-review = Prochain bilan
f-plan-reviewed-concerns = Quand le bilan a-t-il eu lieu ?
f-plan-reviewed-submit = Enregistrer le bilan

# Consentement
f-consent-given-what = Que peut-on communiquer, à qui, pour combien de temps ?
f-consent-given-recipient = Qui peut savoir ?
f-consent-given-purpose = Dans quel but ?
f-consent-given-purpose-hint = Un seul but. Un autre but demande un autre consentement.
f-consent-given-parts = Quelles parties ?
f-consent-given-until = Dernier jour de validité
f-consent-given-how = Comment la question a-t-elle été posée ?
f-consent-given-by = Qui a consenti ?
f-consent-given-explained-by = Qui l’a expliqué ?
f-consent-given-explained-by-hint = Quelqu’un qui n’a rien à gagner à un oui.
f-consent-given-alternative-hint = Ce que vous avez dit à la personne. Un refus n’a aucune conséquence défavorable.
f-consent-given-concerns = Quand a-t-il été donné ?
f-consent-given-submit = Enregistrer le consentement
f-consent-refused-purpose = Pour quoi la question était-elle posée ?
f-consent-refused-purpose-hint = La personne ne doit aucune raison ; on n’en demande donc pas.
f-consent-refused-concerns = Quand la personne a-t-elle refusé ?
f-consent-withdrawn-consent = Quel consentement ?
f-consent-withdrawn-consent-hint = Il prend fin immédiatement, et ce qui reposait sur lui aussi.
f-consent-withdrawn-concerns = Quand la personne l’a-t-elle dit ?
f-consent-withdrawn-submit = Enregistrer le retrait

# Mesures
f-measure-imposed-what = Que décide-t-on, à partir de quand, jusqu’à quand ?
f-measure-imposed-measure = Que restreint-on ?
f-measure-imposed-purpose = Dans quel but ?
f-measure-imposed-concerns = À partir de quand ?
f-measure-imposed-concerns-hint = Laissez vide si elle commence maintenant. Si elle a commencé plus tôt, dites-le : le délai court depuis ce moment.
f-measure-imposed-planned-end = Jusqu’à quand ?
f-measure-imposed-planned-end-hint = Le plus court possible. Vous pouvez y mettre fin plus tôt à tout moment.
f-measure-imposed-question-1 = 1. S’agit-il bien de cette personne ?
f-measure-imposed-question-2 = 2. Est-ce le minimum qui suffit ?
f-measure-imposed-question-3 = 3. Y a-t-il une base légale ?
f-measure-imposed-question-4 = 4. Toute autre personne serait-elle traitée de même ?
f-measure-imposed-question-5 = 5. Convient-elle à l’âge, au sexe et à la santé ?
f-measure-imposed-facts = Fait
f-measure-imposed-facts-hint = Ce que cette personne a fait, ou ce qui lui est arrivé. Jamais sa condamnation, ses convictions ou son appartenance.
f-measure-imposed-facts-on = Quand ?
f-measure-imposed-facts-what = Que s’est-il passé ?
field-source-hint = Une inscription au registre, un rapport, ou la personne qui l’a vu.
f-measure-imposed-alternatives = Autre solution
f-measure-imposed-alternatives-hint = Ce qui a d’abord été essayé ou envisagé, et pourquoi cela ne suffisait pas.
f-measure-imposed-alternatives-way = L’autre solution
f-measure-imposed-alternatives-outcome = Pourquoi ne suffisait-elle pas ?
f-measure-imposed-legal-basis = Base légale
f-measure-imposed-legal-basis-hint = Loi ou règlement, avec l’article. La peine n’est jamais un motif.
f-measure-imposed-authorised-by = Qui l’a autorisée ?
f-measure-imposed-authorised-by-hint = Nom et fonction. Jamais un membre du service de santé.
f-measure-imposed-same-for-anyone = Comment le savez-vous ?
f-measure-imposed-same-for-anyone-hint = Ce qui a été fait dans des cas semblables, quelles que soient la religion, l’origine ou les opinions.
f-measure-imposed-fits-person = Qu’a-t-on vérifié, et auprès de qui ?
f-measure-imposed-fits-person-hint = Âge, grossesse, nourrisson, handicap qui pourrait s’aggraver. Le service de santé répond seulement par oui ou par non.
f-measure-imposed-review = Qui la réexamine, et quand ?
f-measure-imposed-review-by = Premier réexamen indépendant, au plus tard
f-measure-imposed-review-by-hint = Par une personne extérieure à la chaîne qui a décidé.
f-measure-imposed-goes-on-section = Qu’est-ce qui continue malgré tout ?
f-measure-imposed-goes-on = Contacts, sorties, travail, activités
f-measure-imposed-goes-on-hint = Appels et visites de la famille, une heure dehors chaque jour, séances, livres, courrier, moyen de se plaindre.
f-measure-imposed-submit = Décider

f-measure-found-in-force-what-section = Qu’avez-vous trouvé ?
f-measure-found-in-force-measure = Qu’est-ce qui est restreint ?
f-measure-found-in-force-purpose = Quel but a été indiqué ?
f-measure-found-in-force-concerns = Depuis quand dure-t-elle ?
f-measure-found-in-force-concerns-hint = D’aussi loin qu’on le sache. Laissez vide si vous savez seulement que c’est le cas maintenant.
f-measure-found-in-force-planned-end = Jusqu’à quand, si une fin a été indiquée ?
f-measure-found-in-force-planned-end-hint = Laissez vide si personne n’en a indiqué.
f-measure-found-in-force-what = Ce que vous avez trouvé, et qui a dit quoi
f-measure-found-in-force-what-hint = Cela peut toujours être consigné. C’est un constat, pas une approbation.

f-measure-extended-until-section = Jusqu’à quand ?
f-measure-extended-until = Nouvelle fin
f-measure-extended-until-hint = La limite est un plafond, pas un but.
f-measure-extended-facts-section = Que s’est-il passé depuis ?
f-measure-extended-facts = Fait nouveau
f-measure-extended-facts-hint = Depuis la décision. Les premiers faits ne portent pas une seconde décision.
f-measure-extended-facts-on = Quand ?
f-measure-extended-facts-what = Que s’est-il passé ?
f-measure-extended-why = Pourquoi une durée plus courte ne suffit-elle pas ?
f-measure-extended-submit = Prolonger

f-measure-regime-recorded-what = Les contacts pendant cette période
f-measure-regime-recorded-from = Complet à partir de
f-measure-regime-recorded-until = Complet jusqu’à
f-measure-regime-recorded-contacts = Contact
f-measure-regime-recorded-contacts-hint = Tout contact qui dépasse un contrôle à la porte, un repas ou une escorte. S’il n’y en a pas eu, laissez vide : cela est aussi consigné.
f-measure-regime-recorded-contacts-contact = De quoi s’agissait-il ?
f-measure-regime-recorded-contacts-from = De
f-measure-regime-recorded-contacts-until = À

f-measure-health-visited-what = La visite
f-measure-health-visited-concerns = Quand la visite a-t-elle eu lieu ?
f-measure-health-visited-advises-change = Le service de santé recommande-t-il de lever ou de modifier la mesure ?
f-measure-health-visited-advises-change-hint = Oui ou non, rien d’autre. Ce qui a été dit reste au service de santé.

f-measure-reviewed-what = Le réexamen
f-measure-reviewed-concerns = Quand l’avez-vous réexaminée ?
f-measure-reviewed-view = Qu’a dit la personne ?
f-measure-reviewed-view-hint = Avec ses propres mots, hors de la présence du personnel qui a décidé.
f-measure-reviewed-outcome = Que demandez-vous ?
f-measure-reviewed-reasons = Motifs
f-measure-reviewed-submit = Enregistrer le réexamen

f-measure-lifted-concerns = Quand a-t-elle pris fin ?
f-measure-lifted-concerns-hint = Laissez vide pour y mettre fin maintenant.
f-measure-lifted-reason = Pourquoi maintenant ?
f-measure-lifted-submit = Y mettre fin

f-measure-place-lost-what = Quelle place a été perdue ?
f-measure-place-lost-referral = Service
f-measure-place-lost-referral-hint = La cause est la mesure. C’est aussi ce qui est inscrit pour l’organisation, et cela ne nuit jamais à la personne.
f-measure-place-lost-concerns = Quand a-t-elle été perdue ?

# Règles en marge
cite-mandela-2 = Mandela 2 (1)
cite-mandela-2-text = Aucune discrimination, pour quelque motif que ce soit.
cite-mandela-7 = Mandela 7
cite-mandela-7-text = Nul n’est admis dans une prison sans titre de détention valable.
cite-mandela-9 = Mandela 9
cite-mandela-9-text = Le dossier est confidentiel. N’y accèdent que ceux dont la fonction l’exige.
cite-mandela-9-copy = Mandela 9
cite-mandela-9-copy-text = Toute personne détenue peut consulter son dossier, et en reçoit une copie à sa libération.
cite-mandela-36 = Mandela 36, 45 (1)
cite-mandela-36-text = Pas plus de restrictions qu’il n’en faut. En dernier ressort, pour une durée aussi brève que possible.
cite-mandela-37 = Mandela 37 d), 45 (1)
cite-mandela-37-text = Autorisée par la loi, par une autorité compétente, avec des règles pour la réexaminer et y mettre fin.
cite-mandela-38 = Mandela 38 (2), 42, 43 (3)
cite-mandela-38-text = Atténuer les effets néfastes, pendant et après. Lumière, air, nourriture, eau et exercice sont pour tous. Les contacts familiaux ne sont jamais interdits.
cite-mandela-43-44 = Mandela 43 (1), 44
cite-mandela-43-44-text = Pas d’isolement cellulaire sans fin prévue, ni au-delà de 15 jours consécutifs. Il y a isolement cellulaire dès 22 heures par jour ou plus sans contact humain réel.
cite-mandela-45-1 = Mandela 45 (1)
cite-mandela-45-1-text = Seulement dans des cas exceptionnels, et jamais en raison de la peine. Les faits doivent être propres à la personne.
cite-mandela-45-2 = Mandela 45 (2) ; Bangkok 22 ; La Havane 67
cite-mandela-45-2-text = Jamais pour un enfant, ni pour une femme enceinte, allaitante ou avec un nourrisson. Pas lorsqu’un handicap en serait aggravé.
cite-mandela-46 = Mandela 46 (1)
cite-mandela-46-text = Le personnel de santé voit chaque jour toute personne tenue à l’écart, et n’a aucune part à la décision.
cite-mandela-59 = Mandela 59, 68
cite-mandela-59-text = Aussi près que possible du domicile. La personne peut aussitôt prévenir sa famille.
cite-mandela-69 = Mandela 69, 71
cite-mandela-69-text = La famille est informée aussitôt. Tout décès en détention est signalé sans délai à une autorité indépendante.
cite-mandela-88 = Mandela 88
cite-mandela-88-text = La personne détenue continue de faire partie de la société. On recourt à ses organismes chaque fois que possible.
cite-mandela-90 = Mandela 90
cite-mandela-90-text = Le devoir de la société ne cesse pas à la libération. Quelqu’un dehors est là pour aider.
cite-mandela-94 = Mandela 94
cite-mandela-94-text = Un programme dès que possible après l’admission, selon les besoins et capacités de la personne.
cite-mandela-107 = Mandela 107, 108 (2)
cite-mandela-107-text = On songe à la vie après la libération dès le début de la peine, avec des organismes extérieurs.
cite-mandela-108 = Mandela 87, 108 (1)
cite-mandela-108-text = Papiers, logement, travail, vêtements et trajet sont réglés avant la sortie.
cite-first-hours = Mandela 54, 55, 61, 62, 68
cite-first-hours-text = Informée rapidement, dans une langue qu’elle comprend. Avocat, consulat et famille peuvent être joints.
cite-circumstances = Mandela 2 (2), 55 ; Bangkok 22
cite-circumstances-text = Les besoins de chacun sont pris en compte. Certaines circonstances interdisent toute mesure d’isolement.
cite-assessment-facts = Mandela 94
cite-assessment-facts-text = Ce que l’on sait de la personne, avec sa source, à part de ce que quelqu’un en pense.
cite-assessment-judgements = Mandela 2 (1), 94
cite-assessment-judgements-text = Sur cette personne, pas sur un groupe. Jamais en raison de la religion, de l’origine ou des opinions.
cite-review-clock = Réexamen indépendant, pour Mandela 45 (1)
cite-review-clock-text = Isolement cellulaire : dans les 72 heures, puis tous les 5 jours. Autre séparation : tous les 14 jours.
cite-mandela-44 = Mandela 44
cite-mandela-44-text = Il y a isolement cellulaire dès 22 heures par jour ou plus sans contact humain réel. Contrôles à la porte, repas et escortes ne sont pas comptés ici ; la règle elle-même ne le précise pas.

# Orientation
f-referral-begun-which = Quel objectif, quel service ?
f-referral-begun-goal = Objectif du plan
f-referral-begun-service = Service
f-referral-begun-consent = Consentement sur lequel elle repose
f-referral-begun-consent-hint = Il doit nommer l’organisation qui offre le service.
f-referral-begun-offer = La proposition : tout ce qu’ils voient avant de répondre
f-referral-begun-offered-alias = Comment désigner la personne jusque-là
f-referral-begun-offered-alias-hint = Ni le nom, ni le numéro, ni les initiales. Par exemple 7K.
f-referral-begun-offered-need = Ce dont la personne a besoin
f-referral-begun-offered-asked = Que demandez-vous ?
f-referral-begun-offered-asked-hint = Ne nommez personne, et rien du dossier pénal.
f-referral-begun-offered-place = Où les rencontres auraient-elles lieu ?
f-referral-begun-offered-contact-hint = Quelqu’un de votre service qui peut répondre aux questions.
f-referral-begun-offered-first-meeting-by = Première rencontre, si possible avant le
f-referral-begun-offered-answer-by = Réponse avant le
f-referral-begun-offered-answer-by-hint = Après ce jour, la proposition vous revient.
f-referral-begun-package = Le dossier transmis : ce qu’ils voient une fois d’accord
f-referral-begun-package-goal = L’objectif, tel qu’il est dans le plan
f-referral-begun-package-step = La prochaine étape
f-referral-begun-package-basis = Sur quelle base est-ce transmis ?
f-referral-begun-package-basis-hint = La loi ou la convention. Le consentement s’y ajoute, il ne la remplace pas.
f-referral-begun-package-until = Dernier jour où il peut être lu
f-referral-begun-submit = Proposer à cette organisation

f-referral-package-released-what = Une nouvelle version du dossier transmis
f-referral-package-released-goal = L’objectif, tel qu’il est dans le plan
f-referral-package-released-step = La prochaine étape
f-referral-package-released-basis = Sur quelle base est-ce transmis ?
f-referral-package-released-basis-hint = La loi ou la convention. Le consentement s’y ajoute, il ne la remplace pas.
f-referral-package-released-until = Dernier jour où il peut être lu
f-referral-package-released-submit = Transmettre cette version

f-referral-accepted-note = Un mot à l’expéditeur
f-referral-accepted-note-hint = Vous verrez ensuite le nom et les parties qui vous sont transmises.
f-referral-accepted-submit = Nous acceptons
f-referral-declined-note = Un mot à l’expéditeur
f-referral-declined-note-hint = Merci de ne nommer personne.
f-referral-declined-submit = Nous déclinons
f-referral-assigned-to = Qui rencontrera la personne ?
f-referral-assigned-to-hint = À partir de là, cette personne lit ce qui vous a été transmis.
f-referral-assigned-submit = Désigner cette personne
f-referral-held-concerns = Depuis quand ?
f-referral-held-concerns-hint = Laissez vide si elle est suspendue dès maintenant.
f-referral-resumed-concerns = Depuis quand reprend-elle ?
f-referral-resumed-concerns-hint = Laissez vide si elle reprend dès maintenant.
f-referral-place-lost-reason = Pourquoi la place a-t-elle été perdue ?
f-referral-place-lost-reason-hint = La cause est extérieure à la personne et ne nuit à personne.
f-referral-place-lost-concerns = Quand a-t-elle été perdue ?
f-referral-reentry-asked-from = À partir de quand la personne peut-elle revenir ?
f-referral-reentry-asked-submit = Demander la reprise
f-referral-reentered-from = Première séance de la reprise
f-referral-service-reported-outcomes-section = Qu’en est-il sorti ?
f-referral-service-reported-outcomes = Résultat
f-referral-service-reported-outcomes-hint = Ce qu’on espérait ensemble. Les opinions et les convictions ne sont pas un résultat.
f-referral-service-reported-outcomes-hoped = Qu’espérait-on ?
f-referral-service-reported-outcomes-reached = Dans quelle mesure est-ce atteint ?
f-referral-service-reported-outcomes-note = Qu’est-ce qui a aidé, qu’est-ce qui a gêné ?
f-referral-service-reported-person = La lecture par la personne
f-referral-service-reported-person-read = La personne l’a-t-elle lu, ou le lui a-t-on lu ?
f-referral-service-reported-person-read-hint = Rien n’entre au dossier que la personne ne puisse savoir.
f-referral-service-reported-submit = Envoyer le rapport
f-referral-concluded-submit = Conclure l’orientation
f-referral-withdrawn-concerns = Quand a-t-elle pris fin ?
f-referral-withdrawn-submit = Mettre fin à l’orientation

# Rencontres et séances
f-referral-meeting-held-concerns = Quand a-t-elle eu lieu, ou devait-elle avoir lieu ?
f-referral-meeting-held-attendance = La rencontre a-t-elle eu lieu ?
f-referral-meeting-held-told-limits = A-t-on dit à la personne ce qui peut rester entre vous, et ce qui ne le peut pas ?
f-referral-meeting-held-told-limits-hint = Avant que la personne ne se confie.
f-referral-session-scheduled-at = Quand ?
f-referral-session-scheduled-submit = Fixer la séance
f-referral-session-changed-at = Nouvel horaire
f-referral-session-changed-asked-by = Qui a demandé le changement ?
f-referral-session-changed-submit = Déplacer la séance
f-referral-session-recorded-attendance = La séance a-t-elle eu lieu ?

# Libération
f-release-item-arranged-what = Qu’est-ce qui est réglé ?
f-release-item-arranged-item = Quoi ?
f-release-item-arranged-how = Comment ?
f-release-item-arranged-concerns = Depuis quand est-ce réglé ?
f-release-item-arranged-concerns-hint = Laissez vide si c’est à l’instant.
f-release-handover-offered-what = Qui prend le relais ?
f-release-handover-offered-to = Service appelé à prendre le relais
f-release-handover-offered-summary = Ce qu’il faut savoir pour répondre
f-release-handover-offered-summary-hint = Ce qui est prévu et ce qui reste ouvert. Rien du dossier pénal.
f-release-handover-offered-answer-by = Réponse avant le
f-release-handover-offered-submit = Proposer le relais
f-release-handover-accepted-first-meeting = Premier rendez-vous après la libération
f-release-handover-accepted-first-meeting-hint = La personne reçoit ce rendez-vous par écrit avant sa sortie.
f-release-handover-accepted-submit = Nous prenons le relais
f-release-handover-returned-note = Qu’est-ce qui aiderait ?
f-release-handover-returned-note-hint = Ce qui manque, ou qui pourrait prendre le relais.
f-release-handover-returned-submit = Renvoyer
f-release-file-copy-offered-what = Une copie du dossier
f-release-file-copy-offered-taken = La personne l’a-t-elle prise ?
f-release-file-copy-offered-concerns = Quand a-t-elle été proposée ?
f-release-first-contact-what = Le premier contact dehors

# Organisations
f-organisation-registered-name = Nom de l’organisation
f-organisation-registered-kind = De quoi s’agit-il ?
f-organisation-registered-place = Où se trouve-t-elle ?
f-organisation-registered-submit = Inscrire l’organisation
f-organisation-mandate-proposed-body = Quel organe ?
f-organisation-mandate-proposed-body-hint = À partir de là, il peut voir les mesures et les constats de cette prison.
f-organisation-mandate-proposed-basis = Loi ou décision qui le fonde
f-organisation-mandate-proposed-until = Dernier jour
f-organisation-mandate-proposed-until-hint = Laissez vide s’il n’a pas de terme.
f-organisation-mandate-proposed-submit = Proposer le mandat
f-organisation-mandate-confirmed-submit = Confirmer le mandat
f-organisation-mandate-end-proposed-basis = Loi ou décision qui y met fin
f-organisation-mandate-end-proposed-submit = Proposer la fin
f-organisation-mandate-ended-submit = Confirmer la fin
f-service-published-name = Nom du service
f-service-published-name-hint = Un nom neutre : il peut être lu à voix haute en détention.
f-service-published-aim = Que vise-t-il ?
f-service-published-needs = À quels besoins répond-il ?
f-service-published-description = Que propose-t-il ?
f-service-published-places = Combien de personnes peut-il accueillir maintenant ?
f-service-published-places-hint = En chiffres. Indiquez 0 tant qu’il est complet.
f-service-published-submit = Publier le service
f-service-withdrawn-submit = Retirer le service

# Comptes
f-account-proposed-name = Nom que voient les collègues
f-account-proposed-sign-in = Identifiant de connexion
f-account-proposed-sign-in-hint = Lettres, chiffres et points, par exemple m.sample.
f-account-proposed-org = Organisation
f-account-proposed-capacity = À quel titre agira cette personne ?
f-account-proposed-capacity-hint = Un compte, une fonction. Elle doit correspondre à ce type d’organisation.
f-account-proposed-submit = Proposer le compte
f-account-confirmed-submit = Confirmer le compte
f-account-disabled-reason = Pourquoi le fermer ?
f-account-disabled-submit = Fermer le compte

cite-offer-minimal = Mandela 9
cite-offer-minimal-text = Le strict nécessaire pour répondre. Ni nom, ni numéro, rien du dossier pénal.
