using System.Net;

namespace MtaStsTools.RealServers.Tests.Servers;

/// <summary>A name server that takes dynamic updates.</summary>
internal interface IUpdateServer : IAsyncDisposable
{
    IPEndPoint EndPoint { get; }

    /// <summary>What it logged, for the messages of failing tests.</summary>
    string Log { get; }
}
