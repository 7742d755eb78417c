using Amazon.Runtime;
using MtaStsTools.Aws;
using Xunit;

namespace MtaStsTools.Cloud.Tests.Aws;

public sealed class AwsCredentialTests : IDisposable
{
    private readonly string _profiles = Path.GetTempFileName();

    public void Dispose() => File.Delete(_profiles);

    [Fact]
    public async Task Keys_are_used_as_given()
    {
        var lasting = await new AwsCredentialOptions { AccessKeyId = "AKID", SecretAccessKey = "secret" }.CreateCredentials().GetCredentialsAsync();
        Assert.Equal(("AKID", "secret", false), (lasting.AccessKey, lasting.SecretKey, lasting.UseToken));
        var temporary = await new AwsCredentialOptions { AccessKeyId = "AKID", SecretAccessKey = "secret", SessionToken = "token" }.CreateCredentials().GetCredentialsAsync();
        Assert.Equal(("AKID", "token"), (temporary.AccessKey, temporary.Token));
    }

    [Fact]
    public async Task A_profile_is_read_from_the_file_that_the_tools_share()
    {
        await File.WriteAllTextAsync(_profiles, "[dns]\naws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret\n", TestContext.Current.CancellationToken);
        var found = await new AwsCredentialOptions { ProfileName = "dns", ProfilesLocation = _profiles }.CreateCredentials().GetCredentialsAsync();
        Assert.Equal("AKIDPROFILE", found.AccessKey);
        var error = Assert.Throws<InvalidOperationException>(() => new AwsCredentialOptions { ProfileName = "none", ProfilesLocation = _profiles }.CreateCredentials());
        Assert.Contains("'none'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_is_taken_on_with_the_credentials_that_were_given()
    {
        var role = Assert.IsType<AssumeRoleAWSCredentials>(new AwsCredentialOptions { AccessKeyId = "AKID", SecretAccessKey = "secret", RoleArn = "arn:aws:iam::123456789012:role/dns", ExternalId = "x" }.CreateCredentials());
        Assert.Equal(("arn:aws:iam::123456789012:role/dns", "x"), (role.RoleArn, role.Options.ExternalId));
        Assert.IsType<BasicAWSCredentials>(role.SourceCredentials);
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new AwsCredentialOptions { AccessKeyId = "AKID" }.CreateCredentials());
        Assert.Throws<InvalidOperationException>(() => new AwsCredentialOptions { SecretAccessKey = "secret" }.CreateCredentials());
        Assert.Throws<InvalidOperationException>(() => new AwsCredentialOptions { AccessKeyId = "AKID", SecretAccessKey = "secret", ProfileName = "dns" }.CreateCredentials());
        Assert.Throws<InvalidOperationException>(() => new AwsCredentialOptions { SessionToken = "token" }.CreateCredentials());
        Assert.Throws<InvalidOperationException>(() => new AwsCredentialOptions { ExternalId = "x" }.CreateCredentials());
    }
}
