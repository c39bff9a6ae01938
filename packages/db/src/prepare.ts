import { createHash } from 'node:crypto';
import pg from 'pg';

/** Asked so often, a statement is worth keeping. */
const often = 5;
/** Every connection keeps each of these; a list with another number of places is another statement. */
const most = 300;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which a statement is kept by every connection that has run it, once it has been asked for often. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (asked.size > 5000) asked.clear();
  asked.set(text, times);
  if (times < often) return undefined;
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  asked.delete(text);
  return name;
}

type Socket = { cork(): void; uncork(): void };

/**
 * A connection that has PostgreSQL read and plan a statement once where it is asked for often, not every time, and that
 * sends together what is asked for in one turn of the event loop: every write to the socket is a call of the system.
 */
export class PreparingClient extends pg.Client {
  #isHolding = false;

  // biome-ignore lint/suspicious/noExplicitAny: pg has seven ways to call it, and this is all of them
  override query(...call: any[]): any {
    const [config] = call;
    const isPlain = typeof config?.text === 'string' && config.name === undefined && !config.submit;
    const name = isPlain ? nameOf(config.text) : undefined;
    const args = name ? [{ ...config, name }, ...call.slice(1)] : call;
    this.#hold();
    return Reflect.apply(super.query, this, args);
  }

  #hold() {
    if (this.#isHolding) return;
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    this.#isHolding = true;
    stream.cork();
    setImmediate(() => {
      this.#isHolding = false;
      stream.uncork();
    });
  }
}
