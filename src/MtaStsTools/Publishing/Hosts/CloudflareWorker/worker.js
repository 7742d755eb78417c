// Serves MTA-STS policies (RFC 8461 section 3.3): one file for each policy host, and nothing else.
const policies = new Map(/* policies */[]/* end of policies */);

const path = "/.well-known/mta-sts.txt";

function answer(status, body, headers = {}) {
  return new Response(body, {
    status,
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      // What is changed must be seen at once, by senders as by those who look whether it is there.
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      ...headers,
    },
  });
}

export default {
  fetch(request) {
    // Over HTTP too: whoever is led from there to HTTPS has followed a redirect, which senders must not.
    const url = new URL(request.url);
    const policy = policies.get(url.hostname.toLowerCase().replace(/\.$/, ""));
    if (url.pathname !== path || policy === undefined) {
      return answer(404, "There is no MTA-STS policy here.\n");
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      return answer(405, "Use GET.\n", { Allow: "GET, HEAD" });
    }
    return answer(200, request.method === "HEAD" ? null : policy);
  },
};
