import { from, type LegalBasis } from './origin.ts'

const mnio = (fr: string, en: string) =>
  from({
    status: 'design',
    level: null,
    read: null,
    textAsOf: null,
    source: { fr: 'Réglages du MNIO', en: 'Settings of the MNIO' }
  })(fr, en, '2026-09-01')

/** What the MNIO leaves open and this project decided: never law. */
export const mechanismBases = {
  'MNIO.HABILITATION': mnio('Qui peut signaler', 'Who may flag'),
  'MNIO.FLAG': mnio('Contenu du signalement', 'Content of the flag'),
  'MNIO.TRIAGE': mnio('Délai de premier examen', 'Time for the first look'),
  'MNIO.GROUNDS': mnio('Motifs raisonnables, par deux avis', 'Reasonable grounds, by two opinions'),
  'MNIO.INFORMATION': mnio('Délai pour informer la personne', 'Time to inform the person'),
  'MNIO.REVIEW': mnio('Réexamen sur élément nouveau', 'Review on new facts'),
  'MNIO.REFERENT': mnio('Une structure référente du parcours', 'A case referent'),
  'MNIO.FACTS': mnio('Faits complétés ensuite', 'Facts completed later'),
  'MNIO.IDENTITY': mnio('Identité tenue à part', 'Identity kept apart'),
  'MNIO.MERGE': mnio('Fusion de doublons à deux', 'Merging duplicates by two people'),
  'MNIO.TRANSFER': mnio('Passage à une autre cellule', 'Move to another cell'),
  'MNIO.EMERGENCY': mnio('Mise à l’abri en urgence', 'Emergency shelter'),
  'MNIO.SECURITY': mnio('Alerte de sécurité sur un accueil', 'Security alert on a stay'),
  'MNIO.ACSE': mnio('Demande au dispositif Ac.Sé', 'Request to the Ac.Sé scheme'),
  'MNIO.EVALUATION': mnio('Évaluation commune avant Ac.Sé', 'Joint assessment before Ac.Sé'),
  'MNIO.ANSWER': mnio('Délais de réponse des partenaires', 'Answer times of partners'),
  'MNIO.MATCH': mnio('Suivi d’une place trouvée', 'Follow-up of a place found'),
  'MNIO.STAY': mnio('Vie de l’accueil', 'Life of a stay'),
  'MNIO.RECONTACT': mnio('Reprise de contact', 'Getting back in touch'),
  'MNIO.RETURN': mnio('Nouvelles après un retour', 'News after a return'),
  'MNIO.FORMAL': mnio('Relance de l’identification formelle', 'Reminder of formal identification'),
  'MNIO.CONSENT': mnio('Consentement par destinataire', 'Consent by recipient'),
  'MNIO.CLOSURE': mnio('Clôture et réouverture', 'Closure and reopening'),
  'MNIO.CLOCK': mnio('Délais du mécanisme', 'Time limits of the mechanism'),
  'MNIO.CARE': mnio('Besoins et accompagnement', 'Needs and support'),
  'MNIO.MINOR': mnio('Protection des mineurs', 'Protection of minors'),
  'MNIO.RESIDENCE': mnio('Suivi du droit au séjour', 'Following the right to stay'),
  'MNIO.RETENTION': mnio('Durées de conservation', 'How long records are kept'),
  'MNIO.GLASS': mnio('Accès d’urgence, confirmé à deux', 'Emergency access, confirmed by two'),
  'MNIO.PLACES': mnio('Places et liste d’attente', 'Places and waiting list'),
  'MNIO.MEETING': mnio('Réunion de la cellule', 'Meeting of the cell'),
  'MNIO.LINK': mnio('Réponse par lien, sans compte', 'Answer through a link, without account'),
  'MNIO.CONFIGURATION': mnio('Réglages datés du mécanisme', 'Dated settings of the mechanism')
} as const satisfies Record<string, LegalBasis>
