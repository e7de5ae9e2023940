// Browser policies as files that an admin puts on PCs: they install the extension, connect it to the gateway, and keep the
// browser's own AI off the pages. Names and values: Chrome Enterprise policy list, Microsoft Edge policy reference, Firefox
// administrator reference; read in November 2026.
import type { PolicyTarget } from '../../../shared/protocol/distribution.ts'

export interface PolicyFacts {
  /** The gateway's address, without a slash at its end. */
  gatewayUrl: string
  /** Of the extension that the city signed. */
  extensionId: string
  enrolmentToken: string | undefined
  /** What the office's policy is signed with. */
  policyPublicKey: string | undefined
  /** Where the helpers work; empty = everywhere. */
  portals: string[]
}

export interface PolicyFile {
  name: string
  type: string
  body: string
}

type Value = string | number | boolean | Value[] | { [name: string]: Value }
type Values = Record<string, Value>

const firefoxId = 'pendamping@pendamping.example'

/** 2 = not allowed, for all of Chrome's generative AI that has no rule of its own; the others say 1 for "off". */
const chromeCompanions: Values = {
  GenAiDefaultSettings: 2,
  GeminiSettings: 1,
  AIModeSettings: 1,
  HelpMeWriteSettings: 2,
}
const edgeCompanions: Values = {
  CopilotPageContext: false,
  EdgeEntraCopilotPageContext: false,
  HubsSidebarEnabled: false,
  Microsoft365CopilotChatIconEnabled: false,
}

/** @returns the file for one kind of browser and PC, in the form that it reads */
export function policyFile(target: PolicyTarget, facts: PolicyFacts): PolicyFile {
  if (target === 'firefox') return json('policies.json', { policies: firefox(facts) })
  if (target === 'admx')
    return { name: 'nilai-admx.md', type: 'text/markdown; charset=utf-8', body: admx(facts) }
  const [browser, system] = target.split('-') as [
    'chrome' | 'chromium' | 'edge',
    'windows' | 'linux' | 'macos',
  ]
  const values = chromium(browser, facts)
  if (system === 'windows')
    return {
      name: `pendamping-${browser}.reg`,
      type: 'text/plain; charset=utf-8',
      body: reg(browser, values, facts),
    }
  if (system === 'macos')
    return {
      name: `pendamping-${browser}.mobileconfig`,
      type: 'application/x-apple-aspen-config',
      body: mobileconfig(browser, values, facts),
    }
  return json('pendamping.json', {
    ...values,
    '3rdparty': { extensions: { [facts.extensionId]: managed(facts) } },
  })
}

/** What `managed-schema.json` of the extension lists. */
function managed({ gatewayUrl, enrolmentToken, policyPublicKey }: PolicyFacts): Values {
  return {
    gatewayUrl,
    ...(enrolmentToken && { enrolmentToken }),
    ...(policyPublicKey && { policyPublicKey }),
  }
}

function chromium(
  browser: 'chrome' | 'chromium' | 'edge',
  { gatewayUrl, extensionId, portals }: PolicyFacts,
): Values {
  const updateUrl = `${gatewayUrl}/unduh/pembaruan.xml`
  // The gateway itself, too: its practice portal is a page like any other.
  const hosts = portals.length > 0 ? [...portals, new URL(gatewayUrl).origin] : []
  return {
    ExtensionInstallForcelist: [`${extensionId};${updateUrl}`],
    ExtensionSettings: {
      [extensionId]: {
        installation_mode: 'force_installed',
        update_url: updateUrl,
        toolbar_pin: 'force_pinned',
        ...(hosts.length > 0 && {
          runtime_blocked_hosts: ['*://*'],
          runtime_allowed_hosts: hosts.map(hostPattern),
        }),
      },
    },
    ...(browser === 'edge' ? edgeCompanions : chromeCompanions),
  }
}

/** `https://*.kota.go.id` as the browser writes it: `*://*.kota.go.id`; a port has no place in such a pattern. */
function hostPattern(portal: string): string {
  return portal.replace(/^https?:/, '*:').replace(/:\d+$/, '')
}

function firefox(facts: PolicyFacts): Values {
  return {
    ExtensionSettings: {
      [firefoxId]: {
        installation_mode: 'force_installed',
        install_url: `${facts.gatewayUrl}/unduh/pendamping-firefox.xpi`,
      },
    },
    '3rdparty': { Extensions: { [firefoxId]: managed(facts) } },
    GenerativeAI: { Enabled: false, Chatbot: false, LinkPreviews: false, TabGroups: false, Locked: true },
  }
}

