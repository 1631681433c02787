# Les mots de chaque liste fermée : code-<liste>-<valeur>.

# Détention
code-status-untried = En attente de jugement
code-status-convicted = Peine prononcée
code-status-civil = Contrainte civile
code-status-without-charge = Sans inculpation

code-sex-female = Féminin
code-sex-male = Masculin
code-sex-not-stated = Non indiqué, ou ni l’un ni l’autre

code-circumstance-pregnant = Est enceinte
code-circumstance-with-infant = A un nourrisson auprès d’elle
code-circumstance-breastfeeding = Allaite
code-circumstance-accommodation = A besoin d’un aménagement pour un handicap
code-circumstance-interpreter = A besoin d’un interprète
code-circumstance-reading-help = A besoin d’aide pour lire
code-circumstance-foreign-national = N’a pas la nationalité du pays

code-closing-reason-aftercare-ended = Le suivi après la libération s’est achevé comme prévu
code-closing-reason-aftercare-not-wanted = La personne n’a pas souhaité de suivi
code-closing-reason-not-convicted = Libération sans condamnation
code-closing-reason-left-country = A quitté le pays
code-closing-reason-died = Décès

# Évaluation
code-immediate-need-safety = À l’abri des autres et de tout danger
code-immediate-need-health-seen = Vue par le service de santé
code-immediate-need-family-told = Famille informée, si la personne le souhaite
code-immediate-need-dependants = Enfants et personnes à charge pris en charge
code-immediate-need-lawyer = Un avocat peut être joint
code-immediate-need-consulate = Consulat informé, si la personne le souhaite
code-immediate-need-informed = Informée dans une langue qu’elle comprend
code-immediate-need-property = Logement, argent et biens protégés

code-looked-yes = Oui
code-looked-not-yet = Pas encore ; la demande est faite
code-looked-does-not-arise = Sans objet

code-need-area-home = Un logement
code-need-area-work = Un travail
code-need-area-education = La formation et la lecture
code-need-area-family = La famille et les enfants
code-need-area-belonging = Un entourage et un lieu où être attendu
code-need-area-dialogue = Le dialogue, les conflits, la colère
code-need-area-support = Un soutien psychosocial
code-need-area-health-care = Les soins après la libération
code-need-area-money-and-papers = L’argent, les dettes, les papiers
code-need-area-leaving-violence = Sortir de la violence
code-need-area-making-good = Réparer

# Plan
code-step-state-under-way = En cours
code-step-state-reached = Atteint
code-step-state-on-hold = Suspendu, pour une raison extérieure à la personne
code-step-state-dropped = Abandonné

code-review-outcome-goes-on = Le plan continue
code-review-outcome-new-version = Une nouvelle version est nécessaire

code-no-answer-language = N’a pas été interrogée dans une langue qu’elle comprend
code-no-answer-unwell = N’allait pas bien
code-no-answer-away = Était ailleurs : tribunal, hôpital, transfert
code-no-answer-later = A souhaité répondre plus tard
code-no-answer-silent = N’a rien dit

# Consentement
code-shared-part-name = Le nom et les langues
code-shared-part-goals = Les objectifs auxquels ce service contribue
code-shared-part-visiting = Quand et comment rendre visite
code-shared-part-release-date = La date de libération prévue

code-consent-by-person = La personne elle-même
code-consent-by-guardian = Un parent ou tuteur, pour un enfant

# Orientation
code-decline-reason-capacity = Pas de place pour le moment
code-decline-reason-language = Nous ne parlons pas la langue
code-decline-reason-area = Hors de notre secteur
code-decline-reason-service = Nous n’offrons pas ce service
code-decline-reason-conflict = Quelqu’un ici connaît la personne
code-decline-reason-other = Une autre raison

code-attendance-took-place = A eu lieu
code-attendance-could-not = La personne n’a pas pu venir
code-attendance-chose-not = La personne a préféré ne pas venir
code-attendance-logistics = Transport, salle, personnel, ou intervenant malade
code-attendance-regime = Régime, séparation, transfert ou sécurité

code-asked-by-person = La personne
code-asked-by-organisation = L’organisation
code-asked-by-prison = La prison ou le service qui oriente

code-hold-reason-regime = Régime ou séparation
code-hold-reason-away = Transfert ou tribunal
code-hold-reason-unwell = La personne ne va pas bien
code-hold-reason-person-asked = La personne a demandé une pause
code-hold-reason-organisation = L’organisation ne le peut pas pour le moment

