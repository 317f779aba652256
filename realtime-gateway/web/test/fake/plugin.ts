import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CancelOrder } from '@ringside/client';
import type { Plugin, PreviewServer, ViteDevServer } from 'vite';
import { type WebSocket, WebSocketServer } from 'ws';
import { activity } from './activity.ts';
import { FakeFloor, PASSWORD, USER } from './floor.ts';
import { COUNTERPARTIES } from './requests.ts';
import { LISTED } from './seed.ts';
import { serve } from './socket.ts';

/** The policy under which the gateway serves the app; the preview uses it too, so that a breach shows at once. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const DAY_MS = 86_400_000;

/** A gateway without a floor behind it, for looking at the page. It is never part of a build. */
export function fakeGateway(): Plugin {
  const attach = (server: ViteDevServer | PreviewServer, policy: boolean) => {
    const floor = new FakeFloor();
    const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'ringside.v1' });
    server.httpServer?.on('upgrade', (request, socket, head) => {
      if (request.url !== '/ws') return;
      sockets.handleUpgrade(request, socket, head, client => serve(client, floor));
    });
    server.httpServer?.on('close', () => floor.close());
    server.middlewares.use((request, response, next) => {
      if (policy) response.setHeader('content-security-policy', POLICY);
      if (!request.url?.startsWith('/api/') && !request.url?.startsWith('/fake/')) next();
      else void answer(request, response, floor, sockets.clients);
    });
  };
  return {
    name: 'ringside-fake-gateway',
    configureServer: server => attach(server, false),
    configurePreviewServer: server => attach(server, true),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  floor: FakeFloor,
  clients: Set<WebSocket>,
): Promise<void> {
  const path = request.url?.split('?')[0];
  const send = (status: number, body?: unknown) => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(body === undefined ? '' : JSON.stringify(body));
  };
  const expires = new Date(Date.now() + DAY_MS).toISOString();
  const tokens = {
    accessToken: 'fake',
    accessExpiresAt: expires,
    refreshToken: 'fake',
    refreshExpiresAt: expires,
  };
  switch (`${request.method} ${path}`) {
    case 'GET /api/environment':
      return send(200, {
        name: 'SIM',
        version: '0.1.0',
        passwordHint: `Try user ${USER.id}, password ${PASSWORD}.`,
      });
    case 'POST /api/session': {
      const body = JSON.parse(await read(request)) as { user: string; password: string };
      if (body.password !== PASSWORD) return send(401, { code: 'UNAUTHENTICATED', title: 'Unauthorized' });
      return send(200, { ...tokens, user: USER });
    }
    case 'POST /api/session/refresh':
      return send(200, { ...tokens, user: USER });
    case 'DELETE /api/session':
      return send(204);
    case 'POST /api/session/ticket':
      return send(200, { ticket: 'fake', expiresAt: expires });
    case 'GET /api/sessions':
      return send(200, { sessions: floor.signIns.list(), unanswered: [] });
    case 'POST /api/sessions/sign-out-others':
      return send(200, { signedOut: floor.signIns.endOthers() });
    case 'GET /api/instruments':
      return send(200, { instruments: LISTED.map(listed => listed.instrument) });
    case 'GET /api/orders':
      return send(200, { orders: floor.orders() });
    case 'POST /api/orders/cancel': {
      const body = JSON.parse(await read(request)) as CancelOrder;
      return send(202, { received: floor.receive({ type: 'order.cancel', body }) });
    }
    case 'GET /api/rfqs':
      return send(200, { rfqs: floor.requests.views(request.url?.includes('state=open') ?? false) });
    case 'GET /api/alerts':
      return send(200, { alerts: floor.alerts.open() });
    case 'GET /api/activity': {
      const query = new URLSearchParams(request.url?.split('?')[1]);
      return send(200, activity(floor.orders(), floor.requests.views(false), query));
    }
    case 'GET /api/counterparties':
      return send(200, { counterparties: COUNTERPARTIES });
    case 'GET /api/presence':
      return send(200, { users: floor.people.whole().people, own: floor.people.own });
    case 'GET /api/positions':
      return send(200, { positions: floor.holdings.valuations() });
    case 'POST /fake/drop':
      for (const client of clients) client.close(1012);
      return send(204);
    case 'POST /fake/control': {
      const body = JSON.parse(await read(request)) as {
        stale?: [string, boolean];
        mute?: boolean;
        delayMs?: number;
        flood?: [number, number];
        /** So many people ask for a price now. */
        asks?: number;
        /** Whether people ask by themselves. */
        quiet?: boolean;
        /** This account has used so much of its limit in that instrument. */
        limit?: [string, string, number];
        /** An operator tells everybody: how grave it is, and what. */
        notify?: ['INFO' | 'WARNING' | 'CRITICAL', string];
      };
      if (body.stale) floor.stale(...body.stale);
      if (body.flood) floor.flood(...body.flood);
      if (body.limit) floor.alerts.reached(...body.limit);
      if (body.notify) floor.notify(...body.notify);
      for (let n = 0; n < (body.asks ?? 0); n++) floor.requests.incoming();
      floor.requests.quiet = body.quiet ?? floor.requests.quiet;
      floor.mute = body.mute ?? floor.mute;
      floor.delayMs = body.delayMs ?? floor.delayMs;
      return send(204);
    }
    default:
      if (request.method === 'DELETE' && path?.startsWith('/api/sessions/')) {
        return send(floor.signIns.end(path.slice('/api/sessions/'.length)) ? 204 : 404);
      }
      return send(404, { code: 'NOT_FOUND', title: 'Not Found' });
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
