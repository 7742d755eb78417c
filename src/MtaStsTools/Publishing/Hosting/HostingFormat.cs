namespace MtaStsTools.Publishing.Hosting;

/// <summary>What serves policies: a web server, a service, or what starts or makes one.</summary>
public enum HostingFormat
{
    /// <summary>Server blocks for nginx.</summary>
    Nginx,

    /// <summary>A Caddyfile; Caddy gets the certificates by ACME itself.</summary>
    Caddy,

    /// <summary>Virtual hosts for Apache 2.4; mod_md gets the certificates by ACME.</summary>
    Apache,

    /// <summary>A site for each policy host with its web.config.</summary>
    Iis,

    /// <summary>A Cloudflare worker and its configuration for Wrangler.</summary>
    CloudflareWorker,

    /// <summary>An Azure static web app for each policy host.</summary>
    AzureStaticWebApp,

    /// <summary>An Azure function app (Node.js) that serves all policies.</summary>
    AzureFunction,

    /// <summary>A CloudFormation template of a CloudFront distribution that answers at the edge.</summary>
    AwsCloudFront,

    /// <summary>A repository for each policy host.</summary>
    GitHubPages,

    /// <summary>An image of Caddy with the policies in it, and a compose file.</summary>
    Docker,

    /// <summary>Manifests of a deployment with service and ingress; cert-manager gets the certificates.</summary>
    Kubernetes,

    /// <summary>A Terraform configuration (JSON syntax) of a CloudFront distribution that answers at the edge.</summary>
    Terraform,
}
