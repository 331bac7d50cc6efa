import { readPhrases } from './phrases.ts'

export const fr = readPhrases(`
# question
{product} et variateur | Bonjour, est-ce que {product} fonctionne avec un variateur ordinaire ? Le nôtre a une dizaine d’années.
{product} dans une autre couleur | Pensez-vous proposer {product} en vert foncé ? J’ai déjà le mur, il ne manque que le reste.
Lavage | Peut-on laver {product} en machine à 40 degrés ou plutôt à la main ?
Livraison avant samedi ? | Si je commande aujourd’hui, {product} peut-il arriver avant samedi ? C’est un cadeau.
Showroom | Peut-on voir {product} dans votre showroom ? J’aimerais le voir allumé avant de me décider.
# questionAnswer
Merci pour votre question. Oui, avec tout variateur LED ; les plus anciens grésillent parfois un peu. Dans ce cas, nous reprenons l’article.
Nous l’avons en stock. Toute commande passée avant 14 h part le jour même.
En machine à 40 degrés, cycle délicat, et séchage à plat : il gardera sa forme des années.
Oui, juste à côté de la vitrine. Passez nous voir, le café est offert.
# quote
Devis pour 24 chambres | Nous rénovons 24 chambres au printemps et souhaitons un prix pour {product}, deux par chambre, livraison en mai.
Prix pour une grande quantité | Combien coûteraient 40 pièces de {product}, livraison comprise, payables à 30 jours ?
# quoteAnswer
Vous trouverez le devis en pièce jointe, valable six semaines. À partir de 30 pièces, la livraison est offerte.
Merci de votre intérêt. J’ai appliqué 12 % de remise et réservé le stock jusqu’à vendredi en huit.
# whereIsIt
Où est ma commande {order} ? | On m’avait dit mardi, nous sommes vendredi et c’est pour un anniversaire. Où est la commande {order} ?
Commande {order} | Le suivi de {order} n’a pas bougé depuis trois jours. Tout va bien ?
Changement d’adresse pour {order} | J’ai déménagé entre-temps. La commande {order} peut-elle encore partir à la nouvelle adresse ?
# whereIsItAnswer
Je viens d’avoir le transporteur : {order} est prévu pour demain matin. Je vérifie encore à midi.
Vous avez raison de demander. Le colis avait été mal trié ; il est reparti et devrait arriver jeudi.
C’est fait, {order} part à votre nouvelle adresse.
# thanks
Merci | Juste un mot : {product} est encore plus beau que sur les photos. Merci pour l’emballage si soigné.
Une cliente heureuse | Ma mère a versé une petite larme en l’ouvrant. Cela valait chaque centime.
# thanksAnswer
Quel joli message, il est affiché chez nous maintenant. Merci.
Vous venez de faire plaisir à toute l’équipe de l’entrepôt.
# late delivery
{order} livré avec une semaine de retard | L’anniversaire était samedi et {order} est arrivé le mercredi suivant. Personne ne m’a prévenue.
# damaged in transit
{product} arrivé cassé | Le carton semblait intact, mais {product} est fendu sur tout un côté. Photos jointes.
Colis abîmé | Le colis {order} était trempé et la tache ne part pas.
# wrong item
Ce n’est pas ma commande | J’ai commandé {product} et reçu tout autre chose. Merci d’envoyer le bon article.
# defective
{product} clignote | {product} clignote depuis la deuxième semaine, avec trois ampoules différentes. Ce n’est donc pas l’ampoule.
Couture qui lâche | Après deux lavages, la couture de {product} lâche. À ce prix, j’attendais mieux.
# wrong invoice
Facture de {order} | La facture de {order} indique le plein tarif alors que 12 % étaient convenus. La comptabilité la renvoie.
# apology
Je suis désolée, cela ne devrait pas arriver. Je m’en occupe tout de suite et vous réécris aujourd’hui.
Merci pour votre message et les photos. L’erreur vient de nous et nous allons la réparer.
# refunded
Remboursé en totalité, avec un bon d’achat pour la gêne.
Une partie du prix remboursée ; la cliente garde l’article.
# replaced
Un nouveau est parti aujourd’hui en express, l’ancien sera repris.
Remplacé par celui du showroom et livré en main propre.
# explained
Explication donnée ; le client est satisfait de la réponse.
Corrigé et confirmé par écrit.
# delighted
{product} a changé toute la pièce. Lumière chaude, belle finition, et reçu en deux jours.
Rapide et aimable. Une question le dimanche soir, une vraie réponse le lundi à huit heures.
Ma troisième commande ici, et sûrement pas la dernière.
Plus solide et mieux fini que je ne pensais. {product} fait deux fois son prix.
# mixed
Joli, mais {product} est plus petit que sur les photos.
Bonne qualité, mais la livraison a été plus longue que promis.
# upset
Trois semaines d’attente et la mauvaise couleur. Ensuite, plus rien.
{product} cassé au bout d’un mois et j’ai dû écrire trois fois.
`)
