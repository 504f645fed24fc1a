import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'

export type Site = {
  publicUrl: string
  /** The number that tells whether a letter is one of ours. */
  callBack?: string | undefined
}

/** Who knows whether a letter is meant: the organisation that asked, by its reference, or whoever invited. */
const asking = (reference: string | null): Bilingual =>
  reference === null
    ? {
        fr: 'Ou demandez à la personne avec qui vous travaillez si l’invitation vient d’elle.',
        en: 'Or ask the person you work with whether the invitation comes from them.'
      }
    : {
        fr: `Ou demandez à l’organisation que vous connaissez si elle vous a adressé la demande ${reference} : elle la retrouve.`,
        en: `Or ask the organisation that you know whether it sent you request ${reference}: it can find it.`
      }

const calling = (callBack: string | undefined, reference: string | null): Bilingual => {
  if (!callBack) return { fr: '', en: '' }
  return reference === null
    ? { fr: ` Vous pouvez aussi appeler le ${callBack}.`, en: ` You can also call ${callBack}.` }
    : {
        fr: ` Vous pouvez aussi rappeler le ${callBack} et donner la référence.`,
        en: ` You can also call ${callBack} and give the reference.`
      }
}

/**
 * How whoever doubts finds out without the letter: an address that they type, a number where there is one, and whoever asked, who
 * knows of it.
 */
export const checking = ({ publicUrl, callBack }: Site, reference: string | null): Bilingual => {
  const host = new URL(publicUrl).host
  const [ask, number] = [asking(reference), calling(callBack, reference)]
  return {
    fr: `Qui vous écrit : le service MNIO, qui oriente des personnes vers les professionnels compétents (${host}). Un doute ? N’ouvrez pas le lien. Tapez vous-même l’adresse ${host} dans votre navigateur : le lien doit commencer par elle. ${ask.fr}${number.fr} Nous ne demandons jamais de mot de passe, d’argent ni de nom par courriel.`,
    en: `Who writes: the MNIO service, which refers people to the professionals concerned (${host}). In doubt? Do not open the link. Type ${host} in your browser yourself: the link must begin with it. ${ask.en}${number.en} We never ask for a password, money or a name by e-mail.`
  }
}
