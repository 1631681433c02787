trouble-no-space = Pas maintenant : le disque est plein
trouble-no-space-text = Le serveur n’a plus de place pour enregistrer quoi que ce soit, et rien n’est montré ni fait sans être enregistré. Rien de ce qui a été enregistré n’est perdu. Demandez à la personne qui tient le système de libérer de la place sur le disque ; il reprend ensuite de lui-même.
