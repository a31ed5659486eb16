import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "./remote.ts";

/** A company's network: hosts below `.test` that only its proxy reaches, with certificates of its own authority. */
export type PrivateNetwork = {
  /** What `HTTPS_PROXY` would be. */
  proxy: string;
  /** What `NODE_EXTRA_CA_CERTS` would be. */
  authority: string;
  /** Hosts that the proxy was asked to connect to, in their order. */
  connected: string[];
};

export async function aPrivateNetwork(listener: RequestListener): Promise<PrivateNetwork> {
  const { key, certificate, authority } = certificates();
  const server = createTlsServer({ key, cert: certificate }, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const connected: string[] = [];
  const proxy = createTcpServer((client) => {
    client.on("error", () => {});
    client.once("data", (head) => {
      const [, host = ""] = /^CONNECT (\S+):443 HTTP/.exec(head.toString("latin1")) ?? [];
      connected.push(host);
      if (!host.endsWith(".test")) return client.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      const upstream = connect(port, "127.0.0.1", () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        client.pipe(upstream).pipe(client);
      });
      upstream.on("error", () => client.destroy());
      return undefined;
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    proxy.close();
  });
  return {
    proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    authority,
    connected,
  };
}

/** An authority and a certificate by it for `*.test`, made as administrators make them. */
function certificates(): { key: Buffer; certificate: Buffer; authority: string } {
  const folder = temporaryFolder();
  const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  const fresh = ["-newkey", "rsa:2048", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...fresh,
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-days",
    "2",
    "-subj",
    "/CN=Our CA",
  );
  openssl("req", ...fresh, "-keyout", "host.key", "-out", "host.csr", "-subj", "/CN=hosts");
  writeFileSync(
    join(folder, "san"),
    "subjectAltName=DNS:api.test,DNS:pages.test,DNS:storage.test,DNS:otlp.test\n",
  );
  const signing = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "san"];
  openssl("x509", "-req", "-in", "host.csr", ...signing, "-out", "host.pem");
  return {
    key: readFileSync(join(folder, "host.key")),
    certificate: readFileSync(join(folder, "host.pem")),
    authority: join(folder, "ca.pem"),
  };
}
