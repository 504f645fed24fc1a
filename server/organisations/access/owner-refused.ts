import { Misused } from '../first-administrator.ts'

/** Of a refusal of PostgreSQL its code, however deep another error bears it. */
export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return ''
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : codeOf(error.cause)
}

const nameIn = (url: string): string => decodeURIComponent(new URL(url).username).replaceAll('"', '""')

/** What an administrator of PostgreSQL runs so that nobody signs in as the owner, and so that somebody does again. */
export const retiring = (url: string): string => `alter role "${nameIn(url)}" nologin password null;`
const restoring = (url: string): string => `alter role "${nameIn(url)}" login password '…';`

/** Class 28: PostgreSQL does not let this name sign in. */
export const isRefused = (error: unknown): boolean => codeOf(error).startsWith('28')

export const ownerRefused = (url: string): Misused =>
  new Misused({
    fr: `PostgreSQL refuse le propriétaire de la base : son mot de passe est faux, ou lui a été retiré. Rendez-le-lui le temps de cette commande, en tant qu’administrateur de PostgreSQL, puis retirez-le :\n  ${restoring(url)}\n  ${retiring(url)}`,
    en: `PostgreSQL refuses the owner of the database: its password is wrong, or was taken away. Give it back for this command, as an administrator of PostgreSQL, then take it away again:\n  ${restoring(url)}\n  ${retiring(url)}`
  })