code-reached-reached = Atteint
code-reached-partly = En partie
code-reached-not-reached = Non atteint
code-reached-too-early = Trop tôt pour le dire

code-withdraw-reason-person-asked = La personne ne le souhaite plus
code-withdraw-reason-away = Transférée ou libérée hors de portée
code-withdraw-reason-answered-elsewhere = Le besoin est satisfait ailleurs
code-withdraw-reason-organisation = L’organisation ne peut pas continuer

code-referral-state-none = Pas encore proposée
code-referral-state-offered = Proposée, en attente de réponse
code-referral-state-accepted = Acceptée, personne n’est encore désigné
code-referral-state-assigned = Intervenant désigné, première rencontre à venir
code-referral-state-meeting = Première rencontre faite, les séances suivent
code-referral-state-on-hold = Suspendue
code-referral-state-place-lost = Place perdue, sans que la personne y soit pour rien
code-referral-state-ended = Terminée

code-referral-end-declined = Déclinée
code-referral-end-expired = Sans réponse dans le délai
code-referral-end-concluded = Conclue par un rapport
code-referral-end-withdrawn = Retirée avant son terme

# Mesures
code-measure-kind-solitary = Isolement cellulaire : deux heures de contact ou moins par jour
code-measure-kind-separation = Séparation des autres, avec davantage de contacts
code-measure-kind-observation = Observation renforcée
code-measure-kind-activities-limited = Activités réduites
code-measure-kind-contact-limited = Visites, appels ou courrier réduits

code-measure-purpose-own-safety = La sécurité de la personne elle-même
code-measure-purpose-safety-of-others = La sécurité d’autrui
code-measure-purpose-order = L’ordre, sur un fait individuel
code-measure-purpose-sanction = Une sanction disciplinaire, après audition

code-contact-kind-association = Temps passé avec d’autres personnes détenues
code-contact-kind-visit = Une visite
code-contact-kind-family-call = Un appel à la famille
code-contact-kind-session = Une séance ou un cours
code-contact-kind-talk = Un entretien avec le personnel, un aumônier ou un bénévole
code-contact-kind-legal = Avocat ou consul

code-measure-review-end = Y mettre fin
code-measure-review-ease = L’alléger
code-measure-review-go-on = Elle peut continuer jusqu’à la fin prévue

code-yes-no-yes = Oui
code-yes-no-no = Non

# Libération
code-release-item-home = Un logement
code-release-item-living = Travail, formation ou moyens de subsistance
code-release-item-papers = Papiers d’identité
code-release-item-journey = Vêtements, argent des premiers jours, trajet
code-release-item-health-care = Les soins continuent
code-release-item-family = La famille l’attend, ou est informée

code-return-reason-area = Un autre secteur
code-return-reason-capacity = Pas de place
code-return-reason-incomplete = Il manque quelque chose
code-return-reason-conflict = Quelqu’un ici connaît la personne

code-contact-manner-in-person = En personne
code-contact-manner-telephone = Par téléphone
code-contact-manner-not-reached = Tentée, sans réponse

code-step-new = Nouveau
code-step-assessment = Évaluation
code-step-plan = Plan
code-step-services = Services
code-step-review = Bilan
code-step-release = Libération
code-step-aftercare = Suivi après la libération
code-step-closed = Clos

# Organisations et comptes
code-org-kind-prison = Prison
code-org-kind-prison-service = Administration pénitentiaire
code-org-kind-civil-society = Organisation de la société civile
code-org-kind-probation = Service de probation
code-org-kind-aftercare = Service de suivi après la libération
code-org-kind-oversight = Contrôle indépendant
code-org-kind-ministry = Ministère
code-org-kind-united-nations = Entité des Nations Unies
code-org-kind-donor = Donateur

code-aim-disengagement = Sortie de la violence
code-aim-support = Soutien
code-aim-reintegration = Réinsertion

code-credential-password = Mot de passe
code-credential-totp = Code sur un téléphone
code-credential-code-card = Carte de codes imprimée

code-sign-in-refusal-not-right = Mot de passe ou code inexact
code-sign-in-refusal-not-open = Le compte n’est pas ouvert
code-sign-in-refusal-too-many = Trop d’essais

