import { authors, type RightsText } from '../sentences.ts'

export const french = {
  language: 'fr',
  tag: 'fr',
  name: 'Français',
  direction: 'ltr',
  status: 'whole',
  translator: authors,
  from: '2026-11-28',
  code: 'h7kx',
  sentences: {
    title: 'Vos droits',
    choice:
      'À chaque question, vous pouvez répondre oui, non, ou pas maintenant. Refuser ne vous retire aucune aide.',
    change:
      'Chaque accord dure 12 mois au plus. Vous pouvez le retirer à tout moment : le service concerné cesse alors de lire.',
    secret:
      'Sans votre accord, votre nom est donné seulement si la loi le dit : à la justice, à la protection de l’enfance si vous avez moins de 18 ans, ou en cas de danger grave et immédiat.',
    interpreter: 'Vous pouvez demander un interprète, et demander qu’on vous lise ce texte. C’est gratuit.',
    help: 'Une association peut vous accompagner : logement, santé, papiers, travail. Cette aide n’attend pas de plainte.',
    shelter:
      'Vous pouvez demander un hébergement, près d’ici, ou loin d’ici si vous êtes en danger. L’adresse est gardée à part.',
    care: 'Vous pouvez demander des soins, pour le corps et pour l’esprit. Sans papiers et sans assurance, la permanence d’accès aux soins d’un hôpital (PASS) peut vous recevoir.',
    complaint:
      'Vous pouvez porter plainte à la police ou à la gendarmerie, qui vous remet tout de suite un récépissé. Vous pouvez aussi ne pas le faire.',
    lawyer:
      'Vous pouvez avoir un avocat. Si vos moyens sont faibles, l’aide juridictionnelle peut le payer, en tout ou en partie.',
    compensation:
      'Vous pouvez demander réparation de ce que vous avez subi, au procès ou à la commission d’indemnisation des victimes (CIVI).',
    danger:
      'Si quelqu’un vous menace, dites-le : la police peut vous protéger. En danger maintenant : appelez le 17 ou le 112, ou envoyez un SMS au 114.',
    child:
      'Si vous avez moins de 18 ans, vous avez droit à une protection, qui n’attend pas votre accord. Vous avez le droit de donner votre avis.',
    foreign:
      'Si vous n’avez la nationalité ni d’un pays de l’Union européenne ou de l’Espace économique européen, ni de la Suisse :',
    reflection:
      'Vous pouvez demander un délai de réflexion de 30 jours. Pendant ce délai, aucune obligation de quitter la France ne peut être prise contre vous ni exécutée.',
    receipt:
      'Ce délai commence le jour où la préfecture vous remet un récépissé. Le récépissé permet de travailler.',
    stopping:
      'La préfecture peut arrêter ce délai si vous reprenez contact de vous-même avec les personnes en cause, ou si votre présence est une menace grave pour l’ordre public.',
    permit:
      'Si vous portez plainte ou témoignez, et si vous avez rompu tout lien avec ces personnes, vous pouvez demander une carte de séjour d’un an, gratuite, qui permet de travailler. La carte est renouvelée pendant la procédure, si ces conditions restent remplies.',
    asylum: 'Si vous avez peur de retourner dans votre pays, vous pouvez demander l’asile.',
    return:
      'Vous pouvez demander une aide pour rentrer dans votre pays ou aller dans un autre, seulement si vous le voulez.',
    data: 'Ce que vous dites est écrit dans un dossier protégé. Vous pouvez demander à le lire, à le corriger, et écrire à la CNIL si on ne vous répond pas.',
    agrees: 'Votre accord',
    wishes: 'Voulez-vous demander ces 30 jours pour réfléchir ?',
    yes: 'Oui',
    no: 'Non',
    later: 'Pas maintenant',
    consents: {
      A: 'Êtes-vous d’accord pour que votre nom soit donné au service qui reçoit le signalement, et à votre avocat ?',
      B: 'Êtes-vous d’accord pour que la cellule de votre département lise votre nom et une fiche sur votre situation ?',
      C: 'Êtes-vous d’accord pour que votre nom soit donné au dispositif qui cherche un hébergement loin d’ici (Ac.Sé) ?',
      D: 'Êtes-vous d’accord pour que votre nom soit donné à l’OFII, pour une place dans l’hébergement des demandeurs d’asile ?',
      E: 'Êtes-vous d’accord pour que votre nom soit donné à la préfecture, pour vos papiers ?',
      F: 'Êtes-vous d’accord pour que votre nom soit donné à la police, à la gendarmerie ou à l’inspection du travail, et pour les rencontrer ?',
      G: 'Êtes-vous d’accord pour que votre nom soit donné à un lieu de soins ?',
      H: 'Êtes-vous d’accord pour que votre nom soit donné à un service dans un autre pays ?',
      J: 'Êtes-vous d’accord pour que votre nom soit donné aux services de l’hébergement ordinaire (SIAO, 115, CHRS) ?'
    }
  }
} as const satisfies RightsText
