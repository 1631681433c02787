# Combien de fois l’urgence ouvre un dossier, et ce qui se dit encore de l’accès

not-possible-emergency-paced = Au cours de cette heure, autant de dossiers ont été ouverts en urgence que vous ou votre organisation le pouvez, ou trop de numéros ont été essayés. Aucun numéro n’a été recherché. Appelez la direction de la prison ou l’organe de contrôle : dès qu’une ouverture est examinée et jugée justifiée, une autre est possible.
emergency-rule-paced = En une heure, vous ouvrez ainsi au plus { $one } dossiers, et l’ensemble de votre organisation au plus { $all }. Une ouverture examinée entre-temps et jugée justifiée ne compte plus ; pour toute l’organisation, c’est l’organe de contrôle ou le délégué à la protection des données qui l’examine.

code-signature-recovery = De nouveaux moyens de connexion attendent une confirmation
code-signature-token = Un jeton de machine attend d’être délivré
code-signature-erasing = Un dossier attend d’être effacé
code-signature-plan = Un plan attend d’être approuvé
code-signature-clock = Ce qui a été dit de l’horloge attend une confirmation

casework-for-post = pour le poste { $post }
casework-stood-in = en remplacement d’un poste
