using System.Management.Automation;

namespace MtaStsTools.Help;

/// <summary>Types as help shows them: <c>String[]</c>, <c>Int32</c>, without namespaces and nullability.</summary>
internal static class TypeNames
{
    public static string Of(Type type)
    {
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        return Nullable.GetUnderlyingType(type) is { } underlying ? Of(underlying)
            : type == typeof(SwitchParameter) ? nameof(SwitchParameter)
            : type.Name;
    }
}
