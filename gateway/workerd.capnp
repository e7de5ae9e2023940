# The gateway on the city's own machine: plain workerd, one process, its state in a folder.
# Started by `npm run gateway`, which also sets the address, both folders and the lock.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "gateway", worker = .gateway),
    # Private networks are allowed: an upstream in the city's own data centre stands there.
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
    (name = "assets", disk = (path = "/nonexistent")),
    (name = "state", disk = (path = "/nonexistent", writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "gateway")],
);

const gateway :Workerd.Worker = (
  modules = [(name = "index.js", esModule = embed ".output/worker/index.js")],
  compatibilityDate = "2026-10-20",
  compatibilityFlags = ["enable_request_signal"],
  globalOutbound = "internet",
  bindings = [
    (name = "OFFICE", durableObjectNamespace = "Office"),
    (name = "CITY", durableObjectNamespace = "City"),
    (name = "ASSETS", service = "assets"),
    (name = "PENDAMPING_PROCESS", fromEnvironment = "PENDAMPING_PROCESS"),
    (name = "PENDAMPING_CITY", fromEnvironment = "PENDAMPING_CITY"),
    (name = "PENDAMPING_ADMIN_TOKEN", fromEnvironment = "PENDAMPING_ADMIN_TOKEN"),
    (name = "PENDAMPING_UPSTREAM", fromEnvironment = "PENDAMPING_UPSTREAM"),
    (name = "PENDAMPING_UPSTREAM_KEY", fromEnvironment = "PENDAMPING_UPSTREAM_KEY"),
    (name = "PENDAMPING_UPSTREAM_MODEL", fromEnvironment = "PENDAMPING_UPSTREAM_MODEL"),
    (name = "PENDAMPING_UPSTREAM_LOCATION", fromEnvironment = "PENDAMPING_UPSTREAM_LOCATION"),
    (name = "PENDAMPING_FIRST_TOKEN_SECONDS", fromEnvironment = "PENDAMPING_FIRST_TOKEN_SECONDS"),
    (name = "PENDAMPING_IDLE_SECONDS", fromEnvironment = "PENDAMPING_IDLE_SECONDS"),
    (name = "PENDAMPING_PUBLIC_URL", fromEnvironment = "PENDAMPING_PUBLIC_URL"),
    (name = "PENDAMPING_HELPDESK", fromEnvironment = "PENDAMPING_HELPDESK"),
    (name = "PENDAMPING_DPO", fromEnvironment = "PENDAMPING_DPO"),
    (name = "PENDAMPING_DISCLOSURE", fromEnvironment = "PENDAMPING_DISCLOSURE"),
    (name = "PENDAMPING_MASTER_KEY", fromEnvironment = "PENDAMPING_MASTER_KEY"),
    (name = "PENDAMPING_MASTER_KEY_OLD", fromEnvironment = "PENDAMPING_MASTER_KEY_OLD"),
    (name = "PENDAMPING_PRIVATE_UPSTREAMS", fromEnvironment = "PENDAMPING_PRIVATE_UPSTREAMS"),
    (name = "PENDAMPING_WEBHOOK", fromEnvironment = "PENDAMPING_WEBHOOK"),
    (name = "PENDAMPING_WEBHOOK_SECRET", fromEnvironment = "PENDAMPING_WEBHOOK_SECRET"),
    (name = "PENDAMPING_METRICS_TOKEN", fromEnvironment = "PENDAMPING_METRICS_TOKEN"),
    (name = "PENDAMPING_PROXY_ISSUER", fromEnvironment = "PENDAMPING_PROXY_ISSUER"),
    (name = "PENDAMPING_PROXY_AUDIENCE", fromEnvironment = "PENDAMPING_PROXY_AUDIENCE"),
    (name = "PENDAMPING_PROXY_KEYS", fromEnvironment = "PENDAMPING_PROXY_KEYS"),
    (name = "PENDAMPING_PROXY_HEADER", fromEnvironment = "PENDAMPING_PROXY_HEADER"),
    (name = "PENDAMPING_EXTENSION_IDS", fromEnvironment = "PENDAMPING_EXTENSION_IDS"),
  ],
  durableObjectNamespaces = [
    (className = "Office", uniqueKey = "pendamping-office", enableSql = true),
    (className = "City", uniqueKey = "pendamping-city", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "state"),
);
