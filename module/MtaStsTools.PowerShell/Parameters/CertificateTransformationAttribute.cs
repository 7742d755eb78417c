using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MtaStsTools.PowerShell.Parameters;

/// <summary>Takes certificates as objects, or as paths of files: one certificate in DER form, or as many as stand in a PEM file.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CertificateTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var values = inputData is not string && LanguagePrimitives.GetEnumerable(inputData) is { } many ? many.Cast<object>() : [inputData];
        return values.SelectMany(value => ToCertificates(engineIntrinsics, value)).ToArray();
    }

    private static IEnumerable<X509Certificate2> ToCertificates(EngineIntrinsics engine, object? value)
    {
        value = value is PSObject wrapper ? wrapper.BaseObject : value;
        if (value is X509Certificate2 certificate)
            return [certificate];

        var path = engine.SessionState.Path.GetUnresolvedProviderPathFromPSPath(LanguagePrimitives.ConvertTo<string>(value));
        try
        {
            return CertificateFile.Read(path);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ArgumentTransformationMetadataException(Reason(DisplayText.Sanitize(path), path, exception), exception);
        }
    }

    // The library speaks of its own routines, which help nobody.
    private static string Reason(string shown, string path, Exception exception) =>
        Directory.Exists(path) ? $"'{shown}' is a folder. Give the path of a certificate file." :
        !File.Exists(path) ? $"There is no certificate file '{shown}'." :
        exception is FormatException ? $"'{shown}': {exception.Message}" :
        $"'{shown}' is not a certificate in PEM or DER form, or may not be read.";
}
