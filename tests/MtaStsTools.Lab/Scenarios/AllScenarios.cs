namespace MtaStsTools.Lab.Scenarios;

/// <summary>Every scenario that a lab starts with.</summary>
internal static class AllScenarios
{
    public static IEnumerable<LabScenario> List =>
        SoundScenarios.List
            .Concat(RecordScenarios.List)
            .Concat(PolicyHostScenarios.List)
            .Concat(PolicyTextScenarios.List)
            .Concat(MailExchangerScenarios.List)
            .Concat(TlsReportingScenarios.List)
            .Concat(DaneScenarios.List)
            .Concat(PublishingScenarios.List);
}
