import impact from '../../../../docs/donnees/analyse-impact.md?raw'
import information from '../../../../docs/donnees/information.md?raw'
import tables from '../../../../docs/donnees/registre-tables.md?raw'
import register from '../../../../docs/donnees/registre.md?raw'
import texts from '../../../../docs/donnees/textes.md?raw'
import breach from '../../../../docs/donnees/violation.md?raw'
import { blocksOf, type Block } from './document.ts'

/** The documents of data protection, by the name that their address bears: in French alone, as they are written. */
const sources: Readonly<Record<string, string>> = {
  registre: register,
  'registre-tables': tables,
  violation: breach,
  'analyse-impact': impact,
  information,
  textes: texts
}

export const documentNames = Object.keys(sources)

/** Between these documents and within one, links lead on; what else they name is not of this site. */
const hrefOf = (to: string): string | null => {
  if (to.startsWith('#')) return to
  const [, name = '', part = ''] = /^([\w-]+)\.md(#.*)?$/.exec(to) ?? []
  return Object.hasOwn(sources, name) ? `/donnees/${name}${part}` : null
}

export const documentOf = (name: string): Block[] | null =>
  Object.hasOwn(sources, name) ? blocksOf(sources[name]!, hrefOf) : null
