# Ce que l’API dit aux programmes et à ceux qui les écrivent.

trouble-strange = Pas fait
trouble-strange-text = Quelque chose dans l’adresse ou dans un en-tête n’est pas connu ici, vient deux fois ou ne peut pas être lu. Rien n’a changé.
trouble-method = Pas fait
trouble-method-text = Cette adresse ne prend pas une telle demande. Rien n’a changé.
trouble-too-long = Pas fait
trouble-too-long-text = Ce qui a été envoyé est trop long. Rien n’a changé.
trouble-wrong-type = Pas fait
trouble-wrong-type-text = Ce qui a été envoyé n’est pas du type qui est lu ici. Rien n’a changé.
trouble-not-right = Pas connecté
trouble-not-right-text = Le nom, le mot de passe ou le code n’était pas juste.
trouble-too-many = Trop d’essais
trouble-too-many-text = Attendez un moment avant de réessayer.
trouble-password = Pas fait
trouble-password-text = Le nouveau mot de passe n’a pas été pris. Rien n’a changé.
