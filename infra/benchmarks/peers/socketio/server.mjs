// A Socket.IO server as its documentation builds one: defaults, one room for the market, one for each user.
// server.mjs --port N [--recovery] [--redis PORT]; says "listening" when it serves; "collect" on its input forces a
// collection and is answered with "collected".
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { createClient } from "redis";
import { Server } from "socket.io";

const { values } = parseArgs({
  options: {
    port: { type: "string" },
    recovery: { type: "boolean", default: false },
    redis: { type: "string" },
  },
});

const options = { serveClient: false };
if (values.recovery) {
  options.connectionStateRecovery = {};
}
if (values.redis) {
  const redis = createClient({ url: `redis://127.0.0.1:${values.redis}` });
  await redis.connect();
  // Its own 10,000 are fewer than everybody misses together, and then it brings nobody back.
  options.adapter = createAdapter(redis, { maxLen: 200_000 });
}

const http = createServer();
const io = new Server(http, options);

io.on("connection", (socket) => {
  const { user, market } = socket.handshake.auth;
  if (user) {
    socket.join(user);
  }
  if (market) {
    socket.join("market");
  }
  socket.on("publish", (message) => io.to("market").emit("m", message));
  socket.on("tell", (to, message) => io.to(to).emit("m", message));
});

createInterface({ input: process.stdin }).on("line", (line) => {
  if (line === "collect") {
    globalThis.gc();
    console.log("collected");
  }
});

http.listen(Number(values.port), "127.0.0.1", 4096, () => console.log("listening"));
