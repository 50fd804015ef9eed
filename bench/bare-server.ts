import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The ceiling: node:http alone, answering as many constant bytes as `?bytes=` asks for. */
const bodies = new Map<number, Buffer>();
const server = createServer((request, response) => {
  const bytes = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('bytes'));
  const body = bodies.get(bytes) ?? Buffer.alloc(bytes, 'x');
  bodies.set(bytes, body);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.byteLength });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssMb: process.memoryUsage().rss / 2 ** 20 });
});
process.once('disconnect', () => process.exit(0));
