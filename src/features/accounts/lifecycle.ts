import type { Table } from '../../access/deeds.ts'

/**
 * An invitation. None of its states is stored: they follow from when it was sent, accepted and withdrawn, from the day
 * that its link runs out and from whether its agency still sits on the board.
 */
export const invitation = {
  begins: 'waiting',
  acts: {
    send: { by: 'job', entry: null },
    'fail to send': { by: 'job', entry: null },
    'send again': { by: 'people.manage', entry: 'invitation.renewed' },
    'show its link': { by: 'people.manage', entry: 'invitation.link-shown' },
    accept: { by: 'link', entry: 'invitation.accepted' },
    withdraw: { by: 'people.manage', entry: 'invitation.withdrawn' },
    'run out': { by: 'time', entry: null },
    'take its agency off the board': { by: 'agency.manage', entry: 'agency.removed' },
    'seat its agency again': { by: 'agency.manage', entry: 'agency.added' },
    'try to accept': { by: 'link', entry: 'invitation.refused' },
  },
  states: {
    waiting: {
      send: 'sent',
      'fail to send': 'not sent',
      'send again': 'waiting',
      accept: 'accepted',
      withdraw: 'withdrawn',
      'run out': 'expired',
      'take its agency off the board': 'without agency',
    },
    sent: {
      'send again': 'waiting',
      accept: 'accepted',
      withdraw: 'withdrawn',
      'run out': 'expired',
      'take its agency off the board': 'without agency',
    },
    'not sent': {
      send: 'sent',
      'fail to send': 'not sent',
      'send again': 'waiting',
      'show its link': 'not sent',
      accept: 'accepted',
      withdraw: 'withdrawn',
      'run out': 'expired',
      'take its agency off the board': 'without agency',
    },
    expired: { 'send again': 'waiting', withdraw: 'withdrawn' },
    'without agency': {
      'try to accept': 'without agency',
      'seat its agency again': 'sent',
      withdraw: 'withdrawn',
    },
    accepted: {},
    withdrawn: {},
  },
} as const satisfies Table
