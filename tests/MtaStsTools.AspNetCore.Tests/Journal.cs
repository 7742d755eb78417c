using Microsoft.Extensions.Logging;

namespace MtaStsTools.AspNetCore.Tests;

/// <summary>Keeps what is logged, as <c>3000 Information message</c>.</summary>
internal sealed class Journal : ILoggerProvider, ILogger
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
            _lines.Add($"{eventId.Id} {logLevel} {formatter(state, exception)}");
    }

    public void Dispose()
    {
    }
}
