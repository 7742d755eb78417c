// Runs a worker's script in workerd: node worker.mjs <script> <port> [<certificate> <key>]
import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";

const [script, port, certificate, key] = process.argv.slice(2);
const worker = new Miniflare({
  modules: true,
  script: readFileSync(script, "utf8"),
  host: "127.0.0.1",
  port: Number(port),
  // Nothing is fetched to pretend a place on the map.
  cf: false,
  ...(certificate ? { httpsCert: readFileSync(certificate, "utf8"), httpsKey: readFileSync(key, "utf8") } : {}),
});

process.on("SIGTERM", async () => {
  await worker.dispose();
  process.exit(0);
});
await worker.ready;
