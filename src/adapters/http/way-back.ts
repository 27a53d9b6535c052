/** Where somebody was before signing in, so that they come there and not to the first page. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Ask } from '../../app.ts'
import { isOwnPath } from '../../core/own-path.ts'
import { urls } from '../../urls.ts'
import { cookieNames } from './ask.ts'

const minutes = 15

/** A page of this house, and none that leads in or out of it. */
function isWay(path: string): boolean {
  if (!isOwnPath(path)) return false
  return path !== urls.home() && ![urls.signIn(), urls.signOut(), urls.firstRun()].some(each => path.startsWith(each))
}

/** The page that a form was sent from, when the browser says so and it is one of this house; else null. */
export function pageBefore(request: FastifyRequest): string | null {
  const said = request.headers.referer
  if (!said || !URL.canParse(said)) return null
  const { host, pathname, search } = new URL(said)
  return host === request.headers.host ? pathname + search : null
}

/** Remembers what somebody asked for who has to sign in first. */
export function rememberWay(ask: Ask, request: FastifyRequest, reply: FastifyReply): void {
  const path = ask.method === 'GET' ? request.url : pageBefore(request)
  if (!path || !isWay(path)) return
  const { wayBack, secure } = cookieNames(ask.app.site.address)
  reply.setCookie(wayBack, path, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: minutes * 60 })
}

/** Where to go on instead of to the first page, once; null when nothing was asked for before signing in. */
export function takeWay(ask: Ask, request: FastifyRequest, reply: FastifyReply): string | null {
  const { wayBack, secure } = cookieNames(ask.app.site.address)
  const path = request.cookies[wayBack]
  if (path === undefined) return null
  reply.clearCookie(wayBack, { path: '/', secure })
  return ask.method === 'GET' && ask.path === urls.home() && isWay(path) ? path : null
}
