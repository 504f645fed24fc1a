import { authors, type RightsText } from '../sentences.ts'

/** Short sentences, one idea in each, words of every day. The provisional translations are made from it. */
export const plainFrench = {
  language: 'fr',
  tag: 'fr',
  name: 'Français simple',
  direction: 'ltr',
  status: 'plain',
  translator: authors,
  from: '2026-11-28',
  code: 'w4pn',
  sentences: {
    title: 'Vos droits',
    choice: 'Vous pouvez dire oui, non, ou pas maintenant. Si vous dites non, on vous aide quand même.',
    change: 'Vous pouvez changer d’avis à tout moment.',
    secret:
      'Nous ne donnons pas votre nom sans votre accord. Sauf si la loi le demande, ou si quelqu’un est en grave danger.',
    interpreter: 'Vous pouvez demander un interprète. C’est gratuit.',
    help: 'Une association peut vous aider. Vous n’avez pas besoin de porter plainte pour cela.',
    shelter: 'Vous pouvez demander un endroit sûr pour dormir.',
    care: 'Vous pouvez demander à voir un médecin, même sans papiers.',
    complaint: 'Vous pouvez porter plainte. Vous pouvez aussi ne pas le faire.',
    lawyer: 'Vous pouvez avoir un avocat. Si vous avez peu d’argent, l’État peut le payer.',
    compensation: 'Vous pouvez demander de l’argent pour le mal qu’on vous a fait.',
    danger: 'En danger maintenant : appelez le 17 ou le 112. Vous pouvez aussi envoyer un SMS au 114.',
    child: 'Si vous avez moins de 18 ans, on doit vous protéger. On vous demande aussi votre avis.',
    foreign: 'Si vous n’avez pas la nationalité d’un pays de l’Union européenne :',
    reflection:
      'Vous pouvez demander 30 jours pour réfléchir. Pendant ces 30 jours, on ne peut pas vous obliger à quitter la France.',
    receipt:
      'Les 30 jours commencent quand la préfecture vous donne un papier. Avec ce papier, vous pouvez travailler.',
    stopping:
      'La préfecture peut arrêter les 30 jours : si vous retournez de vous-même vers les personnes qui vous ont fait du mal, ou en cas de menace grave pour l’ordre public.',
    permit:
      'Vous pouvez demander une carte de séjour si vous portez plainte ou si vous témoignez. Il faut ne plus avoir de lien avec ces personnes.',
    asylum: 'Si vous avez peur de retourner dans votre pays, vous pouvez demander l’asile.',
    return: 'Vous pouvez demander de l’aide pour rentrer dans votre pays, seulement si vous le voulez.',
    data: 'Nous écrivons ce que vous dites dans un dossier protégé. Vous pouvez demander à le lire et à le corriger.',
    agrees: 'Votre accord',
    wishes: 'Voulez-vous demander ces 30 jours pour réfléchir ?',
    yes: 'Oui',
    no: 'Non',
    later: 'Pas maintenant',
    consents: {
      A: 'Pouvons-nous donner votre nom au service qui reçoit le signalement, et à votre avocat ?',
      B: 'Pouvons-nous donner votre nom à la cellule du département ? Ce sont des services qui étudient ensemble votre situation.',
      C: 'Pouvons-nous donner votre nom pour chercher un hébergement loin d’ici (Ac.Sé) ?',
      D: 'Pouvons-nous donner votre nom à l’OFII, pour un hébergement de demandeurs d’asile ?',
      E: 'Pouvons-nous donner votre nom à la préfecture, pour vos papiers ?',
      F: 'Voulez-vous rencontrer la police, la gendarmerie ou l’inspection du travail ? Elles auront votre nom.',
      G: 'Pouvons-nous donner votre nom à un lieu de soins ?',
      H: 'Pouvons-nous donner votre nom à un service dans un autre pays ?',
      J: 'Pouvons-nous donner votre nom pour chercher un hébergement ordinaire (SIAO, 115, CHRS) ?'
    }
  }
} as const satisfies RightsText
