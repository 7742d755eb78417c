using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes certificates as objects, or as paths of files with one certificate in PEM or DER form.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CertificateTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is not string && LanguagePrimitives.GetEnumerable(inputData) is { } many
            ? many.Cast<object>().Select(value => ToCertificate(engineIntrinsics, value)).ToArray()
            : new[] { ToCertificate(engineIntrinsics, inputData) };

    private static X509Certificate2 ToCertificate(EngineIntrinsics engine, object? value)
    {
        value = value is PSObject wrapper ? wrapper.BaseObject : value;
        if (value is X509Certificate2 certificate)
            return certificate;

        var path = engine.SessionState.Path.GetUnresolvedProviderPathFromPSPath(LanguagePrimitives.ConvertTo<string>(value));
        try
        {
            return new X509Certificate2(path);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentTransformationMetadataException(Reason(DisplayText.Sanitize(path), path), exception);
        }
    }

    // The library speaks of its own routines, which help nobody.
    private static string Reason(string shown, string path) =>
        Directory.Exists(path) ? $"'{shown}' is a folder. Give the path of a certificate file." :
        !File.Exists(path) ? $"There is no certificate file '{shown}'." :
        $"'{shown}' is not a certificate in PEM or DER form, or may not be read.";
}
