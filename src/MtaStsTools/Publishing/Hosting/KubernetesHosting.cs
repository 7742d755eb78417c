namespace MtaStsTools.Publishing.Hosting;

/// <summary>Manifests: the policies and nginx in a deployment, a service, and an ingress for which cert-manager gets the certificates. All strings of ours stand in quotation marks.</summary>
internal static class KubernetesHosting
{
    public static IEnumerable<HostingFile> Create(IReadOnlyList<HostedPolicy> policies) =>
        [new HostingFile("mta-sts.yaml", string.Join("---\n", ConfigMap(policies), Deployment(policies), Service, Ingress(policies)).Lines())];

    private static string ConfigMap(IEnumerable<HostedPolicy> policies) =>
        $$"""
        # Policies of MTA-STS (RFC 8461 section 3.3). Needed: an ingress controller of the class nginx, and cert-manager with a ClusterIssuer letsencrypt.
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: mta-sts
        data:
          "default.conf": {{YamlText.Quote(Nginx)}}
        {{string.Join("\n", policies.Select(policy => $"  {YamlText.Quote(policy.Host + ".txt")}: {YamlText.Quote(policy.Text)}"))}}
        """.Lines();

    // The ingress lets through only the names that it knows, and so the file that is asked for is one of those.
    private const string Nginx =
        "server {\n  listen 8080;\n  location = " + WellKnownNames.PolicyPath + " {\n    root /policies;\n    types { }\n    default_type \"" + ServerText.MediaType
        + "\";\n    add_header X-Content-Type-Options nosniff always;\n    add_header Cache-Control no-cache always;\n    try_files /$host.txt =404;\n  }\n  location / {\n    return 404;\n  }\n}\n";

    private static string Deployment(IEnumerable<HostedPolicy> policies) =>
        $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: mta-sts
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: mta-sts
          template:
            metadata:
              labels:
                app: mta-sts
              annotations:
                # Changes with the policies, so that they are rolled out.
                mta-sts/policies: {{YamlText.Quote(Digest(policies))}}
            spec:
              containers:
                - name: nginx
                  image: nginxinc/nginx-unprivileged:stable-alpine
                  ports:
                    - containerPort: 8080
                  volumeMounts:
                    - name: files
                      mountPath: /etc/nginx/conf.d/default.conf
                      subPath: default.conf
                    - name: files
                      mountPath: /policies
              volumes:
                - name: files
                  configMap:
                    name: mta-sts
        """.Lines();

    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata:
          name: mta-sts
        spec:
          selector:
            app: mta-sts
          ports:
            - port: 80
              targetPort: 8080

        """;

    private static string Ingress(IReadOnlyList<HostedPolicy> policies) =>
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: mta-sts
          annotations:
            cert-manager.io/cluster-issuer: letsencrypt
            # No redirect, over HTTP neither: senders must not follow one.
            nginx.ingress.kubernetes.io/ssl-redirect: "false"
        spec:
          ingressClassName: nginx
          tls:
        {{string.Join("\n", policies.Select(policy => $"    - hosts:\n        - {YamlText.Quote(policy.Host)}\n      secretName: {YamlText.Quote("tls-" + Name(policy))}"))}}
          rules:
        {{string.Join("\n", policies.Select(Rule))}}
        """.Lines();

    private static string Rule(HostedPolicy policy) =>
        $$"""
            - host: {{YamlText.Quote(policy.Host)}}
              http:
                paths:
                  - path: {{WellKnownNames.PolicyPath}}
                    pathType: Exact
                    backend:
                      service:
                        name: mta-sts
                        port:
                          number: 80
        """;

    // A name of Kubernetes has at most 253 characters, "tls-" among them.
    private static string Name(HostedPolicy policy) => policy.Host.Length <= 249 ? policy.Host : Digest([policy]);

    private static string Digest(IEnumerable<HostedPolicy> policies)
    {
        using var hash = System.Security.Cryptography.SHA256.Create();
        return Hexadecimal.Of(hash.ComputeHash(System.Text.Encoding.UTF8.GetBytes(string.Join("\0", policies.Select(policy => policy.Host + "\0" + policy.Text)))));
    }
}
