# Le coffre d’une organisation de la société civile, et les notes qui y sont scellées

nav-vault = Coffre

kind-note-written = Une note a été écrite
kind-vault-made = Le coffre des notes a été créé
kind-vault-shared = Le coffre a été partagé avec une personne de l’équipe
kind-vault-unshared = Une personne de l’équipe ne détient plus le coffre
act-note-written = Écrire une note
act-vault-made = Créer le coffre
act-vault-shared = Partager le coffre
act-vault-unshared = Mettre fin à la détention du coffre

code-subject-notes = Notes
code-part-vault = Coffre
code-retention-notes = Selon l’organisation, un an au plus après la fin de l’orientation
code-credential-vault-passphrase = Phrase secrète du coffre
code-list-name-notes = Notes
code-list-name-vault = Coffre

not-possible-no-vault = L’organisation n’a pas de coffre pour les notes, ou c’est un autre. Demandez à votre responsable de le créer.
not-possible-last-holder = Personne d’autre ne détient le coffre : toutes les notes seraient perdues. Partagez-le d’abord avec quelqu’un.
not-possible-vault-closed = Le coffre est fermé dans cette session. Ouvrez-le avec votre phrase secrète et recommencez.
not-possible-no-passphrase = Il faut d’abord choisir une phrase secrète, sur la page du coffre.

vault-title = Coffre
vault-lead = Les notes de votre organisation sont scellées ici. Ni la prison ni les personnes qui font fonctionner cette installation ne peuvent les ouvrir : seules celles d’entre vous qui détiennent le coffre le peuvent, chacune avec une phrase secrète qui n’est conservée nulle part.
vault-demo = Dans cette démonstration, la phrase secrète de tout le monde est : { $passphrase }
vault-own = Votre propre clé
vault-own-no-key = Vous n’avez pas encore choisi de phrase secrète. Choisissez-en une ; ensuite, une personne qui a ouvert le coffre le partage avec vous.
vault-own-none = Vous avez choisi une phrase secrète. Votre organisation n’a pas encore de coffre : une personne responsable le crée.
vault-own-waits = Vous avez choisi une phrase secrète. Une personne responsable qui a ouvert le coffre doit maintenant le partager avec vous.
vault-passphrase = Phrase secrète du coffre
vault-passphrase-title = Choisir une phrase secrète
vault-passphrase-choose = Choisir une phrase secrète
vault-passphrase-new = Choisir une autre phrase secrète
vault-passphrase-lead = Choisissez une phrase que vous seul connaissez, douze caractères au moins. Personne ne peut vous la rendre : ni la prison, ni les personnes qui font fonctionner cette installation. Si vous l’oubliez, choisissez-en une autre et demandez qu’on partage de nouveau le coffre avec vous. Qui change de phrase secrète perd le coffre jusque-là.
vault-passphrase-again = La même encore une fois
vault-passphrase-save = Garder cette phrase secrète
vault-passphrase-differs = Les deux ne sont pas identiques. Saisissez-les de nouveau.
vault-passphrase-password = C’est votre mot de passe. D’autres pourraient le faire changer ; choisissez autre chose.
vault-closed = Le coffre est fermé
vault-closed-text = Saisissez votre phrase secrète pour lire. Le coffre reste ouvert quinze minutes, dans ce navigateur seulement.
vault-open = Ouvrir le coffre
vault-close = Fermer le coffre maintenant
vault-open-until = Le coffre est ouvert jusqu’à { $hour }
vault-not-right = Ce n’est pas la phrase secrète de votre clé. Réessayez.
vault-too-many = Trop d’essais. Attendez jusqu’à { $hour } ; si vous l’avez oubliée, choisissez une autre phrase secrète.
vault-make = Créer le coffre
vault-make-text = On peut écrire des notes dès qu’il y a un coffre. Vous serez la première personne à le détenir. Partagez-le avec quelqu’un dès que possible.
vault-holders = Qui le détient
vault-holders-text = Qui détient le coffre ne lit que les notes sur les personnes avec qui il travaille. Pour le partager, il faut l’avoir ouvert ; parlez d’abord à la personne, car un compte dont d’autres ont renouvelé les accès ressemble ici à tout autre.
vault-lonely = Une seule personne détient le coffre. Si sa phrase secrète est oubliée, toutes les notes sont perdues pour toujours. Partagez-le avec quelqu’un.
vault-holds-no-key = Pas de phrase secrète choisie
vault-holds-waits = Attend que le coffre soit partagé
vault-holds-since = Le détient depuis { $at }
vault-share = Partager le coffre
vault-unshare = Mettre fin

