namespace MtaStsTools.Lab.Dns;

internal readonly record struct DnsQuestion(string Name, DnsType Type, DnsClass Class);

internal sealed record DnsResource(string Name, DnsType Type, DnsClass Class, uint Ttl, byte[] Data);

/// <summary>A parsed request (RFC 1035 §4.1); in an update the sections are zone, prerequisite, update and additional.</summary>
internal sealed class DnsMessage
{
    private const int MaxRecords = 1000;

    public ushort Id { get; private init; }

    public ushort Flags { get; private init; }

    public required byte[] Wire { get; init; }

    public List<DnsQuestion> Questions { get; } = [];

    public List<DnsResource> Answers { get; } = [];

    public List<DnsResource> Authorities { get; } = [];

    public List<DnsResource> Additionals { get; } = [];

    /// <summary>Where the question section ends; those octets are echoed as they came.</summary>
    public int QuestionEnd { get; private set; }

    public TsigRecord? Tsig { get; private set; }

    public int Opcode => (Flags & DnsFlags.OpcodeMask) >> 11;

    public DnsResource? Opt => Additionals.Find(r => r.Type == DnsType.Opt);

    /// <summary>The DO bit of EDNS or the AD bit of the header: either asks for AD in the answer (RFC 6840 §5.7).</summary>
    public bool WantsAuthenticData => (Flags & DnsFlags.AuthenticData) != 0 || (Opt is { } opt && (opt.Ttl & 0x8000) != 0);

    public int UdpLimit => Opt is { } opt ? Math.Clamp((int)opt.Class, 512, 4096) : 512;

    public static DnsMessage Parse(byte[] wire)
    {
        var reader = new DnsReader(wire);
        var message = new DnsMessage { Id = reader.U16(), Flags = reader.U16(), Wire = wire };
        if ((message.Flags & DnsFlags.Response) != 0)
            throw new DnsFormatException("A response came where requests are served.");
        int questions = reader.U16(), answers = reader.U16(), authorities = reader.U16(), additionals = reader.U16();
        if (questions + answers + authorities + additionals > MaxRecords)
            throw new DnsFormatException("The message announces too many records.");

        for (var i = 0; i < questions; i++)
            message.Questions.Add(new DnsQuestion(reader.Name(), (DnsType)reader.U16(), (DnsClass)reader.U16()));
        message.QuestionEnd = reader.Position;
        ReadSection(ref reader, answers, message.Answers);
        ReadSection(ref reader, authorities, message.Authorities);
        for (var i = 0; i < additionals; i++)
        {
            var start = reader.Position;
            var resource = ReadResource(ref reader);
            if (resource.Type != DnsType.Tsig)
            {
                message.Additionals.Add(resource);
                continue;
            }

            if (i != additionals - 1)
                throw new DnsFormatException("TSIG is not the last record (RFC 8945 §5.1).");
            message.Tsig = TsigRecord.Parse(resource, start);
        }

        return message;
    }

    private static void ReadSection(ref DnsReader reader, int count, List<DnsResource> into)
    {
        for (var i = 0; i < count; i++)
            into.Add(ReadResource(ref reader));
    }

    private static DnsResource ReadResource(ref DnsReader reader)
    {
        var name = reader.Name();
        var type = (DnsType)reader.U16();
        var @class = (DnsClass)reader.U16();
        var ttl = reader.U32();
        int length = reader.U16();
        return new DnsResource(name, type, @class, ttl, reader.RecordData(type, length));
    }
}
