using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;
using static MtaStsTools.Lab.Scenarios.ScenarioParts;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>Publish-MtaStsRecord</c> and <c>Unpublish-MtaStsRecord</c> against the laboratory's name server.</summary>
public sealed class PublishTests(LabFixture lab)
{
    [Fact]
    public void The_record_is_published_beside_foreign_values_and_a_second_time_nothing_is_written()
    {
        const string domain = "publish-beside.test";
        using var session = lab.Open();
        session.Run($"$policy = Get-MtaStsPolicy {domain}").ThrowIfFailed();

        var first = session.Run($"Publish-MtaStsRecord {domain} -Policy $policy -PassThru | ForEach-Object {{ \"$($_.Changed) $($_.AllAgree)\" }}");
        var after = lab.Lab.Txt(domain, "_mta-sts");
        var second = session.Run($"Publish-MtaStsRecord {domain} -Policy $policy -PassThru | ForEach-Object {{ \"$($_.Changed) $($_.AllAgree)\" }}");

        Assert.Equal("True True", first.Only<string>());
        Assert.Equal(3, after.Count);
        Assert.Contains("v=spf1 -all", after);
        Assert.Single(after, text => text.StartsWith("v=STSv1;", StringComparison.Ordinal));
        Assert.Equal("False True", second.Only<string>());
        Assert.Equal(after, lab.Lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public void A_changed_policy_gets_a_new_id_and_the_same_policy_keeps_it()
    {
        const string domain = "policy-changes.test";
        lab.Lab.Add(Sound("policy-changes", "For a test of ids.").WithMtaSts());
        using var session = lab.Open();
        const string publish = $"Publish-MtaStsRecord {domain} -Policy (Get-MtaStsPolicy {domain}) -PassThru | ForEach-Object {{ $_.After.Id }}";

        var first = session.Run(publish).Only<string>();
        var same = session.Run(publish).Only<string>();
        lab.Lab.SetPolicy(domain, PolicyText("enforce", 1_209_600, $"mx1.{domain}"));
        var changed = session.Run(publish).Only<string>();

        Assert.Equal(first, same);
        Assert.NotEqual(first, changed);
    }

    [Fact]
    public void WhatIf_shows_the_plan_and_writes_nothing()
    {
        lab.Lab.Add(Sound("what-if", "For a test of the plan.").WithMtaSts("v=spf1 -all"));
        using var session = lab.Open();

        var screen = session.Render("Publish-MtaStsRecord what-if.test -Id 20240131 -WhatIf");

        Assert.Contains("_mta-sts.what-if.test", screen, StringComparison.Ordinal);
        Assert.Contains("v=STSv1; id=20240131;", screen, StringComparison.Ordinal);
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt("what-if.test", "_mta-sts"));
    }

    [Theory]
    [InlineData("nothing-to-do", "Publish-MtaStsRecord nothing-to-do.test -Id 7 -WhatIf")]
    [InlineData("nothing-preferred", "$WhatIfPreference = $true; Publish-MtaStsRecord nothing-preferred.test -Id 7")]
    public void WhatIf_says_when_nothing_would_be_changed(string name, string script)
    {
        lab.Lab.Add(Sound(name, "For a test of an empty plan.").WithMtaSts("v=STSv1; id=7;"));
        using var session = lab.Open();

        var screen = session.Render(script);

        Assert.StartsWith($"What if: _mta-sts.{name}.test", screen, StringComparison.Ordinal);
        Assert.Contains("The record already has the id '7'.", screen, StringComparison.Ordinal);
        Assert.Contains("Nothing would be changed.", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_removal_of_nothing_says_so_under_WhatIf_and_is_silent_otherwise()
    {
        lab.Lab.Add(Sound("nothing-to-remove", "For a test of an empty plan.").WithMtaSts("v=spf1 -all"));
        using var session = lab.Open();

        Assert.Contains("There is no MTA-STS record to remove.", session.Render("Unpublish-MtaStsRecord nothing-to-remove.test -WhatIf"), StringComparison.Ordinal);
        Assert.Equal("", session.Render("Unpublish-MtaStsRecord nothing-to-remove.test"));
    }

    [Fact]
    public async Task Ctrl_C_while_the_change_is_on_its_way_says_that_it_may_have_been_made()
    {
        const string domain = "stopped-update.test";
        lab.Lab.Add(Sound("stopped-update", "For a test of Ctrl+C.").WithMtaSts() with { UpdateFault = MtaStsTools.Lab.UpdateFault.Silent });
        using var session = lab.Open();

        var (_, result) = await session.RunAndStopAsync($"Publish-MtaStsRecord {domain} -Id 20240131 -TimeoutSec 60", SentAsync(domain));

        Assert.True(result.Stopped);
        Assert.Contains($"WARNING: Cancelled while the record of {domain} was being changed: whether the change was made is not known.", session.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provider_changes_records_as_the_server_and_its_key_do()
    {
        lab.Lab.Add(Sound("through-a-provider", "For a test of -Provider.").WithMtaSts());
        using var session = lab.Open();
        session.Run("""
            $defaults = $PSDefaultParameterValues
            $key = @{ KeyName = $defaults['*publish-MtaStsRecord:KeyName']; KeySecret = $defaults['*publish-MtaStsRecord:KeySecret'] }
            $provider = New-MtaStsDnsProvider -Rfc2136 $defaults['*publish-MtaStsRecord:Server'] -Port $defaults['*publish-MtaStsRecord:Port'] @key
            'Server', 'Port', 'KeyName', 'KeySecret' | ForEach-Object { $defaults.Remove("*publish-MtaStsRecord:$_") }
            """).ThrowIfFailed();

        var result = session.Run("Publish-MtaStsRecord through-a-provider.test -Id 1 -Provider $provider -PassThru | ForEach-Object { \"$($_.State) $($_.AllAgree)\" }");
        Assert.Equal("Changed True", result.Only<string>());
        Assert.Equal(["v=STSv1; id=1;"], lab.Lab.Txt("through-a-provider.test", "_mta-sts"));

        session.Run("[pscustomobject]@{ Domain = 'through-a-provider.test'; Provider = $provider } | Unpublish-MtaStsRecord -Confirm:$false -WarningAction SilentlyContinue").ThrowIfFailed();
        Assert.Empty(lab.Lab.Txt("through-a-provider.test", "_mta-sts"));

        var shown = session.Render("$provider");
        Assert.Contains("dynamic update at", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(lab.Lab.UpdateKey.SecretBase64, shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_without_a_policy_is_an_error_and_the_next_is_changed()
    {
        lab.Lab.Add(Sound("row-with-policy", "For a test of a table.").WithMtaSts());
        using var session = lab.Open();

        var result = session.Run("""
            [pscustomobject]@{ Domain = 'good.test' }, [pscustomobject]@{ Domain = 'row-with-policy.test'; Policy = Get-MtaStsPolicy row-with-policy.test } | Publish-MtaStsRecord
            """);

        ErrorAssert.Is(result, "PolicyOrIdMissing", ErrorCategory.InvalidArgument, "good.test");
        Assert.Single(lab.Lab.Txt("row-with-policy.test", "_mta-sts"));
    }

    [Fact]
    public void A_server_and_a_provider_do_not_combine()
    {
        using var session = lab.Open();
        var result = session.Run("Publish-MtaStsRecord good.test -Id 1 -Server ns1.example.com -Provider (New-MtaStsDnsProvider -Rfc2136 ns1.example.com)");
        Assert.StartsWith("AmbiguousParameterSet", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Publish-MtaStsRecord good.test -Id 1 -Server ns1.example.com:53")]
    [InlineData("New-MtaStsDnsProvider -Rfc2136 -Server ns1.example.com:53")]
    public void A_port_behind_the_server_is_told_to_go_apart(string script)
    {
        using var session = lab.Open();

        var error = session.Run(script).Error;

        Assert.StartsWith("InvalidServer,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("'ns1.example.com:53' is neither a host name nor an IP address; a port is given apart from it.", error.ErrorDetails.Message);
        Assert.Contains("-Port", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("ns1.example.com:53", error.TargetObject);
    }

    [Fact]
    public void No_message_names_a_parameter_of_ours()
    {
        using var session = lab.Open();
        Assert.DoesNotContain("Parameter", session.Run("Publish-MtaStsRecord good.test -Id 'no-good'").Error.ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_that_leaves_no_room_for_its_record_is_an_error_and_the_next_is_changed()
    {
        lab.Lab.Add(Sound("after-a-long-one", "For a test after a failure.").WithMtaSts());
        using var session = lab.Open();

        var result = session.Run("""
            $long = (('a' * 63), ('b' * 63), ('c' * 63), ('d' * 53)) -join '.'
            $long, 'after-a-long-one.test' | Publish-MtaStsRecord -Id 1
            """);

        Assert.StartsWith("InvalidArgument,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["v=STSv1; id=1;"], lab.Lab.Txt("after-a-long-one.test", "_mta-sts"));
    }

    [Theory]
    [InlineData("publish-asked-no", "n\n", 0)]
    [InlineData("publish-asked-yes", "y\n", 1)]
    public void Confirm_asks_before_it_writes(string name, string answer, int records)
    {
        lab.Lab.Add(Sound(name, "For a test of the question.").WithMtaSts());
        using var session = lab.Open(answers: answer);

        session.Run($"Publish-MtaStsRecord {name}.test -Id 1 -Confirm").ThrowIfFailed();

        Assert.Equal(records, lab.Lab.Txt($"{name}.test", "_mta-sts").Count);
    }

    [Fact]
    public void Publishing_says_nothing_unless_it_is_asked()
    {
        lab.Lab.Add(Sound("quiet-publish", "For a test of silence.").WithMtaSts());
        using var session = lab.Open();

        var result = session.Run("[pscustomobject]@{ Domain = 'quiet-publish.test' } | Publish-MtaStsRecord -Id 1 -Ttl 1h").ThrowIfFailed();

        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
        Assert.Equal(["v=STSv1; id=1;"], lab.Lab.Txt("quiet-publish.test", "_mta-sts"));
    }

    [Fact]
    public void Policy_and_server_bind_by_property_name()
    {
        lab.Lab.Add(Sound("from-a-table", "For a test of binding.").WithMtaSts());
        using var session = lab.Open();

        session.Run("""
            $server = $PSDefaultParameterValues['*publish-MtaStsRecord:Server']
            $PSDefaultParameterValues.Remove('*publish-MtaStsRecord:Server')
            [pscustomobject]@{ Name = 'from-a-table.test'; Policy = Get-MtaStsPolicy from-a-table.test; Server = $server } | Publish-MtaStsRecord
            """).ThrowIfFailed();

        Assert.Single(lab.Lab.Txt("from-a-table.test", "_mta-sts"));
    }

    [Fact]
    public void Domains_of_one_pipeline_are_each_announced_with_their_own_policy()
    {
        string[] names = ["own-policy-one", "own-policy-two", "own-policy-three"];
        foreach (var (index, name) in names.Index())
        {
            lab.Lab.Add(Sound(name, "For a test of a table of policies.").WithMtaSts());
            lab.Lab.SetPolicy($"{name}.test", PolicyText("testing", 86_400 * (index + 1), $"mx1.{name}.test"));
        }

        using var session = lab.Open();
        session.Run("""
            $server = $PSDefaultParameterValues['*publish-MtaStsRecord:Server']
            $PSDefaultParameterValues.Remove('*publish-MtaStsRecord:Server')
            $table = 'own-policy-one.test', 'own-policy-two.test', 'own-policy-three.test' | ForEach-Object { [pscustomobject]@{ Domain = $_; Policy = Get-MtaStsPolicy $_; Server = $server } }
            """).ThrowIfFailed();
        var announced = session.Run("$table | Publish-MtaStsRecord -PassThru | ForEach-Object { $_.After.Id }").ThrowIfFailed();
        Assert.Equal(3, announced.Output.Select(id => id.ToString()).Distinct(StringComparer.Ordinal).Count());

        // An id that announces another policy would be replaced now.
        var again = session.Run("foreach ($row in $table) { ($row | Publish-MtaStsRecord -PassThru).Changed }").ThrowIfFailed();
        Assert.All(again.Output, changed => Assert.Equal(false, changed.BaseObject));
    }

    [Theory]
    [InlineData("refused-update", "DnsProviderForbidden", ErrorCategory.PermissionDenied)]
    [InlineData("notauth-update", "DnsProviderNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("notzone-update", "DnsProviderInvalidRequest", ErrorCategory.InvalidArgument)]
    [InlineData("servfail-update", "DnsProviderUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData("notimp-update", "DnsProviderInvalidRequest", ErrorCategory.InvalidArgument)]
    [InlineData("formerr-update", "DnsProviderInvalidRequest", ErrorCategory.InvalidArgument)]
    [InlineData("yxrrset-update", "DnsProviderConflict", ErrorCategory.ResourceExists)]
    [InlineData("nxrrset-update", "DnsProviderConflict", ErrorCategory.ResourceExists)]
    [InlineData("badtime-update", "DnsProviderUnauthorized", ErrorCategory.AuthenticationError)]
    [InlineData("spoiled-signature", "DnsProviderMalformedAnswer", ErrorCategory.ProtocolError)]
    [InlineData("unsigned-answer", "DnsProviderMalformedAnswer", ErrorCategory.ProtocolError)]
    [InlineData("hangup-update", "DnsProviderUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData("silent-update", "DnsProviderTimeout", ErrorCategory.OperationTimeout)]
    public void Each_kind_of_failure_is_an_error_of_its_own(string name, string errorId, ErrorCategory category)
    {
        using var session = lab.Open();

        var result = session.Run($"Publish-MtaStsRecord {name}.test -Id 20240131 -TimeoutSec 3");

        Assert.Empty(result.Output);
        ErrorAssert.Is(result, errorId, category, $"{name}.test");
    }

    [Fact]
    public void A_key_that_the_server_does_not_know_is_badkey()
    {
        using var session = lab.Open();

        var result = session.Run("Publish-MtaStsRecord good.test -Id 20240131 -KeyName unknown-key");

        ErrorAssert.Is(result, "DnsProviderUnauthorized", ErrorCategory.AuthenticationError, "good.test");
    }

    [Fact]
    public void Two_domains_fail_apart()
    {
        lab.Lab.Add(Sound("goes-on", "For a test after a failure.").WithMtaSts());
        using var session = lab.Open();

        var result = session.Run("'refused-update.test', 'goes-on.test' | Publish-MtaStsRecord -Id 20240131");

        Assert.StartsWith("DnsProviderForbidden,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(["v=STSv1; id=20240131;"], lab.Lab.Txt("goes-on.test", "_mta-sts"));
    }

    [Theory]
    [InlineData("other-policy", "enforce", 604_800, "mx1.other-policy.test", "MTASTS8003")]
    [InlineData("refused-mx", "enforce", 2_592_000, "elsewhere.refused-mx.test", "MTASTS8004")]
    public void A_live_domain_that_speaks_against_it_is_not_announced_unless_forced(string name, string mode, int maxAge, string mx, string rule)
    {
        var domain = $"{name}.test";
        lab.Lab.Add(Sound(name, "For a test of refusal.").WithMtaSts());
        if (rule == "MTASTS8004")
            lab.Lab.SetPolicy(domain, PolicyText(mode, maxAge, mx));
        using var session = lab.Open();
        session.Run($"$policy = New-MtaStsPolicy -Mode {mode} -MX {mx} -MaxAge {maxAge}").ThrowIfFailed();

        var refused = session.Run($"Publish-MtaStsRecord {domain} -Policy $policy");
        Assert.Contains(rule, ErrorAssert.Is(refused, "ChangeRefused", ErrorCategory.InvalidOperation, domain).ToString(), StringComparison.Ordinal);
        Assert.Empty(lab.Lab.Txt(domain, "_mta-sts"));

        var forced = session.Run($"Publish-MtaStsRecord {domain} -Policy $policy -Force").ThrowIfFailed();
        Assert.Contains(forced.Warnings, warning => warning.StartsWith("MTASTS8008", StringComparison.Ordinal) && warning.Contains(rule, StringComparison.Ordinal));
        Assert.Single(lab.Lab.Txt(domain, "_mta-sts"));
    }

    [Fact]
    public void A_server_that_pretends_is_found_out_by_reading_back()
    {
        using var session = lab.Open();

        var result = session.Run("Publish-MtaStsRecord pretend-update.test -Id 20240131 -ReadBackTimeoutSec 0 -PassThru | ForEach-Object { \"$($_.AllAgree)\" }");

        Assert.Equal("False", result.Output.Single().ToString());
        Assert.StartsWith("MTASTS8022: ", ErrorAssert.Is(result, "ChangeNotVerified", ErrorCategory.InvalidResult, "pretend-update.test").ErrorDetails.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lagging_server_is_waited_for_with_progress()
    {
        using var session = lab.Open();

        var result = session.Run("(Publish-MtaStsRecord lagging-server.test -Id 20240131 -ReadBackTimeoutSec 30 -PassThru).AllAgree");

        Assert.True(result.Only<bool>());
        Assert.All(result.Progress, record => Assert.Contains("lagging-server.test", record.Activity, StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
    }

    [Fact]
    public void Removal_takes_only_our_record_and_warns_while_a_policy_is_in_force()
    {
        lab.Lab.Add(Sound("on-the-way-out", "For a test of removal.").WithMtaSts("v=spf1 -all", GoodRecord));
        using var session = lab.Open(answers: "n\n");

        session.Run("Unpublish-MtaStsRecord on-the-way-out.test").ThrowIfFailed();
        Assert.Equal(2, lab.Lab.Txt("on-the-way-out.test", "_mta-sts").Count);

        var result = session.Run("Unpublish-MtaStsRecord on-the-way-out.test -Confirm:$false -PassThru | ForEach-Object { \"$($_.Changed) $($null -eq $_.After)\" }");
        Assert.Equal("True True", result.Only<string>());
        Assert.Contains(result.Warnings, warning => warning.StartsWith("MTASTS8009", StringComparison.Ordinal));
        Assert.Equal(["v=spf1 -all"], lab.Lab.Txt("on-the-way-out.test", "_mta-sts"));
    }

    [Theory]
    [InlineData("-Policy $null", "ParameterArgumentValidationError")]
    [InlineData("-Id 'no-good'", "InvalidArgument")]
    [InlineData("", "PolicyOrIdMissing")]
    [InlineData("-Id 1 -Ttl '60.5s'", "InvalidArgument")]
    [InlineData("-Id 1 -Policy (New-MtaStsPolicy -Mode None -MaxAge 1d)", "ChangeRefused")]
    public void What_cannot_be_announced_is_refused(string parameters, string errorId)
    {
        using var session = lab.Open();

        var result = session.Run($"Publish-MtaStsRecord good.test {parameters}");

        Assert.StartsWith(errorId, result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal([GoodRecord], lab.Lab.Txt("good.test", "_mta-sts"));
    }

    private async Task SentAsync(string zone)
    {
        while (!lab.Lab.Events.OfType<MtaStsTools.Lab.LabDnsQuery>().Any(query => query.Update && query.Name == zone))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("Publish-MtaStsRecord good.test -Id 20240131 -WhatIf")]
    [InlineData("Publish-MtaStsRecord good.test -Policy (New-MtaStsPolicy -Mode Enforce -MX mail.example.com -MaxAge 4w)")]
    [InlineData("Publish-MtaStsRecord refused-update.test -Id 20240131")]
    public void Progress_is_taken_away_however_a_change_ends(string script)
    {
        using var session = lab.Open();

        var progress = session.Run(script).Progress;

        Assert.NotEmpty(progress);
        Assert.All(progress.GroupBy(record => record.ActivityId), bar => Assert.Equal(ProgressRecordType.Completed, bar.Last().RecordType));
    }
}
