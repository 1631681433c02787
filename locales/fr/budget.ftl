# The order of law on which an erasure is announced.

not-possible-order-not-named = Un effacement ordonné par la loi ou par un tribunal cite la décision : son auteur, sa référence et sa date, qui n’est pas à venir. Aucun autre effacement n’en cite.
f-file-erasure-announced-order-authority = Quel tribunal ou quelle autorité a rendu la décision ?
f-file-erasure-announced-order-reference = Sa référence auprès de cette autorité
f-file-erasure-announced-order-reference-hint = Telle que cette autorité la retrouverait, sans aucun nom : elle reste aussi longtemps que le dossier.
f-file-erasure-announced-order-dated = Date de la décision
casework-erasure-order = Décision
