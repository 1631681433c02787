# Inspections d’une prison : ce qui est examiné, recommandé, rapporté et répondu

nav-inspections = Inspections
home-inspections = Ce que les inspections de cette prison ont constaté, et ce qui attend une réponse.

kind-inspection-opened = Une inspection a été ouverte
kind-inspection-item-answered = Un point d’une inspection a reçu sa réponse
kind-inspection-recommended = Une inspection a fait une recommandation
kind-inspection-reported = Le rapport d’une inspection a été remis à la prison
kind-inspection-replied = La prison a répondu à une recommandation
act-inspection-opened = Ouvrir une inspection
act-inspection-item-answered = Répondre
act-inspection-recommended = Recommander quelque chose
act-inspection-reported = Remettre le rapport à la prison
act-inspection-replied = Y répondre

code-part-inspections = Inspections
code-list-name-inspections = Inspections
code-inspection-answer-in-order = En ordre
code-inspection-answer-not-in-order = Pas en ordre
code-inspection-answer-not-looked-at = N’a pas pu être examiné
code-inspection-item-nmr-10a = Des chiffres sur la prison existent, et personne n’y est reconnaissable (Règle Mandela 10)
code-inspection-item-nmr-13 = Locaux, lumière, air, chauffage, lavage, literie, vêtements (Règles Mandela 13–15, 17–21)
code-inspection-item-nmr-16 = Bains et douches, à une température adaptée au climat (Règle Mandela 16)
code-inspection-item-nmr-25 = Un service de santé propre, indépendant dans ce qui est clinique (Règle Mandela 25)
code-inspection-item-nmr-58b = Visites conjugales, si elles sont permises, pour les femmes comme pour les hommes (Règle Mandela 58(2))
code-inspection-item-nmr-65b = Représentants et services religieux pour qui le demande (Règles Mandela 65–66)
code-inspection-item-nmr-74 = Personnel : choix, emploi et direction (Règles Mandela 74, 77, 79)
code-inspection-item-nmr-78 = Assez de spécialistes : psychologues, travailleurs sociaux, enseignants, instructeurs (Règle Mandela 78)
code-inspection-item-nmr-95 = Les privilèges encouragent et ne punissent pas (Règle Mandela 95)
code-inspection-item-nmr-100 = Le travail est aussi sûr qu’au-dehors, et assuré (Règles Mandela 99–101)
code-inspection-item-nmr-105 = Loisirs et culture pour tous (Règle Mandela 105)
code-inspection-item-bkk-10 = Soins de santé des femmes équivalents à ceux du dehors (Règle de Bangkok 10)
code-inspection-item-bkk-50 = Mères qui ont leurs enfants avec elles, et besoins des enfants (Règles de Bangkok 50–51)
code-inspection-item-bkk-54 = Programmes adaptés aux femmes de tous les groupes (Règles de Bangkok 54–55)
code-inspection-item-bkk-56 = Sécurité des femmes et des filles en attente de jugement (Règle de Bangkok 56)
code-inspection-item-hav-30 = Lieux petits et ouverts pour les enfants (Règle de La Havane 30)
code-inspection-item-sc-2396-39 = Les femmes participent à la conception et à la direction des programmes (résolution 2396, paragraphe 39)
code-inspection-item-rj-12 = Normes pour les facilitateurs de la justice réparatrice (Principes fondamentaux, paragraphe 12)
code-inspection-item-coe-02 = Les pratiques religieuses sont respectées, et le personnel est formé à la médiation (lignes directrices du Conseil de l’Europe)
code-inspection-item-gctf-02 = Ce qui est constaté figure à côté des résultats des programmes (Mémorandum de Rome, bonne pratique 2)

not-possible-inspection-open = Votre organisme inspecte déjà cette prison. Remettez d’abord le rapport.
not-possible-inspection-reported = Le rapport a été remis à la prison : ce qu’il dit reste. Ouvrez une nouvelle inspection.
not-possible-inspection-empty = Rien n’a encore été examiné. Répondez d’abord à un point au moins.

