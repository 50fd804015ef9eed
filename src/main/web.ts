import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { FileStore } from '../kernel/files.ts';
import { type Asset, buildApp } from '../kernel/http/app.ts';
import { httpLimits } from '../kernel/http/limits.ts';
import { nothingOutward, type Outward } from '../kernel/outward.ts';
import { createTelemetry, type Log, type Telemetry } from '../kernel/telemetry.ts';
import type { Tenants } from '../kernel/tenants.ts';
import { authenticate } from '../modules/identity/index.ts';
import { portalErrorPage, portalStyle } from '../modules/portal/index.ts';
import { clientScripts, errorPage, fontFiles, siteIcon, stylesheet } from '../ui/index.ts';
import { navigation, routes } from './rooms.ts';

export interface WebOptions {
  readonly tenants: Tenants;
  readonly files: FileStore;
  readonly log: Log;
  readonly trustProxy: boolean;
  readonly metricsToken: string | undefined;
  readonly rateLimits?: 'on' | 'off';
  readonly outward?: Outward;
  readonly telemetry?: Telemetry;
}

function assets(): Asset[] {
  return [
    { path: stylesheet().path, body: stylesheet().text, mediaType: 'text/css; charset=utf-8' },
    { path: portalStyle().path, body: portalStyle().text, mediaType: 'text/css; charset=utf-8' },
    { path: siteIcon().path, body: siteIcon().text, mediaType: 'image/svg+xml' },
    ...clientScripts().map((script) => ({
      path: script.path,
      body: script.text,
      mediaType: 'text/javascript; charset=utf-8',
    })),
    ...fontFiles().map((font) => ({
      path: font.path,
      body: readFileSync(font.file),
      mediaType: 'font/woff2',
    })),
  ];
}

/** The whole application: every room's routes behind the kernel's pipeline. */
export function webApp(options: WebOptions): ReturnType<typeof buildApp> {
  return buildApp({
    ...options,
    rateLimits: options.rateLimits ?? 'on',
    outward: options.outward ?? nothingOutward,
    telemetry: options.telemetry ?? createTelemetry(),
    routes,
    assets: assets(),
    authenticate,
    navigation,
    errorPage: (context, error, anonymous) =>
      anonymous || !context.signedIn ? portalErrorPage(context, error) : errorPage(context, error),
    signInPath: (returnTo) => `/dang-nhap?ve=${encodeURIComponent(returnTo)}`,
  });
}

export interface Listening {
  readonly url: string;
  stop(): Promise<void>;
}

/** Listens on `host:port` (0: any free one). Rejects when the port is taken. */
export function listen(app: ReturnType<typeof webApp>, host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: app.fetch,
        hostname: host,
        port,
        serverOptions: {
          maxHeaderSize: httpLimits.header_bytes,
          requestTimeout: httpLimits.request_seconds * 1000,
        },
      },
      (address) => {
        const name = host.includes(':') ? `[${host}]` : host;
        resolve({ url: `http://${name}:${address.port}`, stop: () => stop(server as Server) });
      },
    );
    server.once('error', reject);
  });
}

/** Lets the requests in hand finish; idle keep-alive connections are closed at once. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  });
}
