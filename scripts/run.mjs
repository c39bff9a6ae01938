// Starts a script of this folder: `node scripts/run.mjs serve`. Plain JavaScript, so that an old Node can say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Lateral runs on Node 24, which it installs for itself on Linux. On this machine it found Node ${process.versions.node}.\nPlease install Node 24 and try again.`,
  );
  process.exit(1);
}
await import(`./${process.argv[2]}.ts`);