notes-title = Notes
notes-lead = Pour vous, et pour qui portera cette orientation après vous. Elles sont scellées dans le coffre de votre organisation et n’en sortent jamais. Ce n’est pas l’endroit pour ce qui est urgent : si quelqu’un est en danger, appelez le numéro de la proposition.
notes-no-vault = Il n’y a pas encore de coffre
notes-no-vault-text = Les notes sont scellées dans un coffre, et votre organisation n’en a pas. Une personne responsable le crée.
notes-not-shared = Le coffre n’est pas partagé avec vous
notes-not-shared-text = Vous pouvez écrire, mais pas lire. Choisissez une phrase secrète et demandez à une personne responsable qui a ouvert le coffre de le partager avec vous.
notes-write = Écrire une note
notes-text = Note
notes-text-hint = Ce dont vous avez besoin pour bien faire votre travail. Pas de suppositions sur un danger, pas de noms d’autres personnes détenues. Elle ne peut plus être changée ensuite ; écrivez-en une autre.
notes-save = Sceller la note
notes-empty = Rien n’a été écrit. Écrivez la note et renvoyez-la.
notes-too-long = Une note a { $max } caractères au plus. Écrivez le reste dans une deuxième.
notes-control = Le texte contient un caractère qui ne peut pas être gardé. Copiez-le sans mise en forme.
notes-sent-before = Ce formulaire a déjà été envoyé. Si votre note figure ci-dessous, inutile de la renvoyer ; sinon, envoyez-la maintenant.
notes-count =
    { $count ->
        [0] Aucune note
        [one] Une note
       *[other] { $count } notes
    }
notes-none = Rien n’a été écrit sur cette orientation.
notes-somebody = Une personne de l’équipe
notes-own = Vous
notes-closed = Scellée. Ouvrez le coffre pour la lire.
notes-unreadable = Scellée dans un autre coffre. Personne ici ne peut la lire.
notes-looks = Qui a ouvert ces notes
notes-looks-text = Toutes les personnes de votre organisation qui ont ouvert cette page depuis la première note. Personne d’autre ne le peut.
notes-looks-count =
    { $count ->
        [0] Personne ne les a encore ouvertes
        [one] Ouvertes une fois
       *[other] Ouvertes { $count } fois
    }
notes-look-at = Quand
notes-look-by = Qui
notes-link = Notes de votre organisation
notes-link-text = Scellées dans votre coffre ; personne en dehors ne les lit.

# Ce qui sort d’une organisation au sujet de la personne

