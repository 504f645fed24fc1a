// What is typed is sealed on this device to the public half of a key whose private half the server keeps: the page that wrote it
// cannot read it back, and nobody can who does not sign in as the same person.

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const
const cipher = 'AES-GCM'
const words = new TextEncoder()
const purpose = words.encode('draft:1')

/** Named by what makes it: the tests of this file know no browser’s names. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>
type Bytes = Uint8Array<ArrayBuffer>
/** `sender`: the public half of a pair made for this text alone, and forgotten at once. */
export type Sealed = { sender: Bytes; nonce: Bytes; body: Bytes }

const bytesOf = (base64url: string): Bytes =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.codePointAt(0)!)

async function sharedKey(own: Key, other: Key, use: 'encrypt' | 'decrypt'): Promise<Key> {
  const secret = await crypto.subtle.deriveBits({ ...curve, public: other }, own, 256)
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: purpose }
  return crypto.subtle.deriveKey(derivation, base, { name: cipher, length: 256 }, false, [use])
}

export async function sealTo(publicHalf: string, text: string): Promise<Sealed> {
  const receiver = await crypto.subtle.importKey('spki', bytesOf(publicHalf), curve, false, [])
  const pair = await crypto.subtle.generateKey(curve, false, ['deriveBits'])
  const key = await sharedKey(pair.privateKey, receiver, 'encrypt')
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const body = await crypto.subtle.encrypt({ name: cipher, iv: nonce }, key, words.encode(text))
  const sender = await crypto.subtle.exportKey('spki', pair.publicKey)
  return { sender: new Uint8Array(sender), nonce, body: new Uint8Array(body) }
}

/** @throws where it was sealed to another key, or altered. */
export async function openWith(privateHalf: string, { sender, nonce, body }: Sealed): Promise<string> {
  const own = await crypto.subtle.importKey('pkcs8', bytesOf(privateHalf), curve, false, ['deriveBits'])
  const key = await sharedKey(own, await crypto.subtle.importKey('spki', sender, curve, false, []), 'decrypt')
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: cipher, iv: nonce }, key, body))
}