code-capacity-case-manager = Référent du dossier
code-capacity-supervisor = Responsable des référents
code-capacity-governor = Direction de la prison
code-capacity-custody-officer = Personnel de surveillance
code-capacity-registrar = Greffe
code-capacity-health = Service de santé
code-capacity-independent-reviewer = Réexamen indépendant
code-capacity-hearing-officer = Audition disciplinaire
code-capacity-cso-manager = Responsable, organisation de la société civile
code-capacity-cso-practitioner = Intervenant, organisation de la société civile
code-capacity-probation-officer = Agent de probation ou de suivi
code-capacity-complaint-handler = Traitement des plaintes
code-capacity-monitor = Contrôle indépendant
code-capacity-data-protection = Protection des données
code-capacity-org-administrator = Administration de l’organisation
code-capacity-system-administrator = Administration de l’installation
code-capacity-analyst = Lecture des statistiques
code-capacity-exchange-editor = Rédaction de l’échange de pratiques
code-capacity-person = La personne détenue
code-capacity-legal-representative = Avocat ou autre représentant légal

# Droits d’accès
code-ground-custody = La personne est détenue dans votre prison
code-ground-allocated = Le dossier vous est confié
code-ground-offer = L’orientation est proposée à votre organisation
code-ground-accepted = Votre organisation a accepté et n’a encore désigné personne
code-ground-referral = Votre organisation assure l’accompagnement
code-ground-assigned = Vous êtes désigné pour cette orientation
code-ground-referrer = Votre organisation a fait cette orientation
code-ground-handover = Un relais est proposé à votre service
code-ground-aftercare = Votre service a accepté le relais
code-ground-mandate = Votre organe a un mandat pour cette prison
code-ground-own-file = C’est votre propre dossier, ou vous répondez à une demande à son sujet
code-ground-legal-mandate = Vous représentez la personne
code-ground-emergency = Vous avez ouvert ce dossier en urgence
code-ground-own-organisation = C’est votre propre organisation
code-ground-own-account = C’est votre propre compte
code-ground-installation = Cela concerne toute l’installation

code-part-identity = Identité et lieu
code-part-sentence = Peine et situation pénale
code-part-assessment = Évaluation
code-part-plan = Plan et bilans
code-part-consent = Consentements et orientations
code-part-offer = La proposition, avant la réponse
code-part-package = Ce qui a été transmis au destinataire
code-part-attendance = Présences et résumés convenus
code-part-notes = Notes des intervenants
code-part-measures = Mesures et circonstances qui les limitent
code-part-complaint = Contenu d’une plainte
code-part-complainant = Auteur de la plainte
code-part-security-outcome = Conclusion de sécurité
code-part-family = Famille et tiers
code-part-observance = Pratiques que la personne demande à suivre
code-part-release = Libération et suivi
code-part-record = Registre des actes et des consultations
code-part-statistics = Statistiques publiées
code-part-directory = Organisations et services
code-part-accounts = Comptes
code-part-keys = Clés et configuration

code-action-read = Ouvrir et lire
code-action-print = Imprimer ou exporter
code-action-register = Tenir le registre d’écrou
code-action-record = Consigner ce qui s’est passé
code-action-attest = Attester pour le service de santé
code-action-assess = Évaluer les besoins
code-action-answer = Consigner la réponse de la personne
code-action-propose = Proposer un plan
code-action-approve = Approuver ou renvoyer un plan
code-action-offer = Proposer à une autre organisation
code-action-respond = Répondre à une proposition
code-action-assign = Désigner l’intervenant
code-action-deliver = Assurer un service
code-action-decide = Décider d’une mesure
code-action-ease = Lever ou alléger une mesure
code-action-review = Réexaminer une mesure en toute indépendance
code-action-allocate = Confier un dossier
code-action-close = Clore un dossier
code-action-publish = Publier ou retirer un service
code-action-administer = Gérer les comptes et les organisations
code-action-witness = Inscrit par l’installation elle-même

code-strength-ordinary = Mot de passe et second facteur
code-strength-fresh = Un code saisi depuis moins de cinq minutes

# Consultations et constats
code-purpose-casework = Travail sur le dossier
code-purpose-decision = Pour décider
code-purpose-intake = Pour répondre à une proposition
code-purpose-service = Pour assurer le service
code-purpose-handover = Pour prendre le relais après la libération
code-purpose-oversight = Contrôle
code-purpose-paper = Pour remettre un document à la personne
code-purpose-administration = Pour faire fonctionner l’installation

