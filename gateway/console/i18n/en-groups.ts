import type { idGroups } from './id-groups.ts'

export const enGroups = {
  tab_kelompok: 'Groups',
  groups: 'Groups of keys',
  groupsHint: 'Keys of one group share a limit: a counter, say, or a department.',
  groupsEmpty:
    'No groups yet. Make one where several keys are to share a limit; it is chosen when a key or an enrolment link is made.',
  groupsNone: 'No groups yet.',
  makeGroup: 'Make a group',
  groupMade: 'Group {name} made. It can now be chosen when a key or an enrolment link is made.',
  groupLabel: 'Group’s name',
  groupLabelHint: 'Front desk, say. No personal data.',
  groupId: 'Group’s code',
  groupIdHint: 'Made from the name; you may change it. Small letters, digits, hyphens.',
  field_actionsTotal: 'Actions in all',
  groupTotalHint: 'As long as the group exists; never refilled. Empty: no limit.',
  groupUsedToday: 'Used today',
  groupUsedTotal: 'Used in all',
  groupUsedOf: '{used} of {cap} ({share})',
  groupUsedUncapped: '{used}, no limit',
  groupLimits: 'Change limits',
  groupLimitsOf: 'Change limits of {name}',
  groupLimitsHint: 'In force from the next request on. What was used stays counted.',
  groupRevoke: 'Revoke keys',
  groupRevokeOf: 'Revoke keys of {name}',
  groupRevokeSure: 'Revoke all keys of group {name}?',
  groupRevokeHint:
    'All keys of this group are refused at once, and its enrolment links are closed. This can’t be undone. Limits and counts stay.',
} satisfies Record<keyof typeof idGroups, string>
