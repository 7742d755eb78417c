using System.Buffers;

namespace MtaStsTools;

public sealed partial record MtaStsPolicy
{
    private const int LongestNumber = 20;

    /// <summary>The canonical text: version, mode, mx, max_age and the extensions, each line ended by CRLF.</summary>
    public override string ToString()
    {
        var length = "version: \r\nmode: enforce\r\nmax_age: \r\n".Length + Version.Length + LongestNumber;
        foreach (var pattern in _mx)
            length += "mx: \r\n".Length + pattern.Text.Length;
        foreach (var extension in _extensions)
            length += ": \r\n".Length + extension.Name.Length + extension.Value.Length;

        var room = ArrayPool<char>.Shared.Rent(length);
        var end = 0;
        Line(room, ref end, "version", Version);
        Line(room, ref end, "mode", Mode switch { MtaStsMode.Enforce => "enforce", MtaStsMode.Testing => "testing", _ => "none" });
        foreach (var pattern in _mx)
            Line(room, ref end, "mx", pattern.Text);
        Append(room, ref end, "max_age: ");
        AppendNumber(room, ref end, MaxAge.Ticks / TimeSpan.TicksPerSecond);
        Append(room, ref end, "\r\n");
        foreach (var extension in _extensions)
            Line(room, ref end, extension.Name, extension.Value);

        var text = new string(room, 0, end);
        ArrayPool<char>.Shared.Return(room);
        return text;
    }

    private static void Line(char[] room, ref int end, string name, string value)
    {
        Append(room, ref end, name);
        Append(room, ref end, ": ");
        Append(room, ref end, value);
        Append(room, ref end, "\r\n");
    }

    private static void Append(char[] room, ref int end, string text)
    {
        text.AsSpan().CopyTo(room.AsSpan(end));
        end += text.Length;
    }

    private static void AppendNumber(char[] room, ref int end, long number)
    {
        if (number < 0)
            room[end++] = '-';
        var first = end;
        do
        {
            room[end++] = (char)('0' + Math.Abs(number % 10));
            number /= 10;
        }
        while (number != 0);
        Array.Reverse(room, first, end - first);
    }
}
