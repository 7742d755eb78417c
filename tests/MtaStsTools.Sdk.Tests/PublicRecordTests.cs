using System.Reflection;
using Xunit;

namespace MtaStsTools.Sdk.Tests;

public sealed class PublicRecordTests
{
    public static TheoryData<Type> Records =>
    [
        .. new[] { typeof(MtaStsPolicy).Assembly, typeof(DomainObserver).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(IsRecord),
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_public_record_can_grow_because_it_is_not_positional(Type record) =>
        Assert.False(
            Array.Exists(record.GetMethods(), method => method.Name == "Deconstruct"),
            $"{record} is positional: one more parameter would break every caller. Declare its members as properties with required or init.");

    [Theory]
    [MemberData(nameof(Records))]
    public void A_public_record_can_be_written_by_its_properties(Type record) =>
        Assert.True(
            record.IsValueType || record.IsAbstract || record.GetConstructor(Type.EmptyTypes) is not null || record.GetConstructors().Length == 0,
            $"{record} needs a constructor without parameters: a constructor that takes every member is one that breaks when a member comes.");

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;
}
