using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace MtaStsTools.Benchmarks.Comparison;

/// <summary>One build of the library, loaded beside others that have the same names.</summary>
internal sealed class GrammarBuild
{
    private readonly Assembly _assembly;

    /// <param name="file">The assembly.</param>
    public GrammarBuild(string file) => _assembly = new AssemblyLoadContext(file).LoadFromAssemblyPath(file);

    /// <summary>Findings of a policy's text.</summary>
    public Action Validate(string text) => Calling("MtaStsPolicy", "Validate", text);

    /// <summary>A policy's text to policy.</summary>
    public Action Parse(string text) => Calling("MtaStsPolicy", "Parse", text);

    /// <summary>The body of a policy file to policy.</summary>
    public Action ParseOctets(string text)
    {
        var loop = typeof(OctetReader<,>).MakeGenericType(Type("MtaStsPolicy"), Type("Finding"));
        return (Action)loop.GetMethod("Calling")!.Invoke(null, [Encoding.UTF8.GetBytes(text)])!;
    }

    /// <summary>A record's text to record.</summary>
    public Action ParseRecord(string text) => Calling("MtaStsRecord", "Parse", text);

    private Action Calling(string type, string method, string text)
    {
        var call = Type(type).GetMethod(method, [typeof(string)])!.CreateDelegate<Func<string, object>>();
        return () => call(text);
    }

    private Type Type(string name) => _assembly.GetType("MtaStsTools." + name, throwOnError: true)!;

    /// <summary>A signature with the types of the build.</summary>
    private static class OctetReader<TPolicy, TFinding>
    {
        private delegate bool TryParse(ReadOnlySpan<byte> utf8, out TPolicy policy, out IReadOnlyList<TFinding> findings);

        public static Action Calling(byte[] octets)
        {
            var signature = new[] { typeof(ReadOnlySpan<byte>), typeof(TPolicy).MakeByRefType(), typeof(IReadOnlyList<TFinding>).MakeByRefType() };
            var call = typeof(TPolicy).GetMethod("TryParse", signature)!.CreateDelegate<TryParse>();
            return () => call(octets, out _, out _);
        }
    }
}
