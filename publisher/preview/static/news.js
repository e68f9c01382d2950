// What happens to the document, told to this tab.

export function listen(hear) {
  if (typeof SharedWorker === "function") {
    const worker = new SharedWorker("static/news-worker.js", { name: location.pathname });
    worker.port.onmessage = ({ data }) => hear(data);
    addEventListener("pagehide", () => worker.port.postMessage("leaving"));
    addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
    return;
  }
  const events = new EventSource("events");
  events.onmessage = event => hear(JSON.parse(event.data));
  events.onerror = () => hear({ lost: true });
  events.onopen = () => hear({ lost: false });
}
