// One connection for all tabs: browsers allow six to one server, and a tab would keep one busy for good.
const tabs = new Set();
const last = new Map();
const events = new EventSource("../events");

function spread(message) {
  for (const tab of tabs) tab.postMessage(message);
}

events.onmessage = event => {
  const news = JSON.parse(event.data);
  last.set(news.language, news);
  spread(news);
};
events.onerror = () => spread({ lost: true });
events.onopen = () => spread({ lost: false });

onconnect = ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.onmessage = ({ data }) => { if (data === "leaving") tabs.delete(tab); };
  for (const news of last.values()) tab.postMessage(news);
};
