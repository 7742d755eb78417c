using System.Management.Automation;
using MtaStsTools.PowerShell.Tests.Engine;

namespace MtaStsTools.PowerShell.Tests.Cmdlets;

/// <summary><c>New-MtaStsPolicyHost</c> as it is typed.</summary>
public sealed class PolicyHostTests : IDisposable
{
    private readonly ModuleSession _session = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_folder_is_a_host_that_says_what_it_promises()
    {
        var host = _session.Run($"New-MtaStsPolicyHost -Folder '{_folder.File("{host}")}' -Target web.example.net").Output.Single();

        Assert.Equal("MtaStsTools.Publishing.Hosts.FolderPolicyHost", host.TypeNames[0]);
        Assert.Equal($"folder {_folder.File("{host}")}{Path.DirectorySeparatorChar}.well-known{Path.DirectorySeparatorChar}mta-sts.txt", host.Properties["Description"].Value);
        Assert.Equal(
            "True True True web.example.net",
            _session.Set("made", host).Run("$c = $made.Capabilities; \"$($c.IsGuarded) $($c.IsAtomic) $($c.KeepsPrevious) $($made.GetTarget('example.com'))\"").Only<string>());
    }

    [Fact]
    public void A_path_is_taken_from_where_the_session_is()
    {
        var description = _session.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.FullName}'); (New-MtaStsPolicyHost -Folder -Path www -File '{{domain}}.txt' -NoPrevious -FollowLinks).Description").Only<string>();
        Assert.Equal($"folder {_folder.File("www")}{Path.DirectorySeparatorChar}{{domain}}.txt", description);
    }

    [Theory]
    [InlineData("-Folder -Path 'x/{user}'", "InvalidPolicyHost")]
    [InlineData("-Folder -Path x -File '../y'", "InvalidPolicyHost")]
    [InlineData("-Folder -Path env:x", "NotAFileSystemPath")]
    public void What_cannot_be_a_host_ends_the_command(string parameters, string errorId)
    {
        var error = _session.Run($"New-MtaStsPolicyHost {parameters}").Error;
        Assert.Equal((errorId, ErrorCategory.InvalidArgument), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.DoesNotContain("Parameter", error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
