import type { Bilingual } from '../../vocabulary/terms.ts'

/** Why something did not pass from one system to the other. Each is told to whoever exports or imports. */
export const reasons = {
  noCode: { fr: 'la norme n’a pas de code pour cela', en: 'the standard has no code for it' },
  severalMeant: {
    fr: 'le code recouvre plusieurs de nos réponses : à demander à la personne',
    en: 'the code covers several of our answers: to be asked of the person'
  },
  noCounterpart: {
    fr: 'le mécanisme ne garde pas cela',
    en: 'the mechanism does not keep it'
  },
  otherMeaning: {
    fr: 'le nom est proche, le sens est autre : « avec la personne » et « de la personne »',
    en: 'the name is close and the meaning is not: “with the person” and “of the person”'
  },
  onlyOne: {
    fr: 'la norme n’en garde qu’un : les autres ne partent pas',
    en: 'the standard keeps one: the others do not leave'
  },
  onlyOneHere: {
    fr: 'le mécanisme n’en garde qu’un : les autres sont à reprendre à la main',
    en: 'the mechanism keeps one: the others are to be taken over by hand'
  },
  identity: {
    fr: 'l’identité ne passe pas par ce fichier : elle se transmet avec l’accord de la personne, de personne à personne',
    en: 'identity does not pass by this file: it is shared with the person’s consent, from person to person'
  },
  sealed: {
    fr: 'gardé chiffré avec le récit : cela se transmet de personne à personne',
    en: 'kept sealed with the account: it is shared from person to person'
  },
  decidedHere: {
    fr: 'un autre système l’a décidé : ici, la cellule se prononce',
    en: 'another system decided it: here, the cell does'
  },
  askedAgain: {
    fr: 'cet accord vaut pour l’autre système : à demander de nouveau à la personne',
    en: 'that consent holds for the other system: to be asked of the person again'
  },
  place: {
    fr: 'un lieu dirait où la personne vit ou a vécu : à demander de nouveau',
    en: 'a place would say where the person lives or lived: to be asked again'
  }
} as const satisfies Record<string, Bilingual>

export type Reason = keyof typeof reasons

/** A field of the side that it came from. */
export type Left = { field: string; value: string; why: Reason }
