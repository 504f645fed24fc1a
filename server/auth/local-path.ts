const here = 'http://local.invalid'
const ownPaths = /^\/(auth|oidc|api)(\/|$)/
const invisible = /[\p{C}\s]/u

/** The page to come back to after sign-in, or a change of language: a path of this site, or `/`. Never another origin. */
export function localPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 512 || invisible.test(wanted)) return '/'
  if (!wanted.startsWith('/') || wanted.includes('\\') || !URL.canParse(wanted, here)) return '/'
  const url = new URL(wanted, here)
  if (url.origin !== here || url.pathname.startsWith('//') || ownPaths.test(url.pathname)) return '/'
  return url.pathname + url.search
}
