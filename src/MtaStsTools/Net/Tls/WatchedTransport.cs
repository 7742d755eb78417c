namespace MtaStsTools.Net.Tls;

/// <summary>
/// Passes octets through and keeps what TLS libraries tell little of, and each differently: the first octets that the server sends, and
/// whether it closed the connection.
/// </summary>
internal sealed class WatchedTransport(Stream inner) : Stream
{
    private const int Kept = 512;
    private readonly byte[] _start = new byte[Kept];
    private int _length;

    /// <summary>The first octets the server sent.</summary>
    public ReadOnlySpan<byte> Start => _start.AsSpan(0, _length);

    /// <summary>Whether the server closed the connection. Where TLS ended before that, it did so with close_notify, which nobody can forge.</summary>
    public bool IsAtEnd { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Keep(buffer.AsSpan(offset, count), inner.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        var read = await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        return Keep(buffer.AsSpan(offset, count), read);
    }

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

#if NET
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Keep(buffer.Span, read);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Keep(ReadOnlySpan<byte> buffer, int read)
    {
        IsAtEnd |= read == 0 && !buffer.IsEmpty;
        var kept = Math.Min(read, Kept - _length);
        buffer.Slice(0, kept).CopyTo(_start.AsSpan(_length));
        _length += kept;
        return read;
    }
}
