import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url)

/** Where words stand that people read: the tables, the pages and their messages, letters and notices, the documents. */
const places = [
  ...['workflows', 'policies', 'figures', 'server', 'verify', 'docs', 'README.md'],
  ...['web/messages', 'web/src', 'web/static']
]
const kinds = /\.(ts|svelte|json|md|patch|mmd|html|webmanifest)$/
/** A mutant says what the old rule said; an address of the pages is no word of theirs. */
const aside = /^verify\/mutation\/|^docs\/bench\.json$/
const addresses = /(?<=["'`])\/demo\/horloge\b/g

const texts = execFileSync('git', ['ls-files', '-z', ...places], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => kinds.test(path) && !aside.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8').replace(addresses, '') }))

type Struck = { words: RegExp; write: string; planted: string; but?: RegExp }
const struck: readonly Struck[] = [
  // The directory of services is called data·inclusion, and between two letters of a formula it multiplies.
  {
    words: /\p{L}[·•‧]\p{L}(?<!data·i(?=nclusion))/u,
    write: 'a plain form',
    planted: 'l’avocat·e',
    but: /^figures\/noise\//
  },
  {
    words: /(?<!_\p{L}+)\p{L}\((?:e|ne|se|trice)\)s?[ ,.;:’'»]/u,
    write: 'a plain form',
    planted: 'un(e) avocat(e) vient'
  },
  {
    words: /\b(?:elle ou il|il ou elle|il\/elle|elle\/il|celui ou celle|iel)\b/i,
    write: 'l’enfant, la personne',
    planted: 'elle ou il hésite'
  },
  // What somebody told of a person in the demonstration stands in a story, not alone.
  {
    words: /(?:fr: |\(|: |^ +)['"`«]+ ?Elles? /,
    write: 'La personne',
    planted: "fr: 'Elle refuse'",
    but: /^server\/demo\//
  },
  {
    words: /\b(?:ce qu|où |qu)[’']?elles? en (?:dit|sont|pense)/i,
    write: 'what is spoken of',
    planted: 'Où elles en sont'
  },
  { words: /\b(?:a|ont) bougé(?!\p{L})/iu, write: 'a changé', planted: 'Le dossier a bougé' },
  { words: /\bhorloges?\b/i, write: 'délai', planted: 'Aucune Horloge' },
  {
    words: /\btri(?:er|e|ez) (?:le|ce|les|ces) signalement/i,
    write: 'Examiner la recevabilité',
    planted: 'Trier le signalement'
  },
  {
    words: /\b(?:première|seconde|deuxième|deux) voix\b/i,
    write: 'premier avis, second avis',
    planted: 'première voix'
  },
  {
    words: /\bdélit (?:contraint|commis sous)/i,
    write: 'Infraction commise sous contrainte',
    planted: 'Délit contraint'
  },
  { words: /\bcontrainte (?:est déjà )?dite\b/i, write: 'Contrainte signalée', planted: 'Contrainte dite' },
  {
    words: /classer, ou rendre/i,
    write: 'Enregistrer un classement sans suite ou un non-lieu',
    planted: 'Classer, ou rendre un non-lieu'
  },
  {
    words: /\bprocédure (?:ouverte )?sans plainte/i,
    write: 'Enregistrer l’ouverture d’une enquête',
    planted: 'Ouvrir une procédure sans plainte'
  },
  { words: /\barrêt d[’']un mois/i, write: 'ITT d’au moins un mois', planted: 'arrêt d’un mois' },
  {
    words: /\brefus[^.|'`]{0,24} né (?:du|de) |refusé par le silence/i,
    write: 'décision implicite de rejet',
    planted: 'le refus né du silence'
  },
  { words: /\bhors traite\b/i, write: 'traite non caractérisée', planted: 'Clos : hors traite' },
  {
    words: /fr: 'soin'|\| soin \||« soin »|\b(?:réponse du|vers le|centre de|type de|suivi de) soin\b/i,
    write: 'structure de soins',
    planted: 'Réponse du soin'
  },
  {
    words: /comment finit le recueil/i,
    write: 'Enregistrer l’issue du recueil provisoire',
    planted: 'Dire comment finit le recueil'
  },
  {
    words: /esclavage\p{Z}: vingt ans(?! de réclusion)/iu,
    write: 'vingt ans de réclusion criminelle',
    planted: 'Réduction en esclavage : vingt ans'
  },
  {
    words: /traite par une société/i,
    write: 'Traite : responsabilité pénale des personnes morales',
    planted: 'Traite par une société'
  },
  {
    words: /travail sans salaire/i,
    write: 'Rétribution inexistante ou manifestement insuffisante',
    planted: 'Travail sans salaire ou presque'
  },
  {
    words: /lieu de prostitution/i,
    write: 'Proxénétisme : tenue ou mise à disposition d’un lieu',
    planted: 'Lieu de prostitution'
  },
  {
    words: /se dessaisir/i,
    write: 'Enregistrer le dessaisissement',
    planted: 'Se dessaisir au profit d’une JIRS'
  },
  { words: /décider l[’']âge/i, write: 'Enregistrer la décision sur la minorité', planted: 'Décider l’âge' },
  {
    words: /\bsaisir la préfecture|préfecture saisie/i,
    write: 'Transmettre à la préfecture',
    planted: 'Saisir la préfecture'
  },
  {
    words: /dix-sept ans et demi/i,
    write: 'Entretien d’autonomie (17 ans)',
    planted: 'dix-sept ans et demi'
  },
  {
    words: /(?:avocat|parquet) (?:sont|est|et parquet) prévenus?|prévenir l[’']avocat/i,
    write: 'Avocat et parquet informés',
    planted: 'l’avocat et le parquet sont prévenus'
  },
  // The documents say it of a reference, beside laws and decrees: there it is the name of a weight.
  {
    words: /\bchoix du projet\b/i,
    write: 'règle proposée, sans texte de loi',
    planted: 'MNIO STAY (choix du projet)',
    but: /^docs\//
  },
  {
    words: /\bsans nouvelles (?:\d+|\$?\{\w+\}) ?j(?:ours?)?\b/i,
    write: 'Sans nouvelles depuis le délai prévu',
    planted: 'Sans nouvelles 55 j'
  },
  { words: /accords de la personne/i, write: 'Consentement', planted: 'Accords de la personne' },
  {
    words: /sa vie est en danger/i,
    write: 'Danger vital',
    planted: 'Sa vie est en danger et vous devez savoir ?'
  },
  {
    words: /(?:\ben: ['"`]|^\s*"[\w.]+": ").*\b(?:first|second|two) voices?\b/i,
    write: 'first opinion, second opinion',
    planted: "en: 'Give the first voice'"
  },
  {
    words: /\bforced offences?\b/i,
    write: 'offence committed under constraint',
    planted: 'A forced offence'
  },
  {
    words: /\ben: ['"`].*\b(?:she|hers?|herself)\b/i,
    write: 'the person, they',
    planted: "en: 'She is told of her rights'"
  }
]

const found = ({ words, but }: Struck, path: string, text: string): string[] =>
  but?.test(path)
    ? []
    : text.split('\n').flatMap((line, at) => {
        const hit = words.exec(line)
        return hit ? [`${path}:${at + 1}: ${hit[0].trim()}`] : []
      })

describe('words that were struck', () => {
  it.each(struck)('« $planted » stands nowhere: one writes $write', (row) => {
    expect(texts.flatMap(({ path, text }) => found(row, path, text))).toEqual([])
  })

  it.each(struck)('« $planted » is found, and its file named, wherever it is written', (row) => {
    expect(found(row, 'workflows/planted.ts', `first line\n${row.planted}`)[0]).toMatch(
      /^workflows\/planted\.ts:2: /
    )
  })

  it('every place is read, and none is empty', () => {
    for (const place of places)
      expect(
        texts.some(({ path, text }) => path.startsWith(place) && text.length > 0),
        place
      ).toBe(true)
  })
})
