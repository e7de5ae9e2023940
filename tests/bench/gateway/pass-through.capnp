using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "pass-through", worker = .worker),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "pass-through")],
);

const worker :Workerd.Worker = (
  modules = [(name = "pass-through.js", esModule = embed "pass-through.js")],
  compatibilityDate = "2026-10-20",
  globalOutbound = "internet",
  bindings = [(name = "UPSTREAM", fromEnvironment = "UPSTREAM")],
);
