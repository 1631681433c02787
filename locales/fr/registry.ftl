# Organisations, comptes, services : qui est là, qui ouvre les comptes, ce qui est proposé.

list-comma = ,{" "}

organisations-title = Organisations
organisations-lead = Qui travaille avec cette installation, et qui peut voir quelle prison.
organisations-all = Toutes les organisations
organisations-count = { $count ->
    [one] { $count } organisation
   *[other] { $count } organisations
}
organisations-name = Nom
organisations-kind = Ce qu’elle est
organisations-place = Où
organisations-contact = Qui appeler
organisations-register = Enregistrer une organisation
organisations-register-lead = Une prison, une association, un service, un organe de contrôle. Les comptes viennent ensuite.
organisations-give-mandate = Enregistrer un mandat
organisations-mandate-lead = Un mandat ouvre à un organe de contrôle, de par la loi, ce que tient une prison. Il n’ouvre rien d’autre.
organisations-mandate-for = Pour { $prison }
organisations-which-prison = Quelle prison ?
organisations-no-prison = Aucune prison n’est enregistrée.
organisations-no-prison-text = Un mandat vaut toujours pour une seule prison.
organisations-mandates = Mandats
organisations-mandates-text = Chaque organe voit les mesures, les constats et le registre de cette prison.
organisations-no-mandate = Aucun mandat n’est enregistré.
organisations-no-mandate-text = Tant qu’il n’y en a pas, personne hors d’une prison ne voit ses mesures et ses constats.
organisations-mandate-state = Où il en est
organisations-mandate-next = Prochaine étape
organisations-mandate-until = jusqu’au
organisations-mandate-last-day = Dernier jour
organisations-mandate-basis = Fondement
organisations-mandate-which = Quel mandat
organisations-mandate-waits = Vous avez fait la dernière étape. Un autre administrateur doit la confirmer.
organisations-mandate-confirm = Confirmer
organisations-mandate-end = Proposer d’y mettre fin
organisations-mandate-confirm-end = Confirmer la fin
organisations-mandate-lead-proposed = Un autre administrateur l’a proposé. Dès que vous confirmez, l’organe voit ce que tient cette prison.
organisations-mandate-lead-holds = Quand un mandat prend fin, le contrôle ne voit plus cette prison. Un autre administrateur doit le confirmer.
organisations-mandate-lead-end-proposed = Un autre administrateur a proposé d’y mettre fin. Dès que vous confirmez, l’organe ne voit plus rien de cette prison.
organisations-body = Organe
organisations-prison = Prison

accounts-title = Comptes
accounts-lead = Un administrateur propose, un autre confirme. Chaque compte a une organisation et une fonction.
accounts-all = Tous les comptes que vous administrez
accounts-count = { $count ->
    [one] { $count } compte
   *[other] { $count } comptes
}
accounts-name = Nom
accounts-sign-in = Nom de connexion
accounts-org = Organisation
accounts-capacity = Agit comme
accounts-state = État
accounts-next = Ce que vous pouvez faire
accounts-is-none = Non proposé
accounts-is-proposed = Proposé
accounts-is-open = Ouvert
accounts-is-disabled = Fermé
accounts-confirm = Confirmer
accounts-close = Fermer
accounts-yours = C’est le vôtre
accounts-nothing = Rien
accounts-needs-another = Vous l’avez proposé : un autre administrateur confirme
accounts-new-lead = Un compte appartient à une seule organisation et ne peut agir que dans les fonctions qu’elle a.
accounts-new-for = Pour { $org }
accounts-which-org = Pour quelle organisation ?
accounts-which = De quel compte il s’agit
accounts-sign-in-taken = Quelqu’un se connecte déjà sous ce nom. Choisissez-en un autre.
accounts-confirm-lead = Vérifiez le nom, l’organisation et la fonction auprès de quelqu’un qui connaît la personne. Vous verrez ensuite une seule fois son second facteur ; la personne qui a proposé le compte remet le mot de passe à usage unique. Préparez une imprimante ou une enveloppe.
accounts-close-lead = Dès lors, personne ne peut plus se connecter avec ce compte, et qui est connecté est aussitôt dehors. Ce qui a été fait reste au registre.

slip-title = Feuillet pour un nouveau compte
slip-lead = Cette page n’est montrée qu’une fois et n’est conservée nulle part. Imprimez-la maintenant, ou recopiez-la, puis remettez-la en mains propres.
slip-entry = Pour se connecter la première fois
slip-entry-text = Le mot de passe ne sert qu’une fois et doit servir avant le { $until }. Tapez aussi les traits d’union.
slip-password = Mot de passe
slip-telephone = Pour le téléphone
slip-telephone-text = Une application de codes lit l’image. Sans appareil photo, tapez ceci.
slip-secret = Secret à taper
slip-picture = Image pour l’application de codes
slip-picture-text = Pour l’appareil photo du téléphone.
slip-card = Carte de codes, pour les lieux sans téléphone
slip-card-text = Quarante codes, chacun pour une fois. Barrez chaque code utilisé.
slip-hand-over = À remettre sous pli fermé, à la personne seule, contre signature. Qui trouve le pli ouvert prévient un administrateur, qui ferme le compte.
slip-done = C’est remis ou imprimé

services-title = Services
services-lead = Ce que les organisations proposent en prison et après la sortie. Un service retiré n’y figure plus.
services-all = Tous les services
services-none = Aucun service n’est publié.
services-none-text = Un objectif d’un plan peut être proposé à une organisation dès qu’elle a publié ce qu’elle fait.
services-org = Organisation
services-aim = But
services-needs = Pour des besoins comme
services-languages = Langues
services-place = Où
services-free = Places pour
services-places = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}
services-full = Complet pour l’instant
services-publish-lead = Le nom peut être lu dans une aile : qu’il ne dise rien de qui s’y rend.
services-withdraw-lead = Aucune nouvelle offre ne peut être faite. Ce qui est en cours continue.