code-list-name-cases = Dossiers
code-list-name-referrals = Propositions et orientations
code-list-name-handovers = Relais
code-list-name-home = Première page
code-list-name-findings = Constats
code-list-name-organisations = Organisations
code-list-name-services = Services
code-list-name-accounts = Comptes
code-list-name-names = Une recherche par nom

code-refusal-reason-not-yours = Introuvable, ou pas de son ressort
code-refusal-reason-not-allowed = Pas permis dans cette fonction
code-refusal-reason-not-possible = Impossible en l’état
code-refusal-reason-safeguard = Une garantie l’interdit
code-refusal-reason-meanwhile = La page n’était plus à jour
code-refusal-reason-form = Le formulaire était illisible

code-outcome-met = Respectée
code-outcome-breach = Manquement
code-outcome-undetermined = Indéterminée

# Nature des actes, pour le registre des traitements
code-subject-case = Le dossier d’une personne
code-subject-referral = Une orientation
code-subject-organisation = Une organisation
code-subject-service = Un service
code-subject-account = Un compte
code-subject-installation = L’installation
code-subject-any = Ce qui a été consulté

code-nature-decision = Décision
code-nature-report = Compte rendu

code-sealing-stream = Clé du dossier
code-sealing-year = Clé de l’année

code-retention-case = Jusqu’à deux ans après la fin du suivi ou de la peine
code-retention-assessment = Avec le dossier ; n’est plus partagée après douze mois
code-retention-referral = Quatre-vingt-dix jours après la fin de l’orientation
code-retention-directory = Tant que l’inscription existe
code-retention-account = Tant que le compte existe et que le journal en a besoin
code-retention-look = Jusqu’à la fin de l’année suivante
code-retention-installation = Pendant toute la vie de l’installation

code-head-moves = Change ce sur quoi d’autres décident
code-head-stays = Laisse l’état inchangé

code-account-state-none = Non proposé
code-account-state-proposed = Proposé, en attente d’un second administrateur
code-account-state-open = Ouvert
code-account-state-disabled = Fermé

code-mandate-state-proposed = Attend un second administrateur
code-mandate-state-holds = En vigueur
code-mandate-state-end-proposed = Sa fin attend un second administrateur
code-mandate-state-over = Terminé

# Ce qu’une règle ajoute à sa réponse
code-severity-prohibition = Interdiction : personne ne peut y déroger
code-severity-obligation = Obligation
code-severity-recommendation = Recommandation

code-text-word-shall = Le texte dit « doit »
code-text-word-should = Le texte dit « devrait »

code-instrument-mandela = Règles Nelson Mandela
code-instrument-bangkok = Règles de Bangkok
code-instrument-havana = Règles de La Havane
code-instrument-beijing = Règles de Beijing
code-instrument-child-rights = Comité des droits de l’enfant, observation générale no 24, paragraphe
code-instrument-tokyo = Règles de Tokyo

code-flag-on-presumption = Les jours sans relevé complet sont comptés comme isolement cellulaire, car rien ne montre le contraire.
code-flag-planned = La fin prévue dépasse la limite.
code-flag-no-planned-end = La fin prévue n’est pas connue.
code-flag-child = La personne avait moins de 18 ans.
code-flag-age-disputed = L’âge n’est pas certain ; les règles pour les enfants s’appliquent donc.
code-flag-circumstance = Une grossesse, un nourrisson ou un allaitement est attesté.
code-flag-overdue = L’indétermination dure depuis trop longtemps : l’absence de consignation est elle-même en retard.

code-remedy-end-measure = Mettre fin à la mesure, ou assurer plus de deux heures de contact humain réel par 24 heures.
code-remedy-shorten-plan = Choisir une fin au plus tard au moment où la limite est atteinte.
code-remedy-record-regime = Consigner les contacts et le régime des jours sans relevé complet.
code-remedy-record-planned-end = Consigner la fin prévue de la mesure.
code-remedy-record-birth = Consigner la date de naissance, par deux dates si elle n’est pas certaine.
code-remedy-propose-plan = Proposer un plan avec une partie sur la libération.
code-remedy-add-release-section = Proposer une nouvelle version du plan, avec une partie sur la libération.

code-advisory-kind-pattern = Plusieurs périodes rapprochées : une courte interruption ne remet rien à zéro.
code-advisory-kind-warning = La limite approche.
code-advisory-kind-last-warning = La limite est presque atteinte.
