using System.Globalization;
using System.Reflection;

namespace MeliBot.Delivery.Stores;

/// <summary>One numbered script that comes with this assembly.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <param name="store">The folder under <c>Stores</c>.</param>
    public static IReadOnlyList<Migration> Of(string store)
    {
        var folder = $".Stores.{store}.Migrations.";
        var assembly = typeof(Migration).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal)).Select(name => Load(assembly, name, folder)).OrderBy(migration => migration.Version)];
    }

    private static Migration Load(Assembly assembly, string resource, string folder)
    {
        var name = resource[(resource.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..^".sql".Length];
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Migration(int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
