# Constats, catalogue des règles, profil national.
kind-installation-rules-taken = Les règles selon lesquelles les dossiers sont examinés ont été consignées
code-flag-national-limit = Compté par rapport à la limite plus stricte du droit national. La limite du texte n’est pas atteinte.
rules-national-limit = { $length } : plus strict que le texte, fixé par le droit national.
rules-set-by = Fixé par : { $who }.
rules-set-by-proposal = Proposé par le projet ; aucun profil national ne le fixe.