function json(name: string, body: Values): PolicyFile {
  return { name, type: 'application/json; charset=utf-8', body: `${JSON.stringify(body, null, 2)}\n` }
}

const registry = {
  chrome: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome',
  chromium: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Chromium',
  edge: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge',
}

/** Lists are keys with numbered values, objects are JSON in one value (Chrome Enterprise: Windows registry). */
function reg(browser: keyof typeof registry, values: Values, facts: PolicyFacts): string {
  const at = registry[browser]
  const plain = Object.entries(values).filter(([, value]) => !Array.isArray(value))
  const lists = Object.entries(values).filter((entry): entry is [string, string[]] => Array.isArray(entry[1]))
  const keys = [
    [at, plain.map(([name, value]) => regValue(name, value))],
    ...lists.map(([name, list]) => [
      `${at}\\${name}`,
      list.map((value, index) => regValue(String(index + 1), value)),
    ]),
    [
      `${at}\\3rdparty\\extensions\\${facts.extensionId}\\policy`,
      Object.entries(managed(facts)).map(([name, value]) => regValue(name, value)),
    ],
  ] as [string, string[]][]
  const text = keys.map(([key, lines]) => [`[${key}]`, ...lines].join('\r\n')).join('\r\n\r\n')
  return `Windows Registry Editor Version 5.00\r\n\r\n${text}\r\n`
}

function regValue(name: string, value: Value): string {
  if (typeof value === 'number' || typeof value === 'boolean')
    return `"${name}"=dword:${Number(value).toString(16).padStart(8, '0')}`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `"${name}"="${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

const domains = { chrome: 'com.google.Chrome', chromium: 'org.chromium.Chromium', edge: 'com.microsoft.Edge' }

/** A configuration profile: one payload for the browser, one for the extension's managed storage. */
function mobileconfig(browser: keyof typeof domains, values: Values, facts: PolicyFacts): string {
  const payload = (domain: string, content: Values) => ({
    PayloadType: domain,
    PayloadIdentifier: `id.pendamping.${domain}`,
    PayloadUUID: crypto.randomUUID().toUpperCase(),
    PayloadVersion: 1,
    ...content,
  })
  const profile = {
    PayloadType: 'Configuration',
    PayloadIdentifier: `id.pendamping.${browser}`,
    PayloadUUID: crypto.randomUUID().toUpperCase(),
    PayloadVersion: 1,
    PayloadDisplayName: 'Pendamping',
    PayloadScope: 'System',
  }
  const parts = [
    payload(domains[browser], values),
    payload(`${domains[browser]}.extensions.${facts.extensionId}`, managed(facts)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${plist({ ...profile, PayloadContent: parts })}</plist>
`
}

function plist(value: Value): string {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`
  if (typeof value === 'number') return `<integer>${value}</integer>`
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>'
  if (Array.isArray(value)) return `<array>${value.map(plist).join('')}</array>`
  return `<dict>${Object.entries(value)
    .map(([name, of]) => `<key>${escaped(name)}</key>${plist(of)}`)
    .join('')}</dict>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** For group policies that are set by hand: name and value, as the editor asks for them. */
function admx(facts: PolicyFacts): string {
  const table = (browser: 'chrome' | 'edge') =>
    Object.entries(chromium(browser, facts)).map(
      ([name, value]) =>
        `| ${name} | \`${typeof value === 'object' ? JSON.stringify(value) : String(value)}\` |`,
    )
  return [
    '# Nilai kebijakan grup untuk Pendamping',
    '',
    'Templat ADMX dari pembuat peramban harus sudah dipasang. Buka Computer Configuration, Administrative Templates.',
    '',
    '## Google Chrome',
    '',
    '| Kebijakan | Nilai |',
    '| --- | --- |',
    ...table('chrome'),
    '',
    '## Microsoft Edge',
    '',
    '| Kebijakan | Nilai |',
    '| --- | --- |',
    ...table('edge'),
    '',
    '## Setelan ekstensi',
    '',
    `Tidak ada dalam templat ADMX: pakai berkas .reg untuk kunci \`3rdparty\\extensions\\${facts.extensionId}\\policy\`.`,
    '',
  ].join('\n')
}