inspections-title = Inspections
inspections-lead = Une inspection porte sur le lieu et sur tous ceux qui s’y trouvent. Ce qui concerne une personne est dans son dossier.
inspections-all = Inspections de cette prison
inspections-count = { $count ->
    [one] Une inspection
   *[other] { $count } inspections
}
inspections-none = Aucune inspection n’est enregistrée.
inspections-none-text = Une inspection est montrée à ceux qui dirigent la prison une fois le rapport remis.
inspections-began = Début
inspections-body = Inspectée par
inspections-opened-by = Ouverte par
inspections-state = État
inspections-answers = Réponses de la prison
inspections-reported = Rapport remis
inspections-under-way = En cours : { $done } réponses sur { $all }
inspections-all-answered = Chaque recommandation a sa réponse
inspections-waiting = { $count ->
    [one] Une recommandation attend une réponse
   *[other] { $count } recommandations attendent une réponse
}
inspections-never = Aucun rapport n’est enregistré
inspections-overdue = La prochaine inspection est en retard
inspections-in-time = Le dernier rapport est assez récent
inspections-every = Règle de cette installation : au plus tard après { $days }. Le texte dit « régulières ».
inspections-one = Inspection
inspections-one-lead = Ce qui a été constaté, ce qui a été recommandé et ce que la prison a répondu.
inspections-one-lead-open = Seul votre organisme la voit jusqu’à la remise du rapport. N’écrivez le nom d’aucune personne détenue ici.
inspections-about = Sur cette inspection
inspections-report = Rapport
inspections-checklist = Liste des points
inspections-checklist-text = Ce qui n’a pas pu être examiné et ce qui est resté sans réponse ne compte jamais comme en ordre.
inspections-answered = { $done } points sur { $all } ont leur réponse
inspections-item = Point
inspections-found = Constat
inspections-next = Suite
inspections-not-answered = Sans réponse
inspections-recommendations = Recommandations
inspections-no-advice = Rien n’a été recommandé.
inspections-no-advice-text = Le rapport ne demande pas de réponse.
inspections-no-advice-yet = Ce qui doit changer se recommande avant la remise du rapport.
inspections-what = Ce qui devrait être fait
inspections-reply = Réponse de la prison
inspections-reply-within = La prison répond dans un délai de { $days } après le rapport : règle de cette installation. Le texte dit « dans un délai raisonnable » (Règle Mandela 85).
inspections-after-report = Une fois le rapport remis
inspections-reply-due = Réponse attendue jusqu’au
inspections-reply-late = Réponse en retard depuis le
inspections-accepted = Acceptée
inspections-not-accepted = Non acceptée
inspections-replied-late = Répondu en retard
inspections-by = À faire avant le
inspections-new-of = Inspection de { $org }. Les points à examiner sont listés une fois qu’elle est ouverte.
inspections-of = Inspection de { $org }.

f-inspection-opened-submit = Ouvrir l’inspection
f-inspection-opened-announced = La prison a-t-elle été prévenue ?
f-inspection-opened-health-professional = Un professionnel de santé est-il parmi ceux qui inspectent ?
f-inspection-opened-health-professional-hint = La Règle Mandela 84(2) en demande un.
f-inspection-opened-woman = Une femme est-elle parmi eux ?
f-inspection-opened-woman-hint = La Règle de Bangkok 25(3) en demande une là où des femmes sont détenues.
f-inspection-item-answered-submit = Enregistrer la réponse
f-inspection-item-answered-item = Point
f-inspection-item-answered-answer = Qu’a-t-on constaté ?
f-inspection-item-answered-evidence = Ce qui a été vu, entendu ou lu
f-inspection-item-answered-evidence-hint = Où et quand, sans le nom de qui que ce soit qui est détenu ou travaille ici.
f-inspection-recommended-submit = Enregistrer la recommandation
f-inspection-recommended-item = Sur quoi porte-t-elle ?
f-inspection-recommended-what = Ce qui devrait être fait
f-inspection-recommended-what-hint = Une chose à la fois, pour que chacune puisse recevoir sa réponse.
f-inspection-reported-submit = Remettre le rapport à la prison
f-inspection-reported-summary = Ce qui a été constaté, en quelques phrases
f-inspection-reported-summary-hint = Dès maintenant, ceux qui dirigent la prison voient tout, et rien ne peut plus y être changé.
f-inspection-replied-submit = Enregistrer la réponse
f-inspection-replied-accepted = Sera-ce fait ?
f-inspection-replied-what = Ce qui est fait, ou pourquoi ce ne l’est pas
f-inspection-replied-what-hint = Assez concret pour que la prochaine inspection puisse le vérifier.
f-inspection-replied-by = Pour quand
f-inspection-replied-by-hint = Laissez vide si c’est déjà fait ou ne le sera pas.
