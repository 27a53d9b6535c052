import { type Decided, decide, refuse } from '../../core/refusals.ts'
import type { Post } from './people-queries.ts'

/** Whether a role may be ended, given how many administrators the board has. */
export const decideEnding = (post: Pick<Post, 'role' | 'personName'>, administrators: number): Decided<null> =>
  post.role === 'administrator' && administrators <= 1
    ? refuse({
        field: 'ending',
        message: `${post.personName} is the only administrator. Give the role to another person first`,
      })
    : decide(null)
