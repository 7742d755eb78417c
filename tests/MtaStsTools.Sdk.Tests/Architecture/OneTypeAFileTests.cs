using Xunit;

namespace MtaStsTools.Sdk.Tests.Architecture;

/// <summary>Whoever knows the name of a type knows its file.</summary>
public sealed class OneTypeAFileTests
{
    public static TheoryData<string> Trees => ["src", "module", "analyzers"];

    [Theory]
    [MemberData(nameof(Trees))]
    public void A_file_declares_one_top_level_type_and_is_named_for_it(string tree)
    {
        var files = SourceFile.Under(tree).Where(file => file.Namespace.Length > 0).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(file.Types is [var only] && only == file.Stem, $"{file.Path} declares {string.Join(", ", file.Types)}"));
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void The_parts_of_a_type_lie_in_one_folder_and_no_two_types_have_one_full_name(string tree)
    {
        var folders = SourceFile.Under(tree).Where(file => file.Namespace.Length > 0)
            .GroupBy(file => (Project(file), file.Namespace, file.Stem), file => file.Folder)
            .Where(same => same.Distinct(StringComparer.Ordinal).Count() > 1);

        Assert.Empty(folders.Select(same => $"{same.Key.Namespace}.{same.Key.Stem} is in {string.Join(" and in ", same.Distinct(StringComparer.Ordinal))}"));
    }

    private static string Project(SourceFile file) => string.Join('/', file.Path.Split('/').Take(2));
}
