/** A network whose arcs have whole capacities and costs of zero or more. Every arc is stored with its way back. */
export interface Network {
  nodes: number;
  /** Arc → node it leads to; arc `a ^ 1` is its way back. */
  to: number[];
  left: number[];
  cost: number[];
  from: number[][];
}

export function createNetwork(nodes: number): Network {
  return { nodes, to: [], left: [], cost: [], from: Array.from({ length: nodes }, () => []) };
}

/** Adds an arc and returns its number. Costs must not be negative. */
export function addArc(
  network: Network,
  source: number,
  target: number,
  capacity: number,
  cost: number,
): number {
  const arc = network.to.length;
  network.to.push(target, source);
  network.left.push(capacity, 0);
  network.cost.push(cost, -cost);
  network.from[source]?.push(arc);
  network.from[target]?.push(arc + 1);
  return arc;
}

/** What flows through an arc. */
export function flowOf({ left }: Network, arc: number): number {
  return left[arc + 1] ?? 0;
}

/** Sends as much as can flow, as cheaply as it can: shortest paths one after another, with potentials. */
export function sendFlow(network: Network, source: number, target: number): void {
  const potential = new Float64Array(network.nodes);
  for (;;) {
    const { distance, via } = findPaths(network, source, potential);
    const reach = distance[target] ?? Infinity;
    if (reach === Infinity) return;
    for (let v = 0; v < network.nodes; v++)
      potential[v] = (potential[v] ?? 0) + Math.min(distance[v] ?? Infinity, reach);
    push(network, source, target, via);
  }
}

function push({ left, to }: Network, source: number, target: number, via: Int32Array): void {
  const path: number[] = [];
  for (let v = target; v !== source; ) {
    const arc = via[v] ?? 0;
    path.push(arc);
    v = to[arc ^ 1] ?? source;
  }
  const amount = Math.min(...path.map((arc) => left[arc] ?? 0));
  for (const arc of path) {
    left[arc] = (left[arc] ?? 0) - amount;
    left[arc ^ 1] = (left[arc ^ 1] ?? 0) + amount;
  }
}

/** Dijkstra's shortest paths by reduced cost. */
function findPaths(network: Network, source: number, potential: Float64Array) {
  const distance = new Float64Array(network.nodes).fill(Infinity);
  const via = new Int32Array(network.nodes).fill(-1);
  const heap: Heap = [];
  const reach = (node: number, far: number, arc: number) => {
    if (far >= (distance[node] ?? 0)) return;
    distance[node] = far;
    via[node] = arc;
    pushHeap(heap, [far, node]);
  };
  reach(source, 0, -1);
  for (let top = popHeap(heap); top; top = popHeap(heap)) {
    const [far, v] = top;
    if (far > (distance[v] ?? 0)) continue;
    const open = (network.from[v] ?? []).filter((arc) => (network.left[arc] ?? 0) > 0);
    for (const arc of open) {
      const next = network.to[arc] ?? 0;
      reach(next, far + (network.cost[arc] ?? 0) + (potential[v] ?? 0) - (potential[next] ?? 0), arc);
    }
  }
  return { distance, via };
}

type Heap = [distance: number, node: number][];
const key = (heap: Heap, i: number) => heap[i]?.[0] ?? Infinity;

function swap(heap: Heap, i: number, j: number): void {
  [heap[i], heap[j]] = [heap[j] as Heap[number], heap[i] as Heap[number]];
}

function pushHeap(heap: Heap, item: Heap[number]): void {
  heap.push(item);
  for (let i = heap.length - 1; i > 0; ) {
    const parent = (i - 1) >> 1;
    if (key(heap, parent) <= key(heap, i)) return;
    swap(heap, i, parent);
    i = parent;
  }
}

function popHeap(heap: Heap): Heap[number] | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  heap[0] = last;
  for (let i = 0; ; ) {
    const child = key(heap, 2 * i + 2) < key(heap, 2 * i + 1) ? 2 * i + 2 : 2 * i + 1;
    if (key(heap, child) >= key(heap, i)) return top;
    swap(heap, i, child);
    i = child;
  }
}
