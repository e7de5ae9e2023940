// Policy files as an admin puts them on PCs: each in the form that its browser reads, all with the same facts.
import { describe, expect, it } from 'vitest'
import { policyFile, type PolicyFacts } from '../../gateway/src/reports/browser-policy.ts'
import { policyTargets } from '../../shared/protocol/distribution.ts'

const facts: PolicyFacts = {
  gatewayUrl: 'https://ai.contoh.go.id',
  extensionId: 'abcdefghijklmnopabcdefghijklmnop',
  enrolmentToken: 'pde_dinkes_abcdefghij_rahasia',
  policyPublicKey: 'kunci-publik',
  portals: ['https://lapor.contoh.go.id', 'https://*.contoh.go.id:8443'],
}
const updateUrl = 'https://ai.contoh.go.id/unduh/pembaruan.xml'
const body = (target: (typeof policyTargets)[number], more: Partial<PolicyFacts> = {}) =>
  policyFile(target, { ...facts, ...more }).body

it.each(policyTargets.filter((target) => target !== 'admx'))('%s: connects with no click', (target) => {
  for (const part of [facts.gatewayUrl, 'pde_dinkes_abcdefghij_rahasia', 'kunci-publik'])
    expect(body(target)).toContain(part)
})

describe('Linux', () => {
  const policy = JSON.parse(body('chromium-linux')) as Record<string, never>

  it('installs from the gateway, pins the button, and keeps to the portals', () => {
    expect(policy['ExtensionInstallForcelist']).toEqual([`${facts.extensionId};${updateUrl}`])
    expect(policy['ExtensionSettings']).toEqual({
      [facts.extensionId]: {
        installation_mode: 'force_installed',
        update_url: updateUrl,
        toolbar_pin: 'force_pinned',
        runtime_blocked_hosts: ['*://*'],
        runtime_allowed_hosts: ['*://lapor.contoh.go.id', '*://*.contoh.go.id', '*://ai.contoh.go.id'],
      },
    })
  })

  it('fills the extension’s managed storage', () => {
    expect(policy['3rdparty']).toEqual({
      extensions: {
        [facts.extensionId]: {
          gatewayUrl: facts.gatewayUrl,
          enrolmentToken: facts.enrolmentToken,
          policyPublicKey: facts.policyPublicKey,
        },
      },
    })
  })

  it('keeps the browser’s own AI off the pages', () => {
    expect(policy).toMatchObject({ GenAiDefaultSettings: 2, GeminiSettings: 1 })
    expect(JSON.parse(body('edge-linux'))).toMatchObject({
      CopilotPageContext: false,
      HubsSidebarEnabled: false,
    })
  })

  it('blocks no site where the city names none', () => {
    expect(body('chrome-linux', { portals: [] })).not.toContain('runtime_blocked_hosts')
  })

  it('is whole without a token: whoever has it can still paste a link', () => {
    expect(body('chrome-linux', { enrolmentToken: undefined })).not.toContain('enrolmentToken')
  })
})

describe('Windows', () => {
  it('is a registry file: lists as numbered values, objects as one quoted JSON', () => {
    const lines = body('chrome-windows').split('\r\n')
    expect(lines[0]).toBe('Windows Registry Editor Version 5.00')
    expect(lines).toContain(
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\ExtensionInstallForcelist]',
    )
    expect(lines).toContain(`"1"="${facts.extensionId};${updateUrl}"`)
    expect(lines).toContain('"GenAiDefaultSettings"=dword:00000002')
    expect(lines).toContain(`"enrolmentToken"="${facts.enrolmentToken}"`)
    const [settings = ''] = lines.filter((line) => line.startsWith('"ExtensionSettings"='))
    expect(JSON.parse(JSON.parse(settings.slice('"ExtensionSettings"='.length)) as string)).toHaveProperty(
      facts.extensionId,
    )
    expect(body('edge-windows')).toContain('Policies\\Microsoft\\Edge')
  })
})

describe('macOS', () => {
  it('is a configuration profile with a payload for the browser and one for the extension', () => {
    const profile = body('chrome-macos')
    expect(profile).toContain('<string>com.google.Chrome</string>')
    expect(profile).toContain(`<string>com.google.Chrome.extensions.${facts.extensionId}</string>`)
    expect(profile).toContain('<key>GenAiDefaultSettings</key><integer>2</integer>')
  })
})

describe('Firefox', () => {
  it('is policies.json, with its generative AI locked off', () => {
    const { policies } = JSON.parse(body('firefox')) as { policies: Record<string, never> }
    expect(policies['GenerativeAI']).toMatchObject({ Enabled: false, Locked: true })
    expect(policies['3rdparty']).toMatchObject({
      Extensions: { 'pendamping@pendamping.example': { gatewayUrl: facts.gatewayUrl } },
    })
  })
})

describe('values for group policies', () => {
  it('name each policy of both browsers, and no token', () => {
    for (const name of ['ExtensionSettings', 'GeminiSettings', 'EdgeEntraCopilotPageContext'])
      expect(body('admx')).toContain(`| ${name} |`)
    expect(body('admx')).not.toContain('pde_')
  })
})
