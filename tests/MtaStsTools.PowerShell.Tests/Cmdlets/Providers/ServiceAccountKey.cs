using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MtaStsTools.PowerShell.Tests.Cmdlets.Providers;

/// <summary>A key file of a Google service account that no service knows.</summary>
internal static class ServiceAccountKey
{
    private static readonly Lazy<string> File = new(Create);

    public static string Base64 => Convert.ToBase64String(Encoding.UTF8.GetBytes(File.Value));

    private static string Create()
    {
        using var key = RSA.Create(2048);
        return JsonSerializer.Serialize(new
        {
            type = "service_account",
            project_id = "project-of-the-test",
            private_key_id = "1",
            private_key = key.ExportPkcs8PrivateKeyPem(),
            client_email = "account@example.com",
            token_uri = "http://127.0.0.1:9/token",
        });
    }
}
