using System.Net;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>Amazon S3 as s3rver has it, with one bucket in a folder of its own, on a loopback port.</summary>
internal sealed class S3rver : IAsyncDisposable
{
    /// <summary>The keys that every s3rver takes.</summary>
    public const string AccessKeyId = "S3RVER";
    public const string SecretAccessKey = "S3RVER";
    public const string Bucket = "policies";

    private readonly ServerFolder _folder;
    private readonly ServerProcess _process;
    private readonly IPEndPoint _endPoint;

    private S3rver(ServerFolder folder, ServerProcess process, IPEndPoint endPoint) => (_folder, _process, _endPoint) = (folder, process, endPoint);

    public Uri Endpoint => new($"http://{_endPoint}/");

    public static async Task<S3rver> StartAsync(CancellationToken cancellationToken)
    {
        var node = Installed.Program("node", "nodejs");
        var folder = new ServerFolder();
        var endPoint = Loopback.FreeEndPoint();
        var process = ServerProcess.Start(node,
        [
            NodePackages.Script("node_modules/s3rver/bin/s3rver.js", "s3rver"),
            "--directory", folder.Path, "--address", $"{endPoint.Address}", "--port", $"{endPoint.Port}", "--configure-bucket", Bucket,
        ]);
        var server = new S3rver(folder, process, endPoint);
        try
        {
            await process.UntilAsync(stop => Loopback.AcceptsAsync(endPoint, stop), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _folder.Dispose();
    }
}
