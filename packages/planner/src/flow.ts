/** A network for a maximum flow: whole-number capacities, nodes from 0. Arcs come in pairs, forth (even) and back (odd). */
export interface Network {
  arcsOf: number[][];
  head: number[];
  /** What each arc can still carry. */
  room: number[];
}

export function createNetwork(nodes: number): Network {
  return { arcsOf: Array.from({ length: nodes }, () => []), head: [], room: [] };
}

export function addArc({ arcsOf, head, room }: Network, from: number, to: number, capacity: number): void {
  arcsOf[from]?.push(head.length);
  arcsOf[to]?.push(head.length + 1);
  head.push(to, from);
  room.push(capacity, 0);
}

const cell = (list: readonly number[], index: number) => list[index] as number;

/** Sends as much as can be sent, by Dinic's method, and returns how much that is. Leaves the flow in the network. */
export function maximise(network: Network, source: number, sink: number): number {
  let sent = 0;
  for (let level = layer(network, source); cell(level, sink) >= 0; level = layer(network, source)) {
    const next = network.arcsOf.map(() => 0);
    const wave = { network, level, next, sink };
    for (let passed = push(wave, source, Infinity); passed > 0; passed = push(wave, source, Infinity)) {
      sent += passed;
    }
  }
  return sent;
}

interface Wave {
  network: Network;
  level: readonly number[];
  /** The arc of each node that is tried next: those before it lead nowhere in this wave. */
  next: number[];
  sink: number;
}

/** Sends at most `amount` on from a node along one path, level by level, and returns what passed. */
function push(wave: Wave, node: number, amount: number): number {
  const { network, level, next, sink } = wave;
  if (node === sink) return amount;
  const arcs = network.arcsOf[node] ?? [];
  for (; cell(next, node) < arcs.length; next[node] = cell(next, node) + 1) {
    const arc = cell(arcs, cell(next, node));
    const to = cell(network.head, arc);
    const room = cell(network.room, arc);
    if (room === 0 || cell(level, to) !== cell(level, node) + 1) continue;
    const passed = push(wave, to, Math.min(amount, room));
    if (passed === 0) continue;
    network.room[arc] = room - passed;
    network.room[arc ^ 1] = cell(network.room, arc ^ 1) + passed;
    return passed;
  }
  return 0;
}

/** Steps from the source along arcs with room, -1 where it does not reach. */
function layer({ arcsOf, head, room }: Network, source: number): number[] {
  const level = arcsOf.map(() => -1);
  level[source] = 0;
  const queue = [source];
  for (const node of queue) {
    for (const arc of arcsOf[node] ?? []) {
      const to = head[arc] ?? 0;
      if ((room[arc] ?? 0) === 0 || level[to] !== -1) continue;
      level[to] = (level[node] ?? 0) + 1;
      queue.push(to);
    }
  }
  return level;
}

/** After `maximise`: the nodes from which the sink could still be reached. They are the smallest side of a minimum cut. */
export function listShortSide({ arcsOf, head, room }: Network, sink: number): boolean[] {
  const short = arcsOf.map(() => false);
  short[sink] = true;
  const queue = [sink];
  for (const node of queue) {
    for (const arc of arcsOf[node] ?? []) {
      const from = head[arc] ?? 0;
      if ((room[arc ^ 1] ?? 0) === 0 || short[from]) continue;
      short[from] = true;
      queue.push(from);
    }
  }
  return short;
}
