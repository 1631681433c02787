# Ce qui attend la fin de sa conservation.

nav-protection = Protection des données
home-protection = Effacements en attente, gels, dossiers gardés trop longtemps, dans les prisons de votre mandat
protection-title = Protection des données
protection-lead = { $count ->
    [0] Aucun effacement n’attend d’être exécuté par vous. Les dossiers sont ici sans nom.
    [one] { $count } effacement attend d’être exécuté. Les dossiers sont ici sans nom.
   *[other] { $count } effacements attendent d’être exécutés. Les dossiers sont ici sans nom.
}
protection-table = Emporter comme tableau (CSV)
protection-none = Aucune prison n’est sous votre mandat
protection-none-text = Deux administrateurs donnent un mandat pour une prison. Ce qui y attend se trouve alors ici.
protection-counts = Réservés à des personnes nommées en ce moment : { $restricted }. Demandes refusées en trente jours : { $refused }.
protection-file = Dossier { $id }
protection-announced = Effacement annoncé
protection-announced-none = Aucun effacement n’est annoncé.
protection-overdue = Gardés au-delà de leur durée
protection-overdue-text = Clos depuis plus de deux ans, et la peine finie depuis aussi longtemps ; personne n’a annoncé l’effacement.
protection-overdue-none = Aucun dossier n’est gardé trop longtemps.
protection-holds = Gels de l’effacement
protection-holds-none = Aucun gel n’est en vigueur.
protection-erased = Effacés
protection-erased-none = Aucun dossier n’a été effacé.
protection-col-file = Dossier
protection-col-state = État
protection-col-from = À partir du
protection-col-basis = Fondement
protection-col-announced = Annoncé
protection-col-kept-until = Gardé jusqu’au
protection-col-age = Dure depuis
protection-col-until = Jusqu’au
protection-col-when = Quand
protection-col-order = Ordre légal
protection-col-proof = Acte dans le journal
protection-state-waits = Attend son jour
protection-state-held = Un gel le retient
protection-state-due = Peut être exécuté
protection-state-nobody = Personne ne l’a annoncé
protection-own = Annoncé par vous : une autre personne l’exécute
protection-no-order = Aucun
protection-from-the-list = De la liste des effacements ; une restauration a perdu l’acte
code-list-name-keeping = Ce qui attend la fin de sa conservation
code-list-name-keeping-table = La même liste, emportée comme tableau
kind-organisation-erasure-recorded = Le fondement de l’effacement d’un dossier a été enregistré
