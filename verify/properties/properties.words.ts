/** Each property as a jurist reads it; the code says the same in English where it is checked. */
export const inFrench: Record<string, string> = {
  'I-01': 'L’aide ne dépend ni de la procédure ni de l’identification formelle.',
  'I-02': 'Le délai de réflexion court du jour de la remise du récépissé, et d’aucun autre.',
  'I-03': 'Tant que court la réflexion, l’éloignement est interdit.',
  'I-04': 'Seule la préfecture interrompt la réflexion, et pour deux motifs.',
  'I-05': 'Chaque titre s’ouvre par ses propres infractions.',
  'I-06':
    'Des faits commis à l’étranger ne ferment rien : ni le titre de l’article L. 425-1, ni identification, ni hébergement, ni soins.',
  'I-07': 'Aucun accord n’est demandé à une personne mineure pour la protéger.',
  'I-08': 'Aucune demande à Ac.Sé ne vit pour une personne mineure.',
  'I-09': 'Une place d’asile n’est demandée que pour qui est lié à l’asile, jamais français ni de l’Union.',
  'I-10':
    'Nul ne cesse d’être présumé victime par l’effet du temps, par un avis négatif de la police, ni par la clôture.',
  'I-11':
    'Aucun chiffre publié ne vaut pour moins de onze personnes, ni ne laisse calculer un chiffre caché.',
  'I-12':
    'Où se trouve un lieu d’accueil n’est demandé par aucun acte, et ne se montre pas avant l’acceptation.',
  'I-13':
    'La préfecture voit de la justice et de la protection d’une personne mineure un mot général ; ni elle ni le parquet ne voient l’asile.',
  'I-14': 'Ce qui va au parquet va à celui du lieu des faits, ou du lieu où la personne mineure fut trouvée.',
  'I-15':
    'Le renouvellement suit une procédure ouverte ; sa fin est dite aussitôt, si aucune autre voie n’est déjà demandée.',
  'I-16': 'Pour une personne mineure, le temps de demander l’indemnisation ne court pas.',
  'I-17': 'Un accord retiré met fin à ce qui reposait sur lui, et à rien de ce que la loi a transmis.',
  'I-18':
    'Clore un dossier n’arrête aucun délai de la loi, et rien ne s’archive ni ne s’efface tant qu’il court.',
  'I-19': 'Chaque acte repose sur une référence dont la source et le poids sont écrits.',
  'I-20': 'Rien n’est gardé de l’infraction que la personne a été contrainte de commettre.',
  'S-1':
    'Une place repose sur une offre acceptée, n’est tenue que pour un temps, et ne survit pas à son dossier.',
  'S-2': 'Chaque acte est confié à quelqu’un, ou accompli à l’échéance d’un délai.',
  'S-3': 'Chaque délai qui agit a son acte.',
  'S-4': 'Chaque destinataire a quelqu’un qui parle en sa qualité.',
  'S-5':
    'Qui a envoyé une orientation encore ouverte peut toujours la retirer, sauf ce que la loi fait transmettre.',
  'S-6': 'Un état qui attend un destinataire se quitte quand personne n’est plus sollicité.',
  'S-7': 'Qui ne protège personne comme mineur n’est informé qu’avec l’accord, quoi qu’on dise de l’âge.',
  'S-8': 'Pour une personne dite mineure, seuls la justice ou un anniversaire établissent la majorité.',
  'S-9':
    'Qui est informé d’une personne mineure par la loi ne termine ni ne refuse tant que dure sa protection.',
  'S-10':
    'Aucun dossier d’une personne mineure dont personne n’est informé, ou qui est recherchée, ne se clôt, hors décès.'
}
