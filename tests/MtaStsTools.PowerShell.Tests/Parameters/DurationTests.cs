using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Parameters;

public sealed class DurationTests
{
    [Theory]
    [InlineData("604800", 604_800)]
    [InlineData("7d", 604_800)]
    [InlineData("1.5d", 129_600)]
    [InlineData("'7d'", 604_800)]
    [InlineData("2w", 1_209_600)]
    [InlineData("12h", 43_200)]
    [InlineData("60s", 60)]
    [InlineData("'7.00:00:00'", 604_800)]
    [InlineData("([timespan]::FromDays(7))", 604_800)]
    public void A_duration_is_taken_as_it_is_usually_written(string written, double seconds)
    {
        using var session = new ModuleSession();

        var result = session.Run($"(New-MtaStsPolicy testing mx.example.com -MaxAge {written}).MaxAge.TotalSeconds");

        Assert.Equal(seconds, result.Only<double>());
    }

    [Theory]
    [InlineData("$days = 7d; New-MtaStsPolicy testing mx.example.com -MaxAge $days")]
    [InlineData("New-MtaStsPolicy testing mx.example.com -MaxAge soon")]
    [InlineData("New-MtaStsPolicy testing mx.example.com -MaxAge 1e300")]
    public void What_could_mean_two_durations_or_none_is_refused(string script)
    {
        using var session = new ModuleSession();

        var result = session.Run(script);

        Assert.Empty(result.Output);
        Assert.StartsWith("ParameterArgumentTransformationError", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
