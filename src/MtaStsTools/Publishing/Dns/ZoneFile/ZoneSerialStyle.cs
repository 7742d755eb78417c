namespace MtaStsTools.Publishing.Dns;

/// <summary>How the serial number of a zone goes up with a change. Whatever the style, the new one is greater as RFC 1982 counts.</summary>
public enum ZoneSerialStyle
{
    /// <summary>As <see cref="Date"/> where the serial looks like a date, else as <see cref="Counter"/>.</summary>
    Auto,

    /// <summary>The date in UTC and two digits: <c>2024013100</c>; one more than before where that is no greater.</summary>
    Date,

    /// <summary>One more than before.</summary>
    Counter,
}
