import type { FastifyReply } from 'fastify'
import { couldEver } from '../../access/can.ts'
import type { Ask, Reply, Route } from '../../app.ts'
import { Forbidden } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { cookieNames, type Standing } from './ask.ts'
import { showPage } from './shell.tsx'

/** Paths that a person may use before the second factor is given or set up. */
const antechamber: readonly string[] = [urls.signInCode(), urls.secondFactor(), urls.signOut()]
/** And those for somebody who is signed in, and whose board asks for one that is still to be set up. */
const enrolment: readonly string[] = [...antechamber, urls.newPasskey(), urls.proof()]

/**
 * Where somebody is sent who may not even ask; null when the door is open. Throws Forbidden when no post could ever do
 * it.
 */
export function refusedAtDoor(route: Route, ask: Ask, { stage, mustEnrol }: Standing): Reply | null {
  if (route.door === 'anyone') return null
  if (!ask.person) return { kind: 'redirect', to: urls.signIn() }
  const inside = stage === 'full' && !mustEnrol
  const open = stage === 'full' ? enrolment : antechamber
  if (!inside && !open.some(path => route.path.startsWith(path))) {
    return { kind: 'redirect', to: stage === 'password' ? urls.signInCode() : urls.secondFactor() }
  }
  if (route.door !== 'signed in' && !couldEver(ask.person, route.door)) throw new Forbidden(route.door)
  return null
}

/** Nothing of a signed-in page is kept by anything between Heed and the person. */
export function sendReply(ask: Ask, reply: FastifyReply, what: Reply): FastifyReply {
  reply.header('cache-control', 'no-store')
  switch (what.kind) {
    case 'page':
      // No form leads to another site, so that the policy for content lets none.
      if (what.content.goesTo) reply.header('refresh', `0; url=${what.content.goesTo}`)
      if (what.content.refreshAfter) reply.header('refresh', String(what.content.refreshAfter))
      return reply.code(what.status).type('text/html; charset=utf-8').send(showPage(ask, what.content))
    case 'redirect':
      setSession(ask, reply, what.session)
      if (what.knownDevice) keepDevice(ask, reply, what.knownDevice)
      return reply.redirect(what.to, 303)
    case 'file':
      return asFile(reply, what).send(Buffer.from(what.bytes))
    case 'stream':
      return asFile(reply, { ...what, inline: false }).send(what.stream)
    case 'data':
      return reply.code(what.status).type('application/json; charset=utf-8').send(JSON.stringify(what.data))
  }
}

interface FileHead {
  readonly name: string
  readonly mediaType: string
  readonly inline: boolean
}

const asFile = (reply: FastifyReply, { name, mediaType, inline }: FileHead): FastifyReply =>
  reply
    .type(mediaType)
    .header('content-disposition', disposition(name, inline))
    .header('content-security-policy', "sandbox; default-src 'none'")

function setSession(ask: Ask, reply: FastifyReply, session: string | null | undefined): void {
  if (session === undefined) return
  const { session: name, secure } = cookieNames(ask.app.site.address)
  if (session === null) reply.clearCookie(name, { path: '/', secure })
  else reply.setCookie(name, session, { path: '/', httpOnly: true, sameSite: 'lax', secure })
}

/** In seconds: as long as browsers keep a cookie. */
const deviceKept = 400 * 86_400

function keepDevice(ask: Ask, reply: FastifyReply, knownDevice: string): void {
  const { device, secure } = cookieNames(ask.app.site.address)
  reply.setCookie(device, knownDevice, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: deviceKept })
}

const disposition = (name: string, inline: boolean) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`
