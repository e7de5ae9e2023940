// Which sentence tells which act. The gateway logs method and path (gateway/src/routes/admin); a test compares the two.
import type { ActSentence } from './sentences.ts'

export type Detail = Record<string, unknown>

export const toldActs: Record<string, ActSentence | ((detail: Detail) => ActSentence)> = {
  'POST /offices/import': ({ dryRun }) => (dryRun ? 'did_officesChecked' : 'did_officesImported'),
  'POST /offices': 'did_officeAdded',
  'PUT /offices/:id': 'did_officeRenamed',
  'POST /offices/:office/suspend': 'did_officeSuspended',
  'POST /offices/:office/resume': 'did_officeResumed',
  'DELETE /offices/:office': 'did_officeRemoved',
  'PUT /offices/:office/limits': 'did_officeLimits',
  'PUT /offices/:office/never-hide': 'did_officeTerms',

  'POST /offices/:office/keys': 'did_keyMade',
  'DELETE /offices/:office/keys': 'did_keysRevoked',
  'PUT /offices/:office/keys/:key/limits': 'did_keyLimits',
  'PUT /offices/:office/keys/:key/expiry': 'did_keyExpiry',
  'POST /offices/:office/keys/:key/rotate': 'did_keyRotated',
  'DELETE /offices/:office/keys/:key': 'did_keyRevoked',
  'POST /offices/:office/renewals': 'did_renewalAsked',
  'POST /offices/:office/groups': 'did_groupMade',
  'PUT /offices/:office/groups/:group/limits': 'did_groupLimits',
  'POST /offices/:office/enrolments': 'did_linkMade',
  'DELETE /offices/:office/enrolments/:link': 'did_linkClosed',
  'POST /offices/:office/browser-policy': 'did_browserPolicy',

  'POST /upstreams': 'did_modelAdded',
  'PUT /upstreams/:model': 'did_modelChanged',
  'DELETE /upstreams/:model': 'did_modelRemoved',
  'POST /upstreams/reseal': 'did_resealed',
  'POST /signing-key/renew': 'did_signingRenewed',

  'POST /policy': 'did_policyPublished',
  'POST /policy/rollback': 'did_policyRolledBack',
  'PUT /switches': ({ off }) => (off ? 'did_switchedOff' : 'did_switchedOn'),

  'POST /classes': 'did_classMade',
  'PUT /classes/:class': 'did_classChanged',
  'POST /classes/:class/end': 'did_classEnded',
  'DELETE /classes/:class/seats/:key': 'did_seatRevoked',

  'POST /admins': 'did_adminAdded',
  'PUT /admins/:admin': 'did_adminChanged',
  'POST /admins/:admin/invitations': 'did_invited',
  'DELETE /me/sessions/:session': 'did_sessionsEnded',
  'POST /me/passkeys': 'did_passkeyAdded',
  'DELETE /me/passkeys/:passkey': 'did_passkeyRemoved',
  'POST /me/recovery-codes': 'did_codesMade',
}
