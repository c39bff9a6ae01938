import { createServer, connect as dial, type Socket } from 'node:net';

/**
 * Stands between the API and PostgreSQL. Told to, it lets a COMMIT through and cuts the line before its reply: the
 * change is made, and whoever asked for it never hears.
 */
export async function openProxy(firstTarget: number) {
  let target = firstTarget;
  let shareCut = 0;
  let cuts = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = dial(target, '127.0.0.1');
    let isDeaf = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => {});
      socket.once('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (piece: Buffer) => {
      far.write(piece);
      if (!piece.includes('commit\0') || Math.random() >= shareCut) return;
      isDeaf = true;
      cuts += 1;
      // Long enough for the commit to be done, too short for anybody to hear of it.
      setTimeout(() => near.destroy(), 30);
    });
    far.on('data', (piece: Buffer) => {
      if (!isDeaf) near.write(piece);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    aimAt: (port: number) => {
      target = port;
    },
    /** @param share of commits whose reply is cut, from 0 to 1 */
    cutReplies: (share: number) => {
      shareCut = share;
    },
    countCuts: () => cuts,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
