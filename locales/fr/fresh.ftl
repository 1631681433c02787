# Prouver à nouveau son identité, et ce qui l’exige

code-action-stop = Fermer un compte ou un jeton, refuser un rétablissement
code-action-empower = Donner ou retirer un mandat à un organe de contrôle
code-action-lift = Lever un gel de l’effacement

fresh-kept = Ce que vous avez saisi est tel que vous l’aviez laissé et n’a pas encore été envoyé : il fallait un second facteur donné à l’instant. Relisez, puis envoyez.
fresh-will-be-kept = Ce que vous avez saisi est gardé ici pendant une heure. Une fois votre identité confirmée, le formulaire réapparaît avec toutes vos réponses.
fresh-by-api = Cela demande un second facteur donné à l’instant. Envoyez un code à { $path }, puis redemandez avec le cookie reçu en réponse. Le jeton d’une machine ne le permet pas.
