import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/**
 * A line to a server that can really be cut: open connections break off and new ones are refused, whatever a browser thinks of its
 * network. Chromium's own emulation lets requests of a page that is just being left or opened through.
 */
export interface SeveredLine {
  /** The server's address at this end of the line. */
  readonly url: string;
  cut(): void;
  /** Whoever called during the cut has been refused by when the line is whole, however late their call is taken up. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function severedLine(target: string): Promise<SeveredLine> {
  const port = Number(new URL(target).port);
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const breakOff = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      breakOff();
    },
    async mend() {
      // Calls are taken up in the order they came: when this one is refused, so are all before it.
      await new Promise<void>((resolve) => {
        const last = connect((server.address() as AddressInfo).port, '127.0.0.1');
        last.on('error', () => undefined);
        last.on('close', () => resolve());
        last.resume();
      });
      isCut = false;
    },
    close() {
      breakOff();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