kind-referral-welfare-noted = Une note sur le bien-être a été envoyée
kind-referral-danger-disclosed = Un danger pour la vie a été signalé
kind-referral-danger-answered = Ce qui a été fait au sujet d’un danger a été consigné
act-referral-welfare-noted = Envoyer une note sur le bien-être
act-referral-danger-disclosed = Signaler un danger pour la vie
act-referral-danger-answered = Consigner ce qui a été fait
code-attendance-unsaid = N’a pas eu lieu ; la raison reste dans l’organisation
code-hold-reason-unsaid = La raison reste dans l’organisation
code-withdraw-reason-unsaid = La raison reste dans l’organisation
code-danger-own-life = Danger pour la vie de la personne elle-même
code-danger-other-life = Danger pour la vie ou le corps d’autrui
code-danger-child = Danger pour un enfant
not-possible-cause-stays-inside = Pour ce service, la raison reste dans votre organisation. Choisissez la réponse qui le dit ; ce que vous devez retenir va dans une note.
not-possible-not-agreed = On n’envoie que des mots que la personne a acceptés. Parlez-en d’abord ; si une vie est en danger, signalez plutôt le danger.
not-possible-delay-needs-reason = Dites jusqu’à quel jour la personne sera informée, et pourquoi pas avant.
not-possible-danger-unknown = Il n’y a pas de tel signalement dans cette orientation. Rouvrez-le depuis sa page.
not-possible-own-disclosure = C’est à qui a reçu le signalement d’y répondre, non à l’organisation qui l’a fait.
f-referral-welfare-noted-asked = Que devrait faire la prison ?
f-referral-welfare-noted-asked-hint = Dans des mots que la personne a entendus et acceptés. Rien d’autre n’est envoyé.
f-referral-welfare-noted-agreed = La personne a-t-elle accepté ces mots, et leur envoi ?
f-referral-welfare-noted-agreed-hint = Sinon, rien ne peut être envoyé.
f-referral-welfare-noted-submit = Envoyer la note
f-referral-danger-disclosed-what = Quel est le danger ?
f-referral-danger-disclosed-danger = De quoi faut-il protéger quelqu’un ?
f-referral-danger-disclosed-facts = Qu’a-t-on dit ou vu ?
f-referral-danger-disclosed-facts-hint = Des faits seulement, aussi brefs que possible. Aucune supposition sur la personne, rien d’autre de ce qui a été dit.
f-referral-danger-disclosed-told = À qui l’avez-vous dit de vive voix ?
f-referral-danger-disclosed-told-hint = Téléphonez d’abord : une page se lit plus tard. La fonction suffit.
f-referral-danger-disclosed-told-at = Quand ?
f-referral-danger-disclosed-person = La personne le sait-elle ?
f-referral-danger-disclosed-person-told = Avez-vous dit à la personne que vous le signalez ?
f-referral-danger-disclosed-person-told-hint = On le lui dit avant ou aussitôt, sauf si cela provoquait le danger.
f-referral-danger-disclosed-tell-by = Sinon : jusqu’à quel jour le saura-t-elle ?
f-referral-danger-disclosed-tell-by-hint = Seulement si la personne n’a pas été informée.
f-referral-danger-disclosed-why-later = Pourquoi pas avant ?
f-referral-danger-disclosed-why-later-hint = Seulement si la personne n’a pas été informée.
f-referral-danger-disclosed-submit = Signaler le danger
f-referral-danger-answered-done = Qu’a-t-on fait ?
f-referral-danger-answered-done-hint = L’organisation qui l’a signalé et la surveillance indépendante le lisent.
f-referral-danger-answered-submit = Consigner
referral-welfare = Demandé pour la personne
referral-danger = Un danger pour la vie
referral-danger-what = Danger
referral-danger-facts = Dit ou vu
referral-danger-told = Dit de vive voix à
referral-danger-person = La personne
referral-danger-person-told = Sait que cela a été signalé
referral-danger-person-later = Sera informée jusqu’au
referral-danger-answered = Répondu
referral-danger-waits = Attend une réponse
referral-danger-done = Ce qui a été fait
home-dangers = Un danger pour la vie a été signalé
home-dangers-text = Un service l’a appris et l’a dit de vive voix. Lisez, faites le nécessaire et consignez ce qui a été fait.
casework-refer-there = Il y a déjà une orientation vers ce service
casework-refer-there-text = Elle n’a pas pris fin. N’en envoyez une autre que si c’est voulu.
casework-refer-there-link = L’ouvrir
not-possible-two-offers-open = Deux propositions pour ce besoin attendent déjà une réponse. Attendez-en une, ou mettez-y fin d’abord.
