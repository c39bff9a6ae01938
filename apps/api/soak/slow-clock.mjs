// Loaded before everything else in a process whose machine's clock is two hours slow.
const behind = 2 * 3_600_000;
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() - behind);
    else super(...args);
  }
  static now() {
    return Real.now() - behind;
  }
};
