// Which addresses an admin may register: a private one would make the gateway a way into the city's own network (SSRF),
// or to a cloud's metadata service. The operator can allow them, for a model in the city's own data centre.
// Only what is written is judged. A public name that leads to a private address is for the operator's network to stop.

/** The last is Google's other name for its metadata. */
const privateNames =
  /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|home\.arpa|corp|metadata\.goog)$/i

/** @returns whether the operator keeps an admin from this address */
export function isForbiddenAddress(env: { PENDAMPING_PRIVATE_UPSTREAMS?: string }, url: string): boolean {
  return env.PENDAMPING_PRIVATE_UPSTREAMS !== 'izinkan' && isPrivateAddress(url)
}

/** @param url of an upstream, parsed by the URL standard, which also reads "0x7f.1" and "2130706433" as addresses */
export function isPrivateAddress(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '')
  if (host.includes(':')) return isPrivateV6(host)
  if (/^\d+(\.\d+){3}$/.test(host)) return isPrivateV4(host)
  return privateNames.test(host) || !host.includes('.')
}

/** RFC 6890 and its kin: own host, private, shared, link-local (169.254.169.254 is metadata), multicast, reserved. */
function isPrivateV4(host: string): boolean {
  // Azure's own service stands at a public address on each of its machines.
  if (host === '168.63.129.16') return true
  const [a = 0, b = 0] = host.split('.').map(Number)
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || b === 0)) ||
    (a === 198 && (b === 18 || b === 19))
  )
}

/** Only what is routed to everybody (2000::/3) is public, and of that nothing that holds a v4 address. */
function isPrivateV6(host: string): boolean {
  const first = parseInt(host.split(':')[0] || '0', 16)
  const isGlobal = first >= 0x2000 && first < 0x4000
  const isTunnel = first === 0x2002 || /^2001:0?:/.test(host)
  return !isGlobal || isTunnel
}
